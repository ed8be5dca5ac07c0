// The test files that take longest begin first, so that at the end no core waits for one of them. Then those that have a process to themselves,
// then those that share one (unitProjects.mjs), each by size, as Vitest does.
import { statSync } from 'node:fs';

/** As measured, the longest first: each takes ten seconds or more on a busy machine. */
export const longest = [
  'cli/coverage.test.ts',
  'src/prompts/references.test.ts',
  'src/library/mustShow.test.ts',
  'src/claims/diagnosis/diagnose.test.ts',
  'src/claims/diagnosis/remedies.test.ts',
  'scripts/contributing.test.ts',
  'src/physics/otherValues.test.ts',
  'src/lessons/walks.test.ts',
  'src/physics/rubbish.test.ts',
  'cli/trials.test.ts',
  'cli/validate.test.ts',
  'scripts/licences.test.ts',
  'cli/bench/allocation.test.ts',
  'scripts/walls.test.ts',
  'cli/grade.test.ts',
  'src/physics/properties/instants.test.ts',
  'src/store/editSequences.test.ts',
  'cli/bench/shapes.test.ts',
];

/** @param {string} file */
function rank(file) {
  const at = longest.findIndex((name) => file.replaceAll('\\', '/').endsWith(`/${name}`));
  return at < 0 ? longest.length : at;
}

/** A sequencer of Vitest. */
export class LongestFirst {
  sort(files) {
    const sizes = new Map(files.map(({ moduleId }) => [moduleId, statSync(moduleId).size]));
    const isAlone = ({ project }) => Number(project.config.isolate);
    return [...files].sort(
      (a, b) => rank(a.moduleId) - rank(b.moduleId) || isAlone(b) - isAlone(a) || sizes.get(b.moduleId) - sizes.get(a.moduleId),
    );
  }

  shard(files) {
    return files;
  }
}
