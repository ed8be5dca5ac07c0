import { expect, it } from 'vitest';
import { changedBy } from './stringTest.ts';

it('changes every text, wherever it stands, and no code', () => {
  const words = { locale: 'en', a: 'x', list: ['y', 7], of: (n: number) => ({ b: `${n}` }), none: null };
  const changed = changedBy(words, (text) => `<${text}>`);
  expect(changed).toMatchObject({ locale: 'en', a: '<x>', list: ['<y>', 7], none: null });
  expect(changed.of(3)).toEqual({ b: '<3>' });
});
