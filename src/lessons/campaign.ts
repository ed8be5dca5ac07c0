/**
 * Zero to millions: twice the traffic each round, and what can be built is unlocked by the limit that was hit. Levers and rounds are
 * those of `library/campaign.ts`; a round is judged by its run alone, however the design was relieved. Pure.
 */

import type { Design, Id } from '../design/design.ts';
import { setParam } from '../design/edits.ts';
import { busiestOf } from '../goals/columnsTaken.ts';
import { measure } from '../goals/measure.ts';
import type { RunSoFar, Situation } from '../goals/situation.ts';
import { campaignRounds, campaignStart, firstRate, type Lever, levers, tooBusy } from '../library/campaign.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { nodeColumns } from '../runner/columnIndex.ts';

/** Behind the `#` of a link, as lessons are. */
export const campaignId = 'millions';
/** Of its design, by the language of the sitting. */
export const campaignTitles = { en: 'Zero to millions', ko: '0명에서 수백만 명까지' } as const;

export type LeverId = Lever['id'];

/** What gave way first: the part, how busy it was, and from which second of the round on. */
export interface Limit {
  round: number;
  part: Id;
  /** Mean utilization of its busiest instance once lines had grown, 0 to 1. */
  busy: number;
  /** Simulated seconds. */
  second: number;
  /** What relieves it. */
  lever: LeverId;
}

export interface Campaign {
  /** 0 to `campaignRounds`, which is the end. */
  round: number;
  design: Design;
  /** In the order in which they were unlocked. */
  unlocked: readonly LeverId[];
  limits: readonly Limit[];
}

/** Lines have grown and caches are warm. */
const settledSeconds = 6;
/** Long enough for a line to show, short enough to be played in a moment. */
const roundSeconds = 16;
/** A part is full from the first of so many seconds in a row. */
const steadySeconds = 3;
/** A round is held when no more than this share of the requests failed. */
const mostFailed = 0.01;

export const rateOf = (round: number): number => firstRate * (1 << Math.min(round, campaignRounds - 1));

const under = (design: Design, round: number): Design => setParam(design, 'users-1', 'ratePerSecond', rateOf(round));

export const campaignBegun = (): Campaign => ({
  round: 0,
  design: under({ ...campaignStart, seconds: roundSeconds }, 0),
  unlocked: [],
  limits: [],
});

/** What a finished run of a round says: what gave way, or null when the round is held. */
export function limitOf({ round }: Pick<Campaign, 'round'>, situation: Situation): Limit | null {
  const { run, design } = situation;
  if (run === null) return null;
  const settled = run.frames.filter(({ start }) => start >= settledSeconds);
  const busiest = busiestOf(run, settled);
  const failed = measure({ of: 'users', figure: 'failedShare', over: { from: settledSeconds } }, situation) ?? 0;
  if (!busiest || (busiest.busy < tooBusy && failed <= mostFailed)) return null;
  const lever = leversFor(busiest.id, design)[0];
  if (!lever) return null;
  return { round, part: busiest.id, busy: busiest.busy, second: fullFrom(run, busiest), lever: lever.id };
}

/** Levers that relieve a part of this design, the next of the chapter first. */
export const leversFor = (part: Id, design: Design): readonly Lever[] =>
  levers.filter(({ relieves, fits }) => relieves === part && fits(design));

function fullFrom(run: RunSoFar, { id, instance }: { id: Id; instance: number }): number {
  const node = run.plan.nodes.findIndex((each) => each.id === id);
  const column = nodeColumns(run.layout, node, 'utilization')[instance];
  const isFull = run.frames.map(({ values }) => values[column] >= tooBusy);
  const at = isFull.findIndex((_, i) => isFull.slice(i, i + steadySeconds).every(Boolean));
  return run.frames[Math.max(0, at)].start;
}

/** A limit was hit: its lever is there from now on. */
export function unlockedBy(campaign: Campaign, limit: Limit): Campaign {
  const { unlocked, limits } = campaign;
  return { ...campaign, limits: [...limits, limit], unlocked: unlocked.includes(limit.lever) ? unlocked : [...unlocked, limit.lever] };
}

/** What the list of parts offers: sorts of parts that came with what was unlocked. */
export const offeredBy = ({ unlocked }: Campaign): readonly NodeKind[] =>
  levers.flatMap(({ id, brings }) => (brings && unlocked.includes(id) ? [brings] : []));

/** @returns the campaign as it was where the lever is not unlocked or does not fit */
export function pulled(campaign: Campaign, id: LeverId): Campaign {
  const lever = levers.find((each) => each.id === id);
  if (!lever?.fits(campaign.design) || !campaign.unlocked.includes(id)) return campaign;
  return { ...campaign, design: lever.pull(campaign.design) };
}

/** The round is held: twice the traffic. */
export function nextRound(campaign: Campaign): Campaign {
  const round = Math.min(campaign.round + 1, campaignRounds);
  return { ...campaign, round, design: under(campaign.design, round) };
}

export const isOver = ({ round }: Campaign): boolean => round >= campaignRounds;

/** What was kept, if it makes sense. @param design reads a design that was kept */
export function readCampaign(given: unknown, design: (given: unknown) => Design | null): Campaign | null {
  if (typeof given !== 'object' || given === null) return null;
  const { round, design: kept, unlocked, limits } = given as Partial<Record<keyof Campaign, unknown>>;
  const read = design(kept);
  if (read === null || typeof round !== 'number' || !Number.isInteger(round) || round < 0 || round > campaignRounds) return null;
  const known = levers.map(({ id }) => id);
  return {
    round,
    design: read,
    unlocked: Array.isArray(unlocked) ? known.filter((id) => unlocked.includes(id)) : [],
    limits: Array.isArray(limits) ? limits.filter(isLimit) : [],
  };
}

function isLimit(value: unknown): value is Limit {
  const { round, part, busy, second, lever } = (value ?? {}) as Partial<Limit>;
  return [round, busy, second].every(Number.isFinite) && typeof part === 'string' && levers.some(({ id }) => id === lever);
}
