// Which unit tests share a process. To start one for each file, and to read the engine and all kinds into it, takes longer than most of them.
import { longest } from './longestFirst.mjs';

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

/** Of those rooms, but alone: what runs long is compiled for what it runs, and this one gives arrays away, which slows all others (docs/performance.md). */
const alone = ['src/runner/worker.test.ts', ...longest.filter((file) => stateless.some((room) => file.startsWith(`src/${room}/`)))];

/** @type {import('vitest/config').TestProjectConfiguration[]} */
export const unitProjects = [
  {
    extends: true,
    test: {
      name: 'apart',
      include: [`src/!(${stateless.join('|')})/**/*.test.ts`, 'src/*.test.ts', 'cli/**/*.test.ts', 'scripts/**/*.test.ts', ...alone],
    },
  },
  {
    extends: true,
    test: { name: 'together', include: [`src/{${stateless.join(',')}}/**/*.test.ts`], exclude: alone, isolate: false },
  },
];
