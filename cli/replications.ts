/**
 * `sim --replications n`: one design, or two in the same worlds, played n times with the luck of n worlds over all cores. What is
 * printed is merged (histograms added, percentiles never averaged) and does not depend on how many workers there were.
 */

import type { RunLimits } from '../src/engine/limits.ts';
import type { Plan } from '../src/engine/plan.ts';
import { compareMetric } from '../src/runner/compareWorlds.ts';
import { replicate } from '../src/runner/replicate.ts';
import type { World } from '../src/runner/world.ts';
import { estimateMetric, mergeWorlds, metricNames, valueIn } from '../src/runner/worldMetrics.ts';
import { crewFor } from './crew.ts';
import { comparisonTable, replicationTable } from './replicationTable.ts';

export interface Arm {
  title: string;
  plan: Plan;
}

export interface Asked {
  a: Arm;
  b: Arm | null;
  worlds: number;
  /** Null: as many as the machine runs at once. */
  workers: number | null;
  /** Of each world; null for the usual. */
  limits: RunLimits | null;
  bundle: URL | null;
  isJson: boolean;
}

/** World numbers and reasons of those that could not be played. */
export interface Failed {
  arm: number;
  world: number;
  reason: string;
}

/** The text that the command prints. */
export async function replications({ a, b, worlds, workers, limits, bundle, isJson }: Asked): Promise<string> {
  const arms = b === null ? [a] : [a, b];
  const crew = crewFor(bundle, workers);
  const played: World[][] = arms.map(() => []);
  const failed: Failed[] = [];
  await replicate(
    crew,
    arms.map(({ plan }) => plan),
    worlds,
    {
      onWorld: (arm, world) => played[arm].push(world),
      onFailed: (arm, world, reason) => failed.push({ arm, world, reason }),
    },
    limits,
  ).ended;
  crew.cancelAll();
  // Workers finish in any order.
  for (const list of played) list.sort((x, y) => x.number - y.number);
  if (isJson) return `${JSON.stringify(asData(arms, played, failed), null, 2)}\n`;
  const [ofA, ofB] = played;
  return `${ofB === undefined ? replicationTable(a, ofA, failed) : comparisonTable(arms, ofA, ofB, failed)}\n`;
}

/** Seconds, per second and shares in full; NaN, which JSON has not, becomes null. */
function asData(arms: readonly Arm[], played: readonly World[][], failed: readonly Failed[]): object {
  const designs = arms.map(({ title, plan }, arm) => {
    const worlds = played[arm];
    const { all, staleReads } = mergeWorlds(worlds);
    return {
      title,
      seed: plan.seed,
      seconds: plan.seconds,
      merged: { ...all, staleReads },
      estimates: Object.fromEntries(metricNames.map((name) => [name, estimateMetric(worlds, name)])),
      worlds: worlds.map((world) => {
        const one = mergeWorlds([world]);
        const values = Object.fromEntries(metricNames.map((name) => [name, valueIn(one, name)]));
        return { number: world.number, seed: world.seed, framesHash: world.framesHash, values };
      }),
    };
  });
  const [a, b] = played;
  return { confidence: 0.95, failed, designs, comparison: b === undefined ? null : metricNames.map((name) => compareMetric(a, b, name)) };
}
