/**
 * Weak points of a design, found by breaking it: each part, one machine of each part, each place and each wire is taken away in turn,
 * every time in a run of its own beside one in which nothing breaks, with the same luck. What the users lose is the damage. Nothing
 * is read off the drawing. Pure.
 */

import type { Design, Id } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import { actsOnRegion } from '../design/regionFaults.ts';
import { controlLinks, specOf } from '../design/wires.ts';
import { failureReasons, type Plan, requestClasses } from '../engine/plan.ts';
import { meanOf } from '../statistics/estimate.ts';
import { actsOf, type Change } from './changes.ts';
import { type Compiled, compile } from './compile.ts';
import type { World } from './world.ts';

/** What is taken away: a whole part, its first machine, a place with all in it, a wire. */
export type Broken = { what: 'part' | 'machine'; id: Id } | { what: 'place'; id: Id } | { what: 'wire'; id: Id };

export interface WeakAsked {
  /** Simulated second at which it breaks; before it, the design runs in peace. */
  at: number;
  /** For how many seconds; null for good. */
  lasts: number | null;
  /** Simulated seconds watched after it broke. */
  watched: number;
  /** Worlds per break. */
  worlds: number;
  /** Share of the requests, 0 to 1, that users are to get answered; below it is bad. */
  target: number;
}

export const usualWeakAsked: WeakAsked = { at: 30, lasts: null, watched: 120, worlds: 3, target: 0.99 };

export interface WeakCase {
  broken: Broken;
  plan: Plan;
}

/** The run in which nothing breaks, and all that break something; null when the design cannot run. Its own timeline is left out. */
export function weakCasesOf(given: Design, { at, lasts, watched }: WeakAsked): { base: Plan; cases: readonly WeakCase[] } | null {
  const design: Design = { ...setSeconds(given, at + watched), scenario: [] };
  const compiled = compile(design);
  const base = compiled.plan;
  if (base === null) return null;
  const cases = breaksOf(design, base, lasts).flatMap(({ broken, changes }) => {
    const acts = changes.flatMap((change) => actsOf(design, compiled.index, change) ?? []);
    return acts.length === 0 ? [] : [{ broken, plan: { ...base, acts: acts.map((act) => ({ at, ...act })) } }];
  });
  return { base, cases };
}

interface Break {
  broken: Broken;
  changes: readonly Change[];
}

function breaksOf(design: Design, plan: NonNullable<Compiled['plan']>, lasts: number | null): Break[] {
  const ends = lasts === null ? {} : { seconds: lasts };
  const parts = design.nodes.flatMap(({ id, kind }, node): Break[] => {
    if (['source', 'operator'].includes(specOf(kind).role)) return [];
    const whole: Break = { broken: { what: 'part', id }, changes: [{ act: 'crash', node: id, instance: null, ...ends }] };
    const one: Break = { broken: { what: 'machine', id }, changes: [{ act: 'crash', node: id, instance: 0, ...ends }] };
    return plan.nodes[node].instances > 1 ? [whole, one] : [whole];
  });
  const places = design.groups.map(
    ({ id }): Break => ({ broken: { what: 'place', id }, changes: actsOnRegion(design, id, 'lose', lasts ?? undefined) }),
  );
  const control = controlLinks(design);
  const wires = design.links.flatMap(({ id }): Break[] =>
    control.has(id) ? [] : [{ broken: { what: 'wire', id }, changes: [{ act: 'strike-link', link: id, fault: 'partition', ...ends }] }],
  );
  return [...parts, ...places, ...wires];
}

export interface Damage {
  /** Requests that failed because of it, mean over worlds: those of this run less those of the run in peace. */
  failed: number;
  /** As a share of all that were meant from the break on. */
  failedShare: number;
  /** Seconds after the break in which fewer than the target were answered, mean over worlds. */
  secondsBelow: number;
  /** Writes that were acknowledged and are gone; messages likewise. */
  lostWrites: number;
  lostMessages: number;
  /** Seconds from the break until users were served as before for good, worst world; null where one never was. */
  secondsToRecover: number | null;
  /** Nobody was served by half for as long as it was broken: there is no second one. */
  isSinglePoint: boolean;
}

const failuresIn = ({ classes }: Pick<World, 'classes'>): number =>
  requestClasses.reduce((sum, name) => sum + failureReasons.reduce((all, reason) => all + classes[name].failedBy[reason], 0), 0);

const offeredIn = ({ classes }: Pick<World, 'classes'>): number => requestClasses.reduce((sum, name) => sum + classes[name].offered, 0);

/** Share answered well per stretch from the break on; NaN where the run in peace has nothing to end either. */
function sharesAfter({ course }: Pick<World, 'course'>, peace: Pick<World, 'course'>, at: number): number[] {
  const shares: number[] = [];
  for (let i = Math.ceil(at / course.stretchSeconds); i < course.goodput.length; i++) {
    const ended = course.goodput[i] + course.failed[i];
    const usual = peace.course.goodput[i] + peace.course.failed[i];
    // where nothing ends at all although it should, nobody is served either
    shares.push(ended > 0 ? course.goodput[i] / ended : usual > 0 ? 0 : Number.NaN);
  }
  return shares;
}

/** What a break cost. @param worlds of the break, and of peace the same in the same order */
export function damageOf(worlds: readonly World[], peace: readonly World[], { at, lasts, watched, target }: WeakAsked): Damage {
  const each = worlds.map((world, i) => {
    const { stretchSeconds } = world.course;
    const shares = sharesAfter(world, peace[i], at);
    // a design that is below its target in peace is not made worse by being there still
    const calm = sharesAfter(peace[i], peace[i], at);
    const isBelow = (share: number, stretch: number) => share < Math.min(target, calm[stretch] - 1e-9);
    const below = shares.map(isBelow);
    const halves = shares.map((share) => share < 0.5);
    return {
      failed: Math.max(0, failuresIn(world) - failuresIn(peace[i])),
      meant: (offeredIn(peace[i]) * watched) / (at + watched),
      secondsBelow: below.filter(Boolean).length * stretchSeconds,
      recover: below.at(-1) ? null : (below.lastIndexOf(true) + 1) * stretchSeconds,
      longestHalf: longestRun(halves) * stretchSeconds,
      lost: world.lost,
    };
  });
  const mean = (of: (one: (typeof each)[number]) => number) => meanOf(each.map(of));
  const failed = mean((one) => one.failed);
  const meant = mean((one) => one.meant);
  return {
    failed,
    failedShare: meant > 0 ? Math.min(1, failed / meant) : 0,
    secondsBelow: mean((one) => one.secondsBelow),
    lostWrites: mean((one) => one.lost.writes),
    lostMessages: mean((one) => one.lost.messages),
    secondsToRecover: each.reduce<number | null>(
      (worst, { recover }) => (worst === null || recover === null ? null : Math.max(worst, recover)),
      0,
    ),
    isSinglePoint: each.every(({ longestHalf }) => longestHalf >= 0.9 * Math.min(lasts ?? watched, watched)),
  };
}

function longestRun(flags: readonly boolean[]): number {
  let run = 0;
  let longest = 0;
  for (const flag of flags) {
    run = flag ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The worst first: by requests that failed, then by what was lost for good, then by time below the target. */
export function byDamage<T extends { damage: Damage }>(found: readonly T[]): T[] {
  return [...found].sort(
    ({ damage: a }, { damage: b }) =>
      b.failed - a.failed || b.lostWrites + b.lostMessages - a.lostWrites - a.lostMessages || b.secondsBelow - a.secondsBelow,
  );
}

/**
 * Of all that was broken, the worst first: parts and wires that nobody makes up for, in the same order. With several machines, the loss of
 * all of them says nothing: what counts is the loss of one.
 */
export function singlesOf<T extends { broken: Broken; damage: Damage }>(found: readonly T[]): T[] {
  const several = new Set(found.flatMap(({ broken }) => (broken.what === 'machine' ? [broken.id] : [])));
  return found.filter(
    ({ broken: { what, id }, damage }) => damage.isSinglePoint && what !== 'place' && !(what === 'part' && several.has(id)),
  );
}
