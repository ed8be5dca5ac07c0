import { expect, it } from 'vitest';
import { netflix2013 } from '../../src/library/netflix2013.ts';
import { twoDatacentres } from '../../src/library/twoDatacentres.ts';
import { allocatedPerEvent } from './allocation.ts';
import { dailyUsers, shardedRows, twoHundredNodes } from './bigDesigns.ts';
import { designA, designB } from './designs.ts';

// Before numbers were handed on in cells: A 39, B 57, 200 nodes 106 bytes an event (docs/performance.md). Now up to 20 by itself and 31 behind
// the other models, whose shapes the compiler has seen; one number more on the heap for every event would be 16 more.
const limit = 36;

it.each([
  ['model A', () => designA(10_000, 'allocation')],
  ['model B', () => designB(10_000, 'allocation', true)],
  ['10 million users a day', () => dailyUsers(10, 1000, 'allocation')],
  ['a router and its shards', () => shardedRows(10_000, 'allocation')],
  ['stores of two regions', () => ({ ...netflix2013.design, seconds: 10_000 })],
  ['databases of two data centres', () => ({ ...twoDatacentres.design, seconds: 10_000 })],
  ['200 nodes', () => twoHundredNodes(10_000, 'allocation')],
] as const)('nothing is left on the heap by an event, but for what frames and rare cases need: %s', (_, design) => {
  expect(allocatedPerEvent(design(), 600_000, 600_000)).toBeLessThan(limit);
});
