import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keepsNothing, unitProjects } from './unitProjects.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
type Project = { test: { name: string; include: string[]; exclude?: string[] } };
const [apart, together] = unitProjects as Project[];

describe('a test of the page shares a process', () => {
  it.each([
    ['that computes from what it is given', 'src/charts/axes.test.ts', true],
    ['that writes into a store', 'src/store/marking.test.ts', false],
    ['that reaches a store by way of others', 'src/panels/useLag.test.ts', false],
    ['that fakes the clock', 'src/charts/turns.test.ts', false],
  ])('%s', (_, file, shares) => {
    expect(keepsNothing(file)).toBe(shares);
  });

  it('or has one, and never both', () => {
    const shared = together.test.include.filter((path) => !path.includes('*'));
    expect(shared.length).toBeGreaterThan(50);
    expect(apart.test.exclude).toEqual(shared);
    const all = new Set(readdirSync(join(root, 'src'), { recursive: true }).map((name) => `src/${String(name).replaceAll('\\', '/')}`));
    expect(shared.filter((path) => !all.has(path))).toEqual([]);
  });
});
