import { expect, it } from 'vitest';
import { draw } from '../library/template.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { groupParamsOf, setGroupParam } from './groupFields.ts';
import { linkDelay } from './regions.ts';

const zones = (a: 'none' | 'a' | 'b', b: 'none' | 'a' | 'b') =>
  draw({
    title: 'Zones',
    groups: [
      { id: 'g1', label: 'Zone one', region: 'seoul', at: [0, 0], size: [400, 300], params: { zone: a } },
      { id: 'g2', label: 'Zone two', region: 'seoul', at: [500, 0], size: [400, 300], params: { zone: b, mtbfHours: 8760 } },
    ],
    nodes: [
      { id: 'lb', kind: 'load-balancer', at: [20, 40], group: 'g1' },
      { id: 'web', kind: 'web-server', at: [520, 40], group: 'g2' },
    ],
    links: [['lb', 'web']],
  });

it('two zones of a region are a little apart, and a region is not apart from itself', () => {
  const rtt = (a: 'none' | 'a' | 'b', b: 'none' | 'a' | 'b') => linkDelay(zones(a, b), zones(a, b).links[0]);
  expect(rtt('a', 'b')).toBe(1);
  expect(rtt('a', 'a')).toBe(0.5);
  expect(rtt('a', 'none')).toBe(0.5);
  expect(rtt('none', 'none')).toBe(0.5);
});

it('a group holds what somebody chose, in links too', async () => {
  const design = zones('none', 'b');
  expect(design.groups.map(({ params }) => params)).toEqual([undefined, { zone: 'b', mtbfHours: 8760 }]);
  const decoded = await decodeLink(await encodeLink(design));
  expect(decoded.ok && decoded.design.groups).toEqual(design.groups);
});

it('what cannot be is mended, what is usual is forgotten, what is unknown changes nothing', () => {
  const design = zones('none', 'b');
  expect(groupParamsOf(setGroupParam(design, 'g1', 'mttrHours', 1000).groups[0]).mttrHours).toBe(48);
  const plain = setGroupParam(setGroupParam(design, 'g2', 'zone', 'none'), 'g2', 'mtbfHours', 0);
  expect('params' in plain.groups[1]).toBe(false);
  expect(setGroupParam(design, 'g1', 'colour', 1)).toBe(design);
  expect(setGroupParam(design, 'nobody', 'zone', 'a')).toBe(design);
  expect(setGroupParam(design, 'g2', 'zone', 'b')).toBe(design);
});
