import { describe, expect, it } from 'vitest';
import { campaignRounds, firstRate, levers, tooBusy } from '../library/campaign.ts';
import { createBench } from './bench.ts';
import {
  type Campaign,
  campaignBegun,
  isOver,
  type Limit,
  limitOf,
  nextRound,
  offeredBy,
  pulled,
  rateOf,
  readCampaign,
  unlockedBy,
} from './campaign.ts';

function played(campaign: Campaign) {
  const bench = createBench(campaign.design);
  bench.make({ play: campaign.design.seconds });
  return bench.situation();
}

describe('zero to millions', () => {
  it('is walked to its end: each lever is unlocked by a limit that was measured, and relieves it', () => {
    let campaign = campaignBegun();
    let tries = 0;
    while (!isOver(campaign)) {
      tries += 1;
      expect(tries).toBeLessThan(30);
      const limit = limitOf(campaign, played(campaign));
      if (limit === null) {
        campaign = nextRound(campaign);
        continue;
      }
      expect(limit.busy).toBeGreaterThan(tooBusy);
      expect(limit.busy).toBeLessThanOrEqual(1.001);
      expect(limit.second).toBeGreaterThanOrEqual(0);
      expect(limit.second).toBeLessThan(campaign.design.seconds);
      if (!campaign.unlocked.includes(limit.lever)) expect(pulled(campaign, limit.lever), 'locked until its limit is hit').toBe(campaign);
      const before = campaign.design;
      campaign = pulled(unlockedBy(campaign, limit), limit.lever);
      expect(campaign.design).not.toBe(before);
    }
    expect(offeredBy(campaignBegun())).toEqual([]);
    expect(offeredBy(campaign)).toEqual(['load-balancer', 'cdn', 'cache']);
    expect(campaign.round).toBe(campaignRounds);
    expect([...campaign.unlocked].sort()).toEqual(levers.map(({ id }) => id).sort());
    const firsts = new Map(campaign.limits.map(({ round, part }): [number, string] => [round, part]));
    expect(firsts.size, 'rounds that hit a limit').toBeGreaterThanOrEqual(8);
    expect(rateOf(campaignRounds - 1)).toBe(256 * firstRate);
  }, 300_000);

  it('names no limit where the round is held, and none of a run that has not been', () => {
    const calm = { ...campaignBegun() };
    const bench = createBench(calm.design);
    bench.make({ set: ['users-1', 'ratePerSecond', 20] });
    bench.make({ play: 16 });
    expect(limitOf(calm, bench.situation())).toBeNull();
    expect(limitOf(calm, { design: calm.design, run: null })).toBeNull();
  });

  it('reads what was kept as far as it makes sense', () => {
    const limit: Limit = { round: 0, part: 'web-1', busy: 0.99, second: 3, lever: 'balancer' };
    const kept = unlockedBy(campaignBegun(), limit);
    const design = (given: unknown) => (given ? kept.design : null);
    expect(readCampaign(JSON.parse(JSON.stringify(kept)), design)).toEqual(kept);
    expect(readCampaign({ ...kept, unlocked: ['balancer', 'wand'], limits: [limit, { ...limit, lever: 'wand' }, 3] }, design)).toEqual(
      kept,
    );
    for (const given of [null, 'x', { ...kept, round: 99 }, { ...kept, round: 0.5 }, { ...kept, design: null }])
      expect(readCampaign(given, design)).toBeNull();
  });
});
