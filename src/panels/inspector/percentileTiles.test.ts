import { expect, it } from 'vitest';
import type { Frame, FrameLayout } from '../../engine/frame.ts';
import { partNames, runNames } from '../story/why/explained.ts';
import { usersNow } from '../usersNow.ts';
import { percentileTiles } from './percentileTiles.ts';

const words = { p50: 'p50', p95: 'p95', p99: 'p99', tooFew: (name: string, answers: number) => `${name} ${answers}` };
const layout: FrameLayout = { columns: [] };
/** Seconds of a run in which `answers` requests took equally long. */
const frames = (seconds: number, answers: number): Frame[] =>
  Array.from({ length: seconds }, (_, index) => ({
    index,
    start: index,
    end: index + 1,
    values: new Float64Array(),
    latency: Uint32Array.of(900, answers),
  }));
const titles = (seconds: number, answers: number) =>
  percentileTiles(usersNow(frames(seconds, answers), layout), String, words).map(
    ({ value, title }) => title ?? (Number(value) > 0 ? 'shown' : value),
  );

it('says of each percentile how many answers it lacks, and takes those of the last half minute', () => {
  expect(titles(1, 4)).toEqual(['p50 20', 'p95 60', 'p99 300']);
  expect(titles(6, 4)).toEqual(['shown', 'p95 60', 'p99 300']);
  expect(titles(20, 4)).toEqual(['shown', 'shown', 'p99 300']);
  // only the last thirty seconds count
  expect(titles(200, 4)).toEqual(['shown', 'shown', 'p99 300']);
  expect(titles(1, 300)).toEqual(['shown', 'shown', 'shown']);
  expect(percentileTiles(null, () => '-', words)).toEqual([
    { label: 'p50', why: 'node-p50', value: '-' },
    { label: 'p95', why: 'node-p95', value: '-' },
    { label: 'p99', why: 'node-p99', value: '-' },
  ]);
});

it('names each percentile as it is explained, of a part or of all users', () => {
  const whys = (...whose: Parameters<typeof percentileTiles>[3][]) =>
    percentileTiles(null, () => '-', words, ...whose).map(({ why }) => why);
  expect(partNames).toEqual(expect.arrayContaining(whys()));
  // of all users they are explained as those of the run, over less time
  expect(whys('now-')).toEqual(['now-p50', 'now-p95', 'now-p99']);
  expect(runNames).toEqual(expect.arrayContaining(whys('now-').map((why) => why.replace('now-', ''))));
});
