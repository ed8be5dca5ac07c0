import { describe, expect, it } from 'vitest';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { appendFrames, emptyBuckets } from '../runner/buckets.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import { frameAt, instanceColumns, layoutWith } from './framesForTests.ts';
import { highestLine, memberLines } from './load.ts';
import { busiestOf, busyShare, choosePart, type LoadPart, partsOf, shardsOf, withSiblings } from './loadChoice.ts';

const part = (id: string, instances: number, isScalable = true): LoadPart => ({
  node: 0,
  id,
  label: id,
  instances,
  isScalable,
  measures: ['utilization'],
});

describe('choosePart', () => {
  it('takes the first wish that there is', () => {
    const parts = [part('a', 9), part('b', 1), part('c', 1)];
    expect(choosePart(parts, [undefined, 'gone', 'c', 'b'])?.id).toBe('c');
  });

  it('else the widest of those that can be widened', () => {
    expect(choosePart([part('lb', 1, false), part('web', 1), part('db', 1)], [])?.id).toBe('web');
    expect(choosePart([part('web', 2), part('db', 3)], [])?.id).toBe('db');
    expect(choosePart([part('lb', 1, false)], [])?.id).toBe('lb');
    expect(choosePart([], ['a'])).toBeUndefined();
  });
});

describe('shards of one router', () => {
  const { design } = templateNamed('celebrity')!;
  const { plan, index } = compile(design);
  const { layout } = runHeadless(plan!, behaviors, { seconds: 1 });

  it('stand beside each other, and are shown when one of them is the busiest', () => {
    const parts = partsOf(design, index, layout);
    const groups = shardsOf(design, parts);
    expect(groups.map(({ id, label }) => [id, label])).toEqual([['shards of router-1', 'Shard 1 … Shard 5']]);
    expect(groups[0].members?.map(({ id }) => id)).toEqual(['db-1', 'db-2', 'db-3', 'db-4', 'db-5']);
    expect(groups[0].measures).toContain('utilization');
    expect(withSiblings(groups, 'db-1')).toBe('shards of router-1');
    expect(withSiblings(groups, 'web-1')).toBe('web-1');
    expect(withSiblings(groups, undefined)).toBeUndefined();
    const rows = memberLines(
      layout,
      groups[0].members!.map(({ node }) => node),
      'utilization',
    );
    expect(rows.map(({ instance }) => instance)).toEqual([0, 1, 2, 3, 4]);
    expect(shardsOf(templateNamed('balanced')!.design, parts)).toEqual([]);
  });
});

describe('the busiest part', () => {
  const layout = layoutWith([...instanceColumns(0, 2, 'utilization', 'level'), ...instanceColumns(1, 1, 'lag', 'gauge')]);
  const playedWith = (shares: readonly (readonly [number, number])[]) => {
    const buckets = emptyBuckets(layout);
    appendFrames(
      buckets,
      shares.map(([first, second], i) => frameAt(layout, i, { 'utilization@0.0': first, 'utilization@0.1': second })),
    );
    return buckets.list;
  };
  const line = highestLine(layout, 0, 'utilization');

  it('is as busy as its busiest instance was of late', () => {
    expect(
      busyShare(
        line,
        playedWith([
          [0.2, 0.4],
          [0.8, 0.1],
        ]),
      ),
    ).toBeCloseTo(0.6);
    const long = playedWith([...Array(40).fill([1, 1]), ...Array(30).fill([0.3, 0.2])]);
    expect(busyShare(line, long)).toBeCloseTo(0.3);
  });

  it('is none before anything was measured, or where nothing of the kind is', () => {
    expect(busyShare(line, [])).toBeNull();
    expect(busyShare(line, playedWith([[-1, -1]]))).toBeNull();
    expect(busyShare(highestLine(layout, 1, 'utilization'), playedWith([[0.5, 0.5]]))).toBeNull();
    expect(busiestOf([{ id: 'queue', share: null }], undefined)).toBeUndefined();
  });

  it('gives way only to one that is clearly busier', () => {
    const busy = (web: number, db: number) => [
      { id: 'web', share: web },
      { id: 'db', share: db },
    ];
    expect(busiestOf(busy(0.5, 0.6), undefined)).toBe('db');
    expect(busiestOf(busy(0.65, 0.6), 'db')).toBe('db');
    expect(busiestOf(busy(0.75, 0.6), 'db')).toBe('web');
    expect(busiestOf(busy(0.2, 0.1), 'gone')).toBe('web');
  });
});
