import { describe, expect, it } from 'vitest';
import type { DesignLink } from '../design/design.ts';
import type { Column, Frame } from '../engine/frame.ts';
import { farPieces, joinFitting, type LiveWords, livePieces } from './liveLine.ts';
import { atRest } from './pulse.ts';
import { columnBySlot, columnsByNode, countJourney, emptyTally, fade, linkRates, linkWidth, readNode } from './readings.ts';

const column = (node: number, instance: number, metric: string): Column => ({
  scope: instance < 0 ? 'node' : 'instance',
  node,
  instance,
  metric,
  form: 'counter',
});
const layout = {
  columns: [
    column(0, -1, 'offered'),
    column(1, 0, 'arrived'),
    column(1, 1, 'arrived'),
    column(1, 0, 'utilization'),
    column(1, 1, 'utilization'),
    column(1, 0, 'hits'),
    column(1, 0, 'misses'),
    column(1, 1, 'lag'),
  ],
};
const frame = (values: readonly number[]): Frame => ({
  index: 0,
  start: 10,
  end: 12,
  values: Float64Array.from(values),
  latency: new Uint32Array(0),
});
const full = frame([200, 60, 40, 0.9, 0.3, 9, 1, 0.02]);

describe('readings of a frame', () => {
  const columns = columnsByNode(layout);

  it('are per second of simulated time, over all instances', () => {
    expect(readNode(columns[0], full).ratePerSecond).toBe(100);
    expect(readNode(columns[1], full)).toEqual({
      ratePerSecond: 50,
      hitShare: 0.9,
      lagSeconds: 0.02,
      backlog: -1,
      tool: null,
    });
  });

  it('say -1 for what a node does not count or did not measure', () => {
    expect(readNode(columns[0], full).hitShare).toBe(-1);
    expect(readNode(columns[1], frame([0, 0, 0, 0.5, -1, 0, 0, -1]))).toMatchObject({ hitShare: -1, lagSeconds: -1 });
    expect(readNode(undefined, full).ratePerSecond).toBe(-1);
  });

  it('finds every slot’s busy share', () => {
    const nodes = [
      { firstSlot: 0, slots: 1 },
      { firstSlot: 1, slots: 3 },
    ];
    expect([...columnBySlot(layout, nodes, 'utilization')]).toEqual([-1, 3, 4, -1]);
  });
});

describe('rates of wires', () => {
  const link = (id: string, from: string, to: string): DesignLink => ({ id, from, to, params: {} });
  const links = [link('l1', 'a', 'b'), link('l2', 'c', 'b'), link('l3', 'b', 'd')];
  const rateOf = (node: string): number => ({ b: 100, d: 40 })[node] ?? -1;

  it('are the target’s own where one wire leads to it', () => {
    expect(linkRates(links, rateOf, emptyTally()).get('l3')).toEqual({ ratePerSecond: 40, carriedPerSecond: 40, isExact: true });
  });

  it('are shared as the sampled requests were, and add up', () => {
    const tally = emptyTally();
    for (let i = 0; i < 40; i++) countJourney(tally, [i % 4 === 0 ? 'l2' : 'l1']);
    fade(tally);
    const rates = linkRates(links, rateOf, tally);
    expect(rates.get('l1')).toMatchObject({ ratePerSecond: 75, isExact: false });
    expect(rates.get('l2')).toMatchObject({ ratePerSecond: 25, isExact: false });
  });

  it('are shared evenly while nothing was sampled', () => {
    expect(linkRates(links, rateOf, emptyTally()).get('l2')).toMatchObject({ ratePerSecond: 50 });
  });

  it('carry on the wire to a resolver what the resolver sent on its way', () => {
    const tally = emptyTally();
    for (let i = 0; i < 10; i++) countJourney(tally, i < 4 ? ['l1', 'l3'] : ['l3']);
    const rates = linkRates(links, rateOf, tally);
    expect(rates.get('l1')).toMatchObject({ ratePerSecond: 50, carriedPerSecond: 50 + 16 });
    expect(rates.get('l3')).toMatchObject({ ratePerSecond: 40, carriedPerSecond: 40 });
  });

  it('widen a wire by its logarithm, within bounds', () => {
    expect(linkWidth(0)).toBe(1.5);
    expect(linkWidth(Number.NaN)).toBe(1.5);
    expect(linkWidth(10)).toBeLessThan(linkWidth(1000));
    expect(linkWidth(1e12)).toBe(6);
  });
});

describe('the live line', () => {
  const words: LiveWords = {
    duration: { second: '\u00a0s', minute: '\u00a0min', hour: '\u00a0h' },
    down: (duration) => `down ${duration}`,
    downNow: 'down',
    hung: (duration) => `hanging ${duration}`,
    hungNow: 'hanging',
    hit: (share) => `hit ${share}`,
    lag: (duration) => `lag ${duration}`,
    waiting: (count) => `${count} waiting`,
    someLost: (lost, total) => `${lost}/${total} down`,
    tool: {
      lines: (rate) => `${rate} lines`,
      alerts: (count) => `${count} alerts`,
      wanted: (count) => `wants ${count}`,
      version: (share) => `new version ${share}`,
    },
  };
  const reading = readNode(columnsByNode(layout)[1], full);

  it('names rate, what its kind lives by, and load', () => {
    expect(livePieces(reading, { ...atRest, word: 'ok', total: 2 }, { queue: 0, load: 0.6, brokenSeconds: 0 }, words)).toEqual([
      '50/s',
      'hit 90%',
      '60%',
    ]);
  });

  it('tells of a tool what it is about, not a rate of calls that nobody makes', () => {
    const about = (metric: string, value: number) =>
      livePieces(
        readNode(columnsByNode({ columns: [column(0, 0, 'arrived'), column(0, -1, metric)] })[0], frame([0, value])),
        { ...atRest, word: 'ok', total: 1 },
        { queue: 0, load: 0, brokenSeconds: 0 },
        words,
      );
    expect(about('lines', 400)).toEqual(['200/s lines']);
    expect(about('alertsFiring', 2)).toEqual(['2 alerts']);
    expect(about('desired', 3)).toEqual(['wants 3']);
    expect(about('newShare', 0.05)).toEqual(['new version 5%']);
  });

  it('says what waits when full, and nothing but the outage when down', () => {
    expect(livePieces(reading, { ...atRest, word: 'saturated', total: 2 }, { queue: 640.4, load: 0.6, brokenSeconds: 0 }, words)).toEqual([
      '50/s',
      '640 waiting',
      'hit 90%',
      '60%',
    ]);
    expect(livePieces(reading, { ...atRest, word: 'down', lost: 2, total: 2 }, { queue: 0, load: 0, brokenSeconds: 12.7 }, words)).toEqual([
      `down 12\u00a0s`,
    ]);
    expect(livePieces(reading, { ...atRest, word: 'hung', lost: 2, total: 2 }, { queue: 0, load: 0, brokenSeconds: 0.4 }, words)).toEqual([
      'hanging',
    ]);
  });

  it('says only what matters most from afar', () => {
    const ok = { ...atRest, word: 'ok' as const, total: 2 };
    expect(farPieces(reading, ok, { queue: 0, load: 0.6, brokenSeconds: 0 }, words)).toEqual(['50/s', '60%']);
    expect(farPieces(reading, ok, { queue: 0, load: 0.001, brokenSeconds: 0 }, words)).toEqual(['50/s']);
    expect(farPieces(reading && { ...reading, backlog: 30 }, ok, { queue: 0, load: 0, brokenSeconds: 0 }, words)).toEqual([
      '50/s',
      '30 waiting',
    ]);
    expect(farPieces(reading, { ...ok, word: 'saturated' }, { queue: 640.4, load: 1, brokenSeconds: 0 }, words)).toEqual([
      '640 waiting',
      '100%',
    ]);
    expect(farPieces(reading, { ...ok, word: 'down', lost: 2 }, { queue: 0, load: 0, brokenSeconds: 12.7 }, words)).toEqual([
      `down 12\u00a0s`,
    ]);
  });

  it('drops what does not fit', () => {
    expect(joinFitting(['50/s', 'hit 90%', '60%'], (text) => text.length, 15)).toBe('50/s · hit 90%');
    expect(joinFitting([], (text) => text.length, 15)).toBe('');
  });
});
