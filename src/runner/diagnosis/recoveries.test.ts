import { expect, it } from 'vitest';
import { completedColumn, failedColumn } from '../../engine/frame.ts';
import { compile } from '../compile.ts';
import { shop } from '../designsForTests.ts';
import { frameOf, layoutFor } from '../framesForTests.ts';
import { recoveryOf } from './aftermath.ts';
import { recoveriesOf } from './recoveries.ts';

const layout = layoutFor(compile(shop()).plan!);
/** One second each: how many of a hundred requests failed. */
const runOf = (...failed: number[]) =>
  failed.map((count, second) =>
    frameOf(layout, second, { [completedColumn('read')]: 100 - count, [failedColumn('read', 'timeout')]: count }),
  );

it('tells each stretch of failures once it is over, with how long it was and what it cost', () => {
  const frames = runOf(0, 10, 20, 0, 0, 0, 0, 100, 0, 0, 0);
  expect(recoveriesOf(layout, frames)).toEqual([
    { since: 1, until: 3, lost: 30 },
    { since: 7, until: 8, lost: 100 },
  ]);
});

it('takes a short lull for no end, and does not tell what goes on', () => {
  expect(recoveriesOf(layout, runOf(0, 10, 0, 0, 10, 0, 0, 0))).toEqual([{ since: 1, until: 5, lost: 20 }]);
  expect(recoveriesOf(layout, runOf(0, 10, 10, 0, 0))).toEqual([]);
  expect(recoveriesOf(layout, runOf(0, 2, 0, 0, 0, 0))).toEqual([]);
});

it('agrees with the story line on when it began, when it was over, and what it cost', () => {
  const frames = runOf(0, 0, 30, 60, 0, 5, 0, 0, 0, 0);
  const told = recoveryOf(layout, frames);
  expect(told).toEqual({ since: 2, until: 6, lost: 95 });
  expect(recoveriesOf(layout, frames)).toEqual([told]);
});
