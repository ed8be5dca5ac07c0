import type { Widen } from '../widen.ts';
import type { strangersEn } from './strangers.en.ts';

export const strangersKo: Widen<typeof strangersEn> = {
  title: '이 버전이 모르는 구성 요소',
  unknown: '알 수 없는 구성 요소',
  kind: (kind) => `알 수 없는 구성 요소: ${kind}`,
  what: (kind) => `이 버전은 ‘${kind}’ 종류를 모릅니다. 실행에는 들어가지 않습니다.`,
  kept: '함께 온 내용은 연결과 타임라인의 계획까지 그대로 간직했다가 설계를 저장하고 공유할 때 함께 내보냅니다. 이 종류를 아는 버전에서 열면 다시 살아납니다.',
  came: '받은 그대로',
  wires: (count) => `연결 ${count}개`,
  events: (count) => `타임라인의 계획 ${count}개`,
  remove: (label) => `${label} 삭제`,
};
