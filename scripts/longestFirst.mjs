// The test files that take longest begin first, so that at the end no core waits for one of them. Others by size, as Vitest does.
import { statSync } from 'node:fs';

/** Measured; each takes more than ten seconds. */
export const longest = [
  'cli/trials.test.ts',
  'src/prompts/references.test.ts',
  'cli/coverage.test.ts',
  'cli/grade.test.ts',
  'cli/validate.test.ts',
  'src/physics/properties/instants.test.ts',
  'src/lessons/walks.test.ts',
  'src/library/mustShow.test.ts',
  'src/physics/rubbish.test.ts',
  'src/physics/otherValues.test.ts',
  'src/canvas/momentPulse.test.ts',
  'src/claims/diagnosis/remedies.test.ts',
  'src/store/editSequences.test.ts',
  'scripts/walls.test.ts',
  'scripts/contributing.test.ts',
  'src/claims/diagnosis/diagnose.test.ts',
  'cli/sim.test.ts',
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
    return [...files].sort((a, b) => rank(a.moduleId) - rank(b.moduleId) || sizes.get(b.moduleId) - sizes.get(a.moduleId));
  }

  shard(files) {
    return files;
  }
}
