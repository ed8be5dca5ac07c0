import { expect, it } from 'vitest';
import { ringPlace } from '../../engine/ring.ts';
import type { ShardSample } from '../../engine/shardView.ts';
import { ringsOf, ringTheory } from './ringTheory.ts';

const sample = (user: number): ShardSample => {
  return { row: user - 1, user, country: 0, turn: ringPlace(user) / 2 ** 32, home: 0, belongs: 0, state: 0, versions: [] };
};
const keysFrom = (first: number): ShardSample[] => Array.from({ length: 200 }, (_, i) => sample(first + i * 61));
/** Rows of one ring after another, each of other names and keys. */
const rings = (count: number, inUse: number, each: number) =>
  Array.from({ length: count }, (_, ring) => {
    const names = Array.from({ length: inUse }, (_, shard) => `ring-${ring}-${shard}`);
    return ringTheory(ringsOf(names, inUse, each), keysFrom(1 + ring * 20_000));
  });
const rowOf = (rows: ReturnType<typeof ringTheory>, metric: string) => rows.find((row) => row.metric === metric)!;
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it.each([
  { inUse: 5, each: 100 },
  { inUse: 10, each: 20 },
])('many rings of $inUse shards with $each points are as the books say, and their intervals tell how many differ', ({ inUse, each }) => {
  const all = rings(400, inUse, each);
  const squares = all.map((rows) => rowOf(rows, 'uneven').value ** 2);
  const { theory } = rowOf(all[0], 'uneven');
  expect(Math.abs(Math.sqrt(meanOf(squares)) / theory - 1)).toBeLessThan(0.06);
  const joined = all.map((rows) => rowOf(rows, 'movesOnRing'));
  expect(joined[0].theory).toBe(1 / (inUse + 1));
  expect(Math.abs(meanOf(joined.map(({ value }) => value)) - joined[0].theory)).toBeLessThan(0.005);
  // at 99 %: of 400 about four, and by luck hardly more than twelve
  for (const metric of ['uneven', 'movesOnRing']) {
    const misses = all.filter((rows) => !rowOf(rows, metric).agrees).length;
    expect(misses, metric).toBeLessThanOrEqual(12);
    expect(misses, metric).toBeGreaterThan(0);
  }
});

it('by the remainder nearly every key moves when one more joins', () => {
  const row = rowOf(rings(1, 4, 10)[0], 'movesByRemainder');
  expect(row).toMatchObject({ theory: 0.8, agrees: true });
  expect(row.value).toBeCloseTo(0.8, 1);
});

it('says nothing of how uneven a ring is that is too small to tell, or of a run without keys', () => {
  const few = ringTheory(ringsOf(['a', 'b', 'c'], 3, 100), keysFrom(1)).map(({ metric }) => metric);
  expect(few).toEqual(['movesOnRing', 'movesByRemainder']);
  // arcs of one point each scatter so much that five of them tell no more
  expect(rings(1, 5, 1)[0].map(({ metric }) => metric)).toEqual(['movesOnRing', 'movesByRemainder']);
  expect(ringTheory(ringsOf(['a', 'b', 'c', 'd', 'e'], 5, 100), [])).toEqual([]);
});
