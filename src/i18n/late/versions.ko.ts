import type { Widen } from '../widen.ts';
import type { versionsEn } from './versions.en.ts';

export const versionsKo: Widen<typeof versionsEn> = {
  title: '이 설계의 이전 버전',
  intro: '최근에 저장한 스무 개를 이 기기에 보관합니다. 되돌아가는 것도 한 단계이므로, 실행 취소하면 지금 상태로 돌아옵니다.',
  loading: '버전을 읽는 중…',
  none: '아직 이전 버전이 없습니다. 처음 바꾼 때부터 보관합니다.',
  preview: '다른 사람의 설계라 여기에는 버전이 없습니다. 내 설계로 만들면 그때부터 보관합니다.',
  current: '지금 상태',
  unknownTime: '시각 기록 없음',
  parts: (parts, wires) => `구성 요소 ${parts}개, 연결 ${wires}개`,
  size: (kilobytes) => `${kilobytes} kB`,
  unreadable: '읽을 수 없어 그대로 보관 중',
  list: '버전 목록, 최신순',
  restore: '이 버전으로 되돌리기',
  copy: '별도의 설계로 열기',
  download: '내려받기',
  restored: '이전 버전으로 되돌렸습니다.',
  picture: (when) => `${when} 버전의 그림`,
};
