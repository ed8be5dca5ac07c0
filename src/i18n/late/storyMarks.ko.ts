import type { Widen } from '../widen.ts';
import type { storyMarksEn } from './storyMarks.en.ts';

export const storyMarksKo: Widen<typeof storyMarksEn> = {
  began: (clock) => `여기서 시작 · ${clock}`,
  down: (duration) => `${duration}째 중단`,
};
