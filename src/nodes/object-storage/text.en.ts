import type { KindText } from '../kindText.ts';

export const objectStorageEn: KindText = {
  name: 'Object storage',
  what: 'Keeps whole files, never full',
  summary: (p) => `${p.p50Ms} ms, ${p.prefixes} ${p.prefixes === 1 ? 'prefix' : 'prefixes'}`,
};
