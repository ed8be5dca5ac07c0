import type { AdviceTexts } from '../advice.ts';
import type { UsersAdvice } from './advice.ts';

export const usersAdviceEn: AdviceTexts<UsersAdvice> = {
  'one-page': (p) =>
    `${p.part}: a page is read for ${p.viewSeconds}, a visit lasts ${p.sessionSeconds}: most visits are over with their first page. Make visits longer, or reading shorter.`,
};
