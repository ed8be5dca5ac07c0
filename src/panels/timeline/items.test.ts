import { describe, expect, it } from 'vitest';
import { clusterItems, eventItems, neighbour, pinItems, type TimelineItem } from './items.ts';

const event = (time: number, code: TimelineItem['code'] = 'crash', node = 0): TimelineItem[] =>
  eventItems([{ time, code: code ?? 'crash', tone: 'bad', node, instances: [], value: 0 }], () => `${code} ${time}`);
const pin = (time: number) => pinItems([{ id: 1, time, name: 'look here' }]);
const across = (seconds: number) => seconds * 10;

describe('clusterItems', () => {
  it('puts what would overlap under one badge: a pin before all else, what was done before what it led to', () => {
    const items = [...event(12, 'first-failure'), ...event(10), ...event(11, 'saturated'), ...event(40, 'recover')];
    const clusters = clusterItems(items, across, 600);
    expect(clusters.map(({ left, loudest, items: all }) => [left, loudest.words, all.length])).toEqual([
      [100, 'crash 10', 3],
      [400, 'recover 40', 1],
    ]);
    expect(clusterItems([...items, ...pin(12)], across, 600)[0].loudest.words).toBe('look here');
    for (const [i, { left }] of clusters.entries()) if (i > 0) expect(left - clusters[i - 1].left).toBeGreaterThanOrEqual(34);
  });

  it('lets words reach as far as the next badge and the edge, and leaves them out where there is no room', () => {
    const [first, second, last] = clusterItems([...event(10), ...event(15), ...event(40)], across, 470);
    expect(first.room).toBe(0);
    expect(second.left + second.room).toBeLessThan(last.left);
    expect(second.room).toBeGreaterThan(64);
    expect(last.room).toBe(0);
  });

  it('leaves out what lies outside of the stretch shown', () => {
    expect(clusterItems([...event(-1), ...event(61), ...event(60)], across, 600).map(({ loudest }) => loudest.time)).toEqual([60]);
  });
});

describe('neighbour', () => {
  it('is the next moment on either side, not the one it stands at', () => {
    const items = [...event(20), ...event(5), ...pin(9)];
    expect(neighbour(items, 9, 1)).toBe(20);
    expect(neighbour(items, 9, -1)).toBe(5);
    expect(neighbour(items, 5, -1)).toBeNull();
    expect(neighbour(items, 20, 1)).toBeNull();
  });
});
