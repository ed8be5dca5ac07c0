/**
 * What is going on in a run, as cause, effect and remedy, from what was measured and noted alone. It reads plans, frames and notes, so the
 * page and the command line tell the same story; concealed events are for the caller to leave out.
 */

import type { Case } from './case.ts';
import { type Cause, causeOf, isTraffic } from './cause.ts';
import { type Effect, effectOf } from './effect.ts';
import { type Broken, brokenOf } from './faults.ts';
import { above } from './graph.ts';
import { numbersOf } from './numbers.ts';
import { type Lever, leversOf } from './remedies.ts';
import { type Strained, strainedParts, strainedWires } from './strained.ts';

/**
 * - `fine`: nothing is wrong; `limited`: nothing is, and some are turned away on purpose
 * - `harmless`: something is broken, and users do not notice; `strained`: something is full, and they do not yet
 * - `slow`, `failing`: they do
 */
export type DiagnosisKind = 'fine' | 'limited' | 'harmless' | 'strained' | 'slow' | 'failing';

export interface Diagnosis {
  kind: DiagnosisKind;
  /** Simulated seconds of the newest frame. */
  at: number;
  effect: Effect;
  cause: Cause | null;
  /** The part with the least room left, from the share on that people call busy; looked for only where nothing is wrong. */
  busiest: { node: number; busyShare: number } | null;
  /** What is broken and harmless. */
  broken: Broken | null;
  /** Plan indices of everybody whose calls end up where it began. */
  victims: readonly number[];
  strained: readonly Strained[];
  levers: readonly Lever[];
}

/** Strains that are no trouble by themselves. */
const harmless: readonly Strained['code'][] = ['hot', 'limit', 'booting', 'strays', 'stampede', 'jobs', 'targets'];

/** @returns the story of a run's newest frames; null before the first */
export function diagnose(one: Case): Diagnosis | null {
  const last = one.frames.at(-1);
  if (!last) return null;
  const strained = strainedParts(one);
  const pools = strainedWires(one);
  const troubled = strained.filter(({ code }) => !harmless.includes(code));
  const effect = effectOf(one.layout, one.frames, troubled.length > 0 || pools.length > 0);
  const base = { at: last.end, effect, cause: null, busiest: null, broken: null, victims: [], strained, levers: [] };
  if (effect.kind === 'none' && troubled.length === 0 && pools.length === 0) return { ...base, ...quiet(one, effect) };
  const cause = causeOf(one, effect, strained, pools);
  const kind = effect.kind === 'none' ? 'strained' : effect.kind;
  if (!cause) return { ...base, kind };
  return { ...base, kind, cause, victims: above(one.plan, cause.node), levers: leversOf(one, cause) };
}

/** Nobody suffers: whether something is broken all the same, or somebody is turned away as was meant. */
function quiet(one: Case, { now }: Effect): Pick<Diagnosis, 'kind' | 'broken' | 'busiest'> {
  const broken =
    brokenOf(one.notes)
      .filter((each) => each.until === null && !isTraffic(one, each))
      .at(-1) ?? null;
  if (broken) return { kind: 'harmless', broken, busiest: null };
  return { kind: now.limitedShare > 0.001 ? 'limited' : 'fine', broken: null, busiest: busiestOf(one) };
}

const busyFrom = 0.8;

function busiestOf({ plan, layout, frames }: Case): Diagnosis['busiest'] {
  const last = frames[frames.length - 1];
  const shares = plan.nodes.map((_, node) =>
    Math.max(
      0,
      ...numbersOf(layout, last, node, {})
        .each('utilization')
        .map(({ value }) => value),
    ),
  );
  const node = shares.indexOf(Math.max(...shares));
  return shares[node] >= busyFrom ? { node, busyShare: shares[node] } : null;
}
