/** Numbers stand in the place of their names in what is built, and nothing else is changed by that. */

import { expect, it } from 'vitest';
import { withNumbers } from './viteNumbers.mjs';

it('puts a number where a table or a name says it', () => {
  expect(withNumbers('const OP = { go: 2, back: -1 };\nconst step = 0.5;\nf(OP.go * step, 1 - OP.back);')).toContain(
    'f(2 * 0.5, 1 - (-1));',
  );
});

it('does so where a value is given when there is none', () => {
  expect(withNumbers('const OP = { go: 2 };\nfunction f(x = OP.go) {}')).toContain('(x = 2)');
});

it('does so in a classic script, too', () => {
  expect(withNumbers('(function() {\nconst OP = { go: 2 };\nf(OP.go);\n})();')).toContain('f(2);');
});

it.each([
  ['a name that another binding shadows', 'const step = 1;\nfunction f(step) { return step; }\nf(step);'],
  ['a name that is bound by a pattern elsewhere', 'const step = 1;\nfunction f({ a: [, step = 2] }) { return step; }\nf(step);'],
  ['a table that is written to', 'const OP = { go: 2 };\nOP.go++;\nf(OP.go);'],
  ['a table that takes part in an assignment', 'const OP = { go: 2 };\n[OP.go] = g();\nf(OP.go);'],
  ['an object that is no table by its name, and may change', 'const state = { count: 0 };\ng(state);\nf(state.count);'],
  ['an object of other things', 'const OP = { go: 2, name: "a" };\nf(OP.go);'],
  ['what may be bound anew', 'let step = 1;\nf(step);'],
  ['names that stand for no value', 'const step = 1;\nf(a.step, { step: 2 }, class { step() {} });\nexport { step };'],
  ['what a table does not hold', 'const OP = { go: 2 };\nf(OP.toString(), OP[key]);'],
])('leaves alone %s', (_, code) => expect(withNumbers(code)).toBe(code));

it('writes what a number would make wrong otherwise', () => {
  const text = withNumbers('const OP = { go: 2 };\nconst step = 3;\nf(OP.go.toFixed(1), { step }, { step: step }, a[step]);');
  expect(text).toContain('f((2).toFixed(1), { step: 3 }, { step: 3 }, a[3]);');
});
