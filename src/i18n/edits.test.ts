import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadText } from './text.ts';

const source = join(import.meta.dirname, '..');

describe('undo steps', () => {
  it('have a name for every label that the page gives them', async () => {
    const { edits } = await loadText('en');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
    );
    const labels = files.flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/\b(?:edit|beginGesture)\(\s*'([^']+)'/g)].map(([, label]) => label),
    );
    expect(labels.length).toBeGreaterThan(10);
    expect(labels.filter((label) => !Object.hasOwn(edits, label))).toEqual([]);
  });
});
