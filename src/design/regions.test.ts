import { describe, expect, it } from 'vitest';
import { type Design, type RegionId, regionIds } from './design.ts';
import { addGroup, addNode, connect, emptyDesign, setLinkParam } from './edits.ts';
import { linkDelay, regionOf, rttBetween, rttMs, rttSource, sameZoneRttMs, userToEdgeRttMs, userToRegionRttMs } from './regions.ts';

const at = { x: 0, y: 0 };
/** dc-1 in us-east, dc-2 in seoul; users, CDN, load balancer and web server where told. */
function placed(groups: Partial<Record<'users' | 'cdn' | 'lb' | 'web', string>>): Design {
  let design = addGroup(addGroup(emptyDesign(), at, { region: 'us-east' }), at, { region: 'seoul' });
  design = addNode(design, 'users', at, { group: groups.users ?? null });
  design = addNode(design, 'cdn', at, { group: groups.cdn ?? null });
  design = addNode(design, 'load-balancer', at, { group: groups.lb ?? null });
  design = addNode(design, 'web-server', at, { group: groups.web ?? null });
  for (const [from, to] of [
    ['users-1', 'cdn-1'],
    ['users-1', 'lb-1'],
    ['cdn-1', 'lb-1'],
    ['lb-1', 'web-1'],
  ]) {
    design = connect(design, from, to);
  }
  return design;
}
const delays = (design: Design) => design.links.map((link) => linkDelay(design, link));

describe('round trips between regions', () => {
  it.each<[RegionId, RegionId, number]>([
    ['us-east', 'us-west', 73],
    ['us-east', 'seoul', 178],
    ['us-east', 'tokyo', 145],
    ['us-east', 'ireland', 81],
    ['us-east', 'frankfurt', 89],
    ['us-east', 'singapore', 217],
    ['us-east', 'sydney', 230],
    ['us-east', 'sao-paulo', 120],
    ['us-west', 'seoul', 118],
    ['us-west', 'tokyo', 89],
    ['seoul', 'tokyo', 31],
    ['seoul', 'singapore', 72],
  ])('%s to %s takes the measured %i ms', (a, b, ms) => {
    expect([rttMs(a, b), rttSource(a, b)]).toEqual([ms, 'V14']);
  });

  it('exist for every pair, the same both ways, and say where they come from', () => {
    for (const a of regionIds) {
      for (const b of regionIds) {
        expect(rttMs(a, b)).toBe(rttMs(b, a));
        expect(rttMs(a, b)).toBeGreaterThan(0);
        expect(rttMs(a, b)).toBeLessThan(400);
        expect(rttSource(a, b)).toBe(rttSource(b, a));
        if (a === b) expect(rttMs(a, b)).toBe(sameZoneRttMs);
      }
    }
    expect(rttSource('ireland', 'sydney')).toBe('assumption');
  });

  it('are plausible: no detour is twice as short as the direct way', () => {
    for (const a of regionIds)
      for (const b of regionIds)
        for (const via of regionIds) expect(rttMs(a, b)).toBeLessThanOrEqual(1.6 * (rttMs(a, via) + rttMs(via, b)));
  });
});

describe('the delay of a link', () => {
  it('is that of one place where nothing stands in a region', () => {
    expect(delays(placed({}))).toEqual([userToEdgeRttMs, userToRegionRttMs, userToRegionRttMs, sameZoneRttMs]);
  });

  it('is that of one place where both ends stand in one region', () => {
    expect(delays(placed({ users: 'dc-1', cdn: 'dc-1', lb: 'dc-1', web: 'dc-1' }))).toEqual([10, 30, 30, 0.5]);
  });

  it('counts what stands in no region as standing at the other end', () => {
    expect(delays(placed({ users: 'dc-2', web: 'dc-1' }))).toEqual([10, 30, 30, 0.5]);
  });

  it('crosses the ocean where the ends do', () => {
    expect(delays(placed({ users: 'dc-2', lb: 'dc-1', web: 'dc-1' }))).toEqual([10, 178, 30, 0.5]);
    expect(delays(placed({ users: 'dc-2', cdn: 'dc-2', lb: 'dc-1', web: 'dc-2' }))).toEqual([10, 178, 178, 178]);
  });

  it('is its own when it has one', () => {
    const design = placed({ users: 'dc-2', lb: 'dc-1' });
    expect(linkDelay(design, setLinkParam(design, 'l2', 'rttMs', 5).links[1])).toBe(5);
  });
});

it('knows in which region a node stands, and how far apart any two are', () => {
  const design = placed({ users: 'dc-2', web: 'dc-1' });
  const [users, , , web] = design.nodes;
  expect([regionOf(design, users), regionOf(design, design.nodes[1])]).toEqual(['seoul', null]);
  expect(rttBetween(design, users, web)).toBe(178);
});
