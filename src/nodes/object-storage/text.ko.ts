import type { KindText } from '../kindText.ts';

export const objectStorageKo: KindText = {
  name: '오브젝트 스토리지',
  what: '파일을 통째로 보관합니다. 가득 차지 않습니다',
  summary: (p) => `${p.p50Ms}ms, 접두사 ${p.prefixes}개`,
};
