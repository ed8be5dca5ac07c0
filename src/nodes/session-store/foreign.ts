import type { ForeignNames } from '../foreign.ts';

export const sessionStoreForeign: ForeignNames = {
  software: [],
  words: ['session store', 'sessions', 'session', '세션', '세션 저장소'],
};
