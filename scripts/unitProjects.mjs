// Which unit tests share a process. To start one for each file, and to read the engine and all kinds into it, takes longer than most of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longest } from './longestFirst.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const posix = (path) => path.replaceAll('\\', '/');

/** Rooms whose modules keep nothing from one test to the next: what stands below the page (docs/architecture.md). */
const stateless = [
  'claims',
  'design',
  'economy',
  'engine',
  'exchange',
  'goals',
  'lessons',
  'library',
  'nodes',
  'physics',
  'prompts',
  'runner',
  'schema',
  'statistics',
  'theory',
];
const isBelow = (path) => stateless.some((room) => path.startsWith(`src/${room}/`));

/** Of those rooms, but alone: what runs long is compiled for what it runs, and this one gives arrays away, which slows all others (docs/performance.md). */
const alone = ['src/runner/worker.test.ts', ...longest.filter(isBelow)];

/** A module of the page that has a place for something to stay: a store, a variable, or a list, set or map that begins empty. */
const keeping = /from 'zustand|^(export )?let |^(export )?const \w+[^=]*= (\[\]|new (Map|Set)(<.*>)?\(\));/m;
/** A test that puts another world round its modules, or files of its own into it. */
const changing = /\bvi\.(?!fn\b|setConfig\b)|\bglobalThis\b|\bdefineProperty\b|\bprocess\./;

/** Paths that a file imports, now or later, of ours. Types are not there when it runs. */
function importedBy(path, text) {
  const named = text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gm);
  return [...named]
    .map(([, now, later]) => posix(relative(root, resolve(root, dirname(path), (now ?? later).split('?')[0]))))
    .filter((to) => /\.(tsx?|mjs)$/.test(to) && existsSync(join(root, to)));
}

/**
 * Whether nothing stays from a test of the page to the next, as far as its text and all that it reaches say.
 * @param {string} test relative to the root
 */
export function keepsNothing(test) {
  const reached = new Set([test]);
  for (const path of reached) {
    // what stands below promises it (CONTRIBUTING.md), and reaches nothing above
    if (isBelow(path)) continue;
    const text = readFileSync(join(root, path), 'utf8');
    if ((path === test ? changing : keeping).test(text)) return false;
    for (const next of importedBy(path, text)) reached.add(next);
  }
  return true;
}

/** Tests of the page that nothing is left of. One that is written while tests are watched has a process to itself until they begin anew. */
const tidy = readdirSync(join(root, 'src'), { recursive: true })
  .map((name) => posix(join('src', name)))
  .filter((path) => path.endsWith('.test.ts') && !isBelow(path) && !longest.includes(path) && keepsNothing(path));

/** @type {import('vitest/config').TestProjectConfiguration[]} */
export const unitProjects = [
  {
    extends: true,
    test: {
      name: 'apart',
      include: [`src/!(${stateless.join('|')})/**/*.test.ts`, 'src/*.test.ts', 'cli/**/*.test.ts', 'scripts/**/*.test.ts', ...alone],
      exclude: tidy,
    },
  },
  {
    extends: true,
    test: { name: 'together', include: [`src/{${stateless.join(',')}}/**/*.test.ts`, ...tidy], exclude: alone, isolate: false },
  },
];
