import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { TestSpecification } from 'vitest/node';
import { LongestFirst, longest } from './longestFirst.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

it('names files that are there', () => {
  expect(longest.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

it('begins with the longest, then those that are alone, the rest by size', () => {
  const file = (name: string, isolate = false) => ({ moduleId: join(root, name), project: { config: { isolate } } }) as TestSpecification;
  const [first, second] = longest;
  const files = [
    file('src/flags.test.ts', true),
    file('src/runner/replicate.test.ts'),
    file('src/schema/parse.test.ts'),
    file(second),
    file(first),
  ];
  expect(new LongestFirst().sort(files).map(({ moduleId }) => moduleId)).toEqual(
    [first, second, 'src/flags.test.ts', 'src/runner/replicate.test.ts', 'src/schema/parse.test.ts'].map((name) => join(root, name)),
  );
});
