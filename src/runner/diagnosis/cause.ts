/** Where it began: the deepest part that is exhausted itself, or what befell a part before anything was. */

import { specOf } from '../../design/wires.ts';
import type { StrainCode } from '../../nodes/strain.ts';
import { failoversOf } from '../failovers.ts';
import { specAt } from '../roles.ts';
import { type Case, nodeAt } from './case.ts';
import { type Effect, lookSeconds, usersOver } from './effect.ts';
import { type Broken, brokenOf, severity } from './faults.ts';
import { calleesOf, callersOf, reaches } from './graph.ts';
import { numbersOf } from './numbers.ts';
import { callsPerRequest, coldCaches } from './shares.ts';
import { onceStrained, type Strained, type StrainedWire } from './strained.ts';

/**
 * Beside strains and faults:
 * - `site`: all parts of a group failed together
 * - `pool`: connections of a wire are used up though the part at its end has time
 * - `failover`: a store has no primary, or callers do not know the new one yet
 * - `storm`: tries and tries again keep a part full that the load alone would not fill
 * - `cold`: a cache that had most rows has few
 * - `impatience`: callers give up sooner than answers come
 * - `wrong`: a part answers badly that nobody it asks does
 */
export type CauseCode = StrainCode | Broken['how'] | 'site' | 'pool' | 'failover' | 'storm' | 'cold' | 'impatience' | 'wrong';

export interface Cause {
  code: CauseCode;
  /** Plan index of the part that it began at. */
  node: number;
  /** -1 = as a whole. */
  instance: number;
  /** Plan index of a wire that it is about; -1 = none. */
  link: number;
  /** Simulated seconds. */
  since: number;
  /** Plan index of the part that makes the other one suffer: router, cache, autoscaler; -1 = none. */
  by: number;
  details: Readonly<Record<string, number>>;
  broken: Broken | null;
}

/** What a part is short of by itself. */
const ownCodes: readonly StrainCode[] = [
  'servers',
  'jobs',
  'connections',
  'lock',
  'disk',
  'disk-full',
  'memory',
  'throttled',
  'room',
  'quorum',
];
/** What follows from waiting for others, or from having nobody. */
const waitingCodes: readonly StrainCode[] = ['threads', 'backlog', 'targets'];

/** A fault this long before anything suffered is another story; simulated seconds. */
const soonSeconds = 30;
/** What frames cut off, and what a notice takes. */
const slackSeconds = 2.5;
/** So many calls more than before for each request are tries. */
const stormFactor = 1.5;
/** Traffic no larger than this times before is the same. */
const sameTraffic = 1.15;

/** Traffic that was so many times what it is now, and may have begun it. */
const peakFactor = 1.5;

const nothing = { instance: -1, link: -1, by: -1, details: {}, broken: null } as const;

/**
 * @param effect what users notice; without any, causes are those of strains only
 * @returns where it began; null when nothing that is known explains it
 */
export function causeOf(one: Case, effect: Effect, strained: readonly Strained[], pools: readonly StrainedWire[]): Cause | null {
  const own = deepest(
    one,
    strained.filter(({ code }) => ownCodes.includes(code)),
  );
  const onset = Math.min(effect.since ?? Number.MAX_VALUE, own?.since ?? Number.MAX_VALUE);
  const broken = brokenBy(one, own, onset);
  if (broken) return causeOfFault(one, broken, own);
  const made = own && (coldBehind(one, own) ?? triesAgain(one, effect, own) ?? madeBy(one, strained, own));
  if (made) return made;
  const pool = pools.find(({ link }) => !own || !leadsTo(one, link, own.node));
  if (pool && !(own && reaches(one.plan, own.node, one.plan.links[pool.link].to))) return causeOfPool(one, pool);
  if (own) return { ...nothing, ...withTraffic(own, effect) };
  const waiting = deepest(
    one,
    strained.filter(({ code }) => waitingCodes.includes(code)),
  );
  const impatient = effect.kind === 'failing' ? impatience(one) : null;
  const isDeeper = impatient && waiting && leadsFrom(one, waiting.node, impatient.link);
  if (waiting && !isDeeper) return { ...nothing, ...withTraffic(waiting, effect) };
  return impatient ?? (effect.kind === 'failing' ? wrongAnswers(one, effect) : null);
}

/** Of the exhausted parts one whose calls end up at no other; the earliest of several. */
function deepest(one: Case, strained: readonly Strained[]): Strained | null {
  const ends = strained.filter(({ node }) => !strained.some((other) => reaches(one.plan, node, other.node)));
  return ends.reduce<Strained | null>((first, each) => (!first || each.since < first.since ? each : first), null);
}

const leadsTo = ({ plan }: Case, link: number, node: number): boolean =>
  plan.links[link].to === node || reaches(plan, plan.links[link].to, node);

const leadsFrom = ({ plan }: Case, node: number, link: number): boolean =>
  plan.links[link].from === node || reaches(plan, node, plan.links[link].from);

/** A fault under way that came before anything suffered, soon before it or at the very part. */
function brokenBy(one: Case, own: Strained | null, onset: number): Broken | null {
  const explains = (each: Broken): boolean => {
    if (each.until !== null || each.since > onset + slackSeconds) return false;
    const isThere = own !== null && (own.node === each.node || reaches(one.plan, own.node, each.node));
    return isThere || onset - each.since <= soonSeconds;
  };
  const open = brokenOf(one.notes).filter((each) => explains(each) && !isTraffic(one, each));
  return open.reduce<Broken | null>((worst, each) => (worst && isWorse(one, worst, each) ? worst : each), null);
}

/** What befalls people is what they do: the parts have to bear it. */
export const isTraffic = ({ plan }: Case, { node, link }: Broken): boolean => link < 0 && specAt(plan.nodes[node].kind).role === 'source';

/** The graver one, then the later one; of those of one moment the one that callers meet first. */
function isWorse({ plan }: Case, a: Broken, b: Broken): boolean {
  if (severity(a) !== severity(b)) return severity(a) > severity(b);
  return a.since !== b.since ? a.since > b.since : reaches(plan, a.node, b.node) || !reaches(plan, b.node, a.node);
}

function causeOfFault(one: Case, broken: Broken, own: Strained | null): Cause {
  const { node, instance, link, how, value, since } = broken;
  const base = { ...nothing, code: how, node, instance, link, since, broken, details: { factor: value, ...fullBeside(own, node) } };
  const site = siteOf(one, broken);
  const report =
    site !== null
      ? undefined
      : failoversOf(one.frames, one.layout, one.notes).find((each) => each.node === node && Math.abs(each.faultAt - since) < 1e-6);
  if (report && report.promotedAt === null && report.returnedAt === null)
    return { ...base, code: 'failover', details: { ...base.details, noticed: report.noticedAt === null ? 0 : 1 } };
  const resolver = one.plan.nodes.findIndex(
    (_, from) => specAt(one.plan.nodes[from].kind).role === 'resolver' && calleesOf(one.plan, from).includes(node),
  );
  const whole = site === null ? base : { ...base, code: 'site' as const, details: { ...base.details, group: site } };
  if (resolver < 0 || (how !== 'crash' && how !== 'hang')) return whole;
  const ttl = Number(nodeAt(one, resolver)?.params.ttlSeconds ?? 0);
  return { ...whole, by: resolver, details: { ...whole.details, ttlSeconds: ttl } };
}

/** Position in the design of the group whose parts all failed at that moment; null where it was not all of one, or only one part. */
function siteOf(one: Case, { since, how }: Broken): number | null {
  if (how !== 'crash' && how !== 'hang') return null;
  const down = new Set(
    brokenOf(one.notes).flatMap((each) =>
      each.since === since && each.how === how && each.instance < 0 ? [one.plan.nodes[each.node].id] : [],
    ),
  );
  const at = one.design.groups.findIndex(({ id }) => {
    const parts = one.design.nodes.filter(({ group, kind }) => group === id && !['source', 'operator'].includes(specOf(kind).role));
    return parts.length > 1 && parts.every((part) => down.has(part.id));
  });
  return at < 0 ? null : at;
}

/** The part that is full because of a fault elsewhere. */
const fullBeside = (own: Strained | null, node: number): Record<string, number> => (own && own.node !== node ? { fullNode: own.node } : {});

/** The store that has to do what a cache did. */
function coldBehind(one: Case, own: Strained): Cause | null {
  for (const { node, since, hitShare, bestShare } of coldCaches(one)) {
    const asks = callersOf(one.plan, node).some((caller) => reaches(one.plan, caller, own.node)) || reaches(one.plan, node, own.node);
    if (!asks || own.since < since - slackSeconds) continue;
    return { ...nothing, code: 'cold', node, since, details: { hitShare, bestShare, fullNode: own.node } };
  }
  return null;
}

/** As much traffic as before is more than it can do, because everybody asks several times, and nothing is broken any more. */
function triesAgain(one: Case, effect: Effect, own: Strained): Cause | null {
  const { before, since, now } = effect;
  if (effect.kind !== 'failing' || !before || since === null || before.failedShare > 0.01) return null;
  if (before.offeredPerSecond === 0 || now.offeredPerSecond > sameTraffic * before.offeredPerSecond) return null;
  const last = one.frames.at(-1)!.end;
  const during = one.frames.filter(({ end }) => end > last - lookSeconds);
  const earlier = one.frames.filter(({ end }) => end <= since).slice(-30);
  const [a, b] = [
    callsPerRequest(one, own.node, during, now.offeredPerSecond),
    callsPerRequest(one, own.node, earlier, before.offeredPerSecond),
  ];
  if (a === null || b === null || b === 0 || a / b < stormFactor) return null;
  const trigger = brokenOf(one.notes)
    .filter(({ until, since: at }) => until !== null && at <= since + slackSeconds && since - at <= 2 * soonSeconds)
    .at(-1);
  const hadPeak = one.frames.some((frame) => {
    return frame.end >= own.since - slackSeconds && usersOver(one.layout, [frame]).offeredPerSecond > peakFactor * now.offeredPerSecond;
  });
  if (!trigger && !hadPeak) return null;
  return {
    ...nothing,
    code: 'storm',
    node: own.node,
    since: trigger?.since ?? since,
    broken: trigger ?? null,
    details: { ...own.details, triesFactor: a / b, offeredRate: now.offeredPerSecond, callsRate: a * now.offeredPerSecond },
  };
}

/** A router whose keys are dealt unevenly, a cache that lets everybody load, more instances that are on their way. */
function madeBy(one: Case, strained: readonly Strained[], own: Strained): Cause | null {
  const find = (code: StrainCode, isIts: (each: Strained) => boolean) => strained.find((each) => each.code === code && isIts(each));
  const hot = find('hot', ({ node }) => calleesOf(one.plan, node).includes(own.node));
  if (hot) return { ...nothing, code: 'hot', node: own.node, since: own.since, by: hot.node, details: { ...own.details, ...hot.details } };
  const rush = onceStrained(one, 'stampede', own.since - slackSeconds).find(({ node }) =>
    [node, ...callersOf(one.plan, node)].some((part) => part === own.node || reaches(one.plan, part, own.node)),
  );
  if (rush) return { ...nothing, code: 'stampede', node: rush.node, since: rush.since, details: { ...rush.details, fullNode: own.node } };
  const id = one.plan.nodes[own.node].id;
  const steers = ({ node }: Strained) => one.design.links.some(({ from, to }) => from === one.plan.nodes[node].id && to === id);
  const booting = find('booting', steers);
  return booting
    ? { ...nothing, code: 'booting', node: own.node, since: own.since, by: booting.node, details: { ...own.details, ...booting.details } }
    : null;
}

const causeOfPool = ({ plan }: Case, { link, since, poolCount, waitingCount }: StrainedWire): Cause => ({
  ...nothing,
  code: 'pool',
  node: plan.links[link].from,
  link,
  since,
  details: { poolCount, waitingCount, toNode: plan.links[link].to },
});

/** A strain as a cause: how much more it is asked for than it can do, and whether much more traffic came than before. */
function withTraffic({ code, node, instance, since, details }: Strained, { now, before }: Effect) {
  const grown = before && before.offeredPerSecond > 0 ? now.offeredPerSecond / before.offeredPerSecond : 1;
  const asked = details.doneRate > 0 ? details.arrivedRate / details.doneRate : 1.5;
  // tries are not demand: what users want over what they get is less, unless nearly nobody gets anything
  const wanted = now.goodPerSecond > 0.1 * now.offeredPerSecond ? now.offeredPerSecond / now.goodPerSecond : asked;
  const loadFactor = Math.max(1, Math.min(asked, wanted));
  return { code, node, instance, since, details: { ...details, loadFactor, ...(grown >= 1.3 ? { trafficFactor: grown } : {}) } };
}

/** The deepest part whose answers usually take longer than a caller of it waits. */
function impatience(one: Case): Cause | null {
  const frames = one.frames.slice(-5);
  const late = one.plan.links.flatMap(({ from, to, timeoutSeconds }, link) => {
    if (timeoutSeconds <= 0) return [];
    const times = frames.flatMap((frame) =>
      numbersOf(one.layout, frame, to, {})
        .each('p95')
        .map(({ value }) => value),
    );
    const usual = times.sort((a, b) => a - b)[times.length >> 1];
    return usual !== undefined && usual >= 0.95 * timeoutSeconds ? [{ from, to, link, timeoutSeconds, takesSeconds: usual }] : [];
  });
  const found = late.find(
    ({ from, to }) =>
      !late.some(
        (other) => other.from === to || reaches(one.plan, to, other.to) || (other.to !== to && reaches(one.plan, from, other.from)),
      ),
  );
  if (!found) return null;
  const { from, to, link, timeoutSeconds, takesSeconds } = found;
  return {
    ...nothing,
    code: 'impatience',
    node: from,
    link,
    since: one.frames[0].start,
    details: { timeoutSeconds, takesSeconds, toNode: to },
  };
}

/** The deepest part that answers badly though those it asks do not. */
function wrongAnswers(one: Case, { since }: Effect): Cause | null {
  const frames = one.frames.slice(-5);
  const share = one.plan.nodes.map((_, node) => {
    const sum = (metric: string) => frames.reduce((total, frame) => total + numbersOf(one.layout, frame, node, {}).sum(metric), 0);
    return sum('failed') / Math.max(1, sum('failed') + sum('completed'));
  });
  const isBad = (node: number) => share[node] >= 0.001;
  const node = share.findIndex((_, each) => isBad(each) && !share.some((_, other) => isBad(other) && reaches(one.plan, each, other)));
  return node < 0 ? null : { ...nothing, code: 'wrong', node, since: since ?? 0, details: { failedShare: share[node] } };
}
