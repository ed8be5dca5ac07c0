import { expect, it } from 'vitest';
import { allocatedPerEvent } from './allocation.ts';
import { dailyUsers, twoHundredNodes } from './bigDesigns.ts';
import { designA, designB } from './designs.ts';

// before numbers were handed on in cells: A 39, B 57, 200 nodes 106 bytes an event (docs/performance.md)
it.each([
  ['model A', () => designA(10_000, 'allocation')],
  ['model B', () => designB(10_000, 'allocation', true)],
  ['10 million users a day', () => dailyUsers(10, 1000, 'allocation')],
  ['200 nodes', () => twoHundredNodes(10_000, 'allocation')],
] as const)(
  'nothing is left on the heap by an event, but for what frames and rare cases need: %s',
  (_, design) => {
    expect(allocatedPerEvent(design(), 600_000, 600_000)).toBeLessThan(28);
  },
  120_000,
);
