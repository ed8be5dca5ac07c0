/** Growing without end: twice the traffic each round, and each time another part is the first that can do no more (domain S65). */

import type { Design, Id } from '../design/design.ts';
import { setParam, setSeconds } from '../design/edits.ts';
import type { Readings, Stretch } from '../engine/readings.ts';
import { campaignRounds, campaignStart, firstRate, levers, tooBusy } from '../library/campaign.ts';
import { specs } from '../nodes/specs.ts';
import { atLeast, atMost, type Claim, type Finding } from './claim.ts';
import { playDesign } from './play.ts';

/**
 * From when on lines have grown and caches are warm, and how far a round is played. With thousands of requests a second both take less: there it
 * is as long as on the page.
 */
const stretchAt = (rate: number) => (rate < 3000 ? { from: 15, to: 40 } : { from: 6, to: 16 });
/** Levers that one round may need. */
const mostPulls = 4;

interface Round {
  /** Parts that were saturated when the traffic had doubled, the busiest first; each was relieved before the next was looked for. */
  bound: readonly Id[];
  design: Design;
  /** Of the requests, once all are relieved. */
  failedShare: number;
}

/** The busiest instance of each part, the busiest part first, as measured. */
function busiest(run: Readings, design: Design, settled: Stretch): { id: Id; busy: number } {
  const parts = design.nodes
    .filter(({ kind }) => specs[kind].role !== 'source')
    .map(({ id, params }) => {
      const instances = Array.from({ length: Number(params.instances ?? 1) }, (_, i) =>
        run.mean(id, 'utilization', { ...settled, instance: i }),
      );
      return { id, busy: Math.max(...instances) };
    });
  return parts.reduce((best, part) => (part.busy > best.busy ? part : best));
}

function played(before: Design, rate: number): Round {
  const settled = stretchAt(rate);
  let design = setParam(setSeconds(before, settled.to), 'users-1', 'ratePerSecond', rate);
  const bound: Id[] = [];
  for (;;) {
    const run = playDesign(design);
    const { id, busy } = busiest(run, design, settled);
    const lever = busy < tooBusy ? undefined : levers.find(({ relieves, fits }) => relieves === id && fits(design));
    if (lever === undefined || bound.length === mostPulls)
      return { bound, design, failedShare: run.of('users-1', 'failed', settled) / run.of('users-1', 'arrived', settled) };
    bound.push(id);
    design = lever.pull(design);
  }
}

function campaign(): Finding[] {
  const rounds: Round[] = [];
  let design = campaignStart;
  let rate = firstRate;
  for (let n = 0; n < campaignRounds; n++) {
    if (n > 0) rate *= 2;
    rounds.push(played(design, rate));
    design = rounds[n].design;
  }
  const firsts = rounds.flatMap(({ bound }) => bound.slice(0, 1));
  const changes = firsts.filter((id, i) => i > 0 && id !== firsts[i - 1]).length;
  return [
    atLeast('rounds that had something saturated', firsts.length, 8),
    atLeast(`the part that is saturated first is another (${firsts.join(', ')}): times`, changes, 5),
    atMost('once it was relieved: most failures of any round', 100 * Math.max(...rounds.map(({ failedShare }) => failedShare)), 1, {
      unit: '%',
    }),
    atLeast('requests a second of the last round over the first', rate / firstRate, 256),
  ];
}

export const growing: readonly Claim[] = [
  {
    id: 'S65',
    says: 'Scaling never ends: traffic doubles round by round, and what has been relieved is not what is saturated next',
    shownBy: 'campaign',
    isLong: true,
    check: campaign,
  },
];
