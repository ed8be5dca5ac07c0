/** docs/architecture.md is the map of the house: every room of src/, and every folder of src/panels, stands on it. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const foldersOf = (path: string): string[] =>
  readdirSync(at(path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
/** First cells of all rows: what the tables of the map name. */
const named = readFileSync(at('docs/architecture.md'), 'utf8')
  .split('\n')
  .flatMap((line) => (/^\| `/.test(line) ? [...(line.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name) : []));

it.each(['src', 'src/panels'])('every folder of %s is on the map', (path) => {
  const folders = foldersOf(path);
  expect(folders.length).toBeGreaterThan(15);
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
});

it('what the map names is there', () => {
  const there = [...foldersOf('src'), ...foldersOf('src/panels')];
  expect(named.filter((name) => !there.includes(name))).toEqual([]);
});
