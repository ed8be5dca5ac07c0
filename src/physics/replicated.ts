/** What happens when: many short runs of one design, each with its own luck; groups of them take the place of sections. */

import { type Estimate, estimate } from '../statistics/estimate.ts';
import { mostLengths } from './arms.ts';
import type { Budget } from './budget.ts';
import type { Goal } from './caseFile.ts';
import type { Replicated, Row } from './experiment.ts';
import { planOf, runOf } from './play.ts';
import { estimateSoFar, type IsKnown, type Measuring } from './progress.ts';

/** Groups of replications, whose spread says how much is known. */
const groupCount = 30;
/** How often what is known so far is told. */
const stops = 30;

function findings(metrics: Replicated['metrics'], rows: readonly Row[], judge: typeof estimate): Record<string, Estimate> {
  const groups = Math.min(groupCount, Math.floor(rows.length / 2));
  const cut = Array.from({ length: groups }, (_, g) => rows.filter((_, r) => r % groups === g));
  return Object.fromEntries(
    Object.entries(metrics).map(([name, read]) => {
      const value = read(rows);
      return [name, rows.length === 1 ? { value, low: value, high: value, refused: null } : judge(value, cut.map(read))];
    }),
  );
}

/**
 * @param seed of everything that is left to chance; run r plays with `seed r`
 * @param isKnown whether the intervals are narrow enough; while they are not, as many runs again are made
 */
export function* measureReplicated(experiment: Replicated, seed: string, goal: Goal, budget: Budget, isKnown: IsKnown): Measuring {
  const { design, designOf, seconds, frameSeconds = seconds, acts, play, metrics, trials = 1 } = experiment;
  const shared = planOf(design, seed, seconds, frameSeconds);
  const rows: Row[] = [];
  for (let lengths = 1; ; lengths *= 2) {
    const of = Math.max(1, goal.n) * lengths;
    const step = Math.max(1, Math.ceil(of / stops));
    let told = rows.length;
    while (rows.length < of) {
      const r = rows.length / trials;
      const plan = designOf ? planOf(designOf(r), seed, seconds, frameSeconds) : shared;
      const own = acts ? { ...plan, acts: [...plan.acts, ...acts(r)] } : plan;
      const played = play(runOf({ ...own, seed: `${seed} ${r}` }, budget), r);
      for (const row of trials === 1 ? [played as Row] : (played as readonly Row[])) rows.push(row);
      if (rows.length - told < step || rows.length >= of) continue;
      told = rows.length;
      yield { done: told, of, found: () => findings(metrics, rows, estimateSoFar) };
    }
    const found = findings(metrics, rows, estimate);
    if (lengths >= mostLengths || rows.length === 1 || isKnown(found)) return { found, lengths };
  }
}
