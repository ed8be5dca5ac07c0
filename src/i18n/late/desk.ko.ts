import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';
import type { deskEn } from './desk.en.ts';

export const deskKo: Widen<typeof deskEn> = {
  joins: (region) => `놓으면 ${josa(region, '으로/로')} 옮깁니다`,
  noteWords: '메모 내용',
  plate: (label, rate, health) => [label, rate, health].filter(Boolean).join(', '),
  tidiedAll: '모두 새로 배치했습니다',
  tidiedRound: (count) => `직접 놓은 ${count}개는 그대로 두고 나머지만 정돈했습니다. 한 번 더 누르면 모두 정돈합니다.`,
};
