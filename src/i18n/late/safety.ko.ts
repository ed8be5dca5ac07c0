import type { Widen } from '../widen.ts';
import type { safetyEn } from './safety.en.ts';

export const safetyKo: Widen<typeof safetyEn> = {
  oneFile: '파일은 한 번에 하나씩 놓으세요.',
};
