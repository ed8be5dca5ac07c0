import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { actsOnRegion } from '../design/regionFaults.ts';
import { geoFailover, outage } from '../library/geoFailover.ts';
import { twoDatacentres } from '../library/twoDatacentres.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { failoversOf } from './failovers.ts';
import { runHeadless } from './headless.ts';
import { siteFailuresOf } from './siteFailures.ts';

const play = (design: Design) => {
  const { plan, index } = compile(design);
  if (plan === null || !index) throw new Error('cannot run');
  const { frames, layout, notes } = runHeadless(plan, behaviors);
  return { sites: siteFailuresOf(design, index, layout, frames, notes), failovers: failoversOf(frames, layout, notes), frames, layout };
};

describe('the loss of a data centre', () => {
  const { sites, failovers } = play({ ...geoFailover.design, seconds: 480 });
  const [site] = sites;

  it('is told once, with its moments in order', () => {
    expect(sites).toHaveLength(1);
    expect(site).toMatchObject({ group: 'dc-3', region: 'us-east', faultAt: outage.at, backAt: outage.at + outage.seconds });
    // three checks 10 s apart, each up to 4 s long; then what resolvers keep for 30 s runs out
    expect(site.foundAt! - outage.at).toBeGreaterThan(20);
    expect(site.foundAt! - outage.at).toBeLessThan(35);
    // what resolvers keep runs out evenly within 30 s: half of it in 15
    expect(site.halfAt! - site.foundAt!).toBeGreaterThan(9);
    expect(site.halfAt! - site.foundAt!).toBeLessThan(21);
    expect(site.shiftedAt!).toBeGreaterThan(site.halfAt!);
    expect(site.returnedAt!).toBeGreaterThan(site.backAt!);
    // 2 % of the people ask for minutes where nobody is: users are served again only when it is back
    expect(site.recoveredAt!).toBeGreaterThan(site.shiftedAt!);
  });

  it('counts whom it was sent, and what became of them', () => {
    // seven in ten of 500 a second until they are led elsewhere
    const least = 350 * (site.foundAt! - outage.at);
    expect(site.sentThere).toBeGreaterThan(least);
    expect(site.sentThere).toBeLessThan(3 * least);
    expect(site.failed.timeout).toBeGreaterThan(0.8 * least);
    expect(site.failed.refused).toBe(0);
    expect(site.onlyThere).toBeNull();
  });

  it('is not over as a failover of its database that never comes: the old primary is back with it', () => {
    expect(failovers).toHaveLength(1);
    expect(failovers[0]).toMatchObject({ faultAt: outage.at, promotedAt: null, returnedAt: outage.at + outage.seconds });
    expect(failovers[0].secondsWithoutPrimary).toBe(outage.seconds);
  });
});

describe('a data centre whose database tells the other of its writes', () => {
  it('takes along what it had not told yet, and no single part is a data centre', () => {
    const base = { ...twoDatacentres.design, seconds: 120 };
    const lose = actsOnRegion(base, 'dc-3', 'lose', 30).map((act) => ({ at: 60, ...act }));
    const [site] = play({ ...base, scenario: lose }).sites;
    // 178 ms there and back, about 36 writes a second
    expect(site.onlyThere).toBeGreaterThan(0);
    expect(site.onlyThere).toBeLessThan(30);
    expect(site.secondsOnlyThere).toBeGreaterThan(0.05);
    expect(site.secondsOnlyThere).toBeLessThan(0.3);
    const part = play({ ...base, scenario: [{ at: 60, act: 'crash', node: 'web-1', instance: null }] });
    expect(part.sites).toEqual([]);
  });
});
