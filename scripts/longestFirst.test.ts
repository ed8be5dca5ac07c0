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

it('begins with the longest, the rest by size', () => {
  const names = ['src/flags.test.ts', 'src/runner/replicate.test.ts', longest[1], longest[0]];
  const files = names.map((name) => ({ moduleId: join(root, name) }) as TestSpecification);
  expect(new LongestFirst().sort(files).map(({ moduleId }) => moduleId)).toEqual(
    [longest[0], longest[1], 'src/runner/replicate.test.ts', 'src/flags.test.ts'].map((name) => join(root, name)),
  );
});
