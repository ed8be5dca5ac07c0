import { expect, it } from 'vitest';
import { OUTCOME } from '../engine/plan.ts';
import { SAMPLE } from '../runner/protocol.ts';
import type { Colours } from './colours.ts';
import { drawHeads, drawNumbers, type Rect } from './drawFollowed.ts';
import { addJourneys, createPool } from './particles.ts';
import { createPaths, pathPoints } from './trafficPaths.ts';

const view = { width: 400, height: 200, x: 0, y: 0, zoom: 1 };
const digitWidth = 7;

/** Dots at these shares of a level wire from x = 0 to x = 400. */
function dotsAt(shares: readonly number[]) {
  const paths = createPaths(1);
  paths.isDrawn[0] = 1;
  for (let i = 0; i < pathPoints; i++) {
    paths.points[i * 2] = (i / (pathPoints - 1)) * view.width;
    paths.points[i * 2 + 1] = 100;
  }
  const pool = createPool();
  shares.forEach((share, i) => {
    const row = new Float64Array(SAMPLE.size);
    row[SAMPLE.request] = 100_000 + i;
    // a journey of one second of the screen: so far on its way at that time
    row[SAMPLE.departAt] = 0;
    row[SAMPLE.arriveAt] = 1;
    row[SAMPLE.outcome] = OUTCOME.ok;
    addJourneys(pool, row, -share, 1);
    pool.start[i] = -share;
    pool.duration[i] = 1;
  });
  return { pool, paths };
}

/** The numbers that were written beside dots, by where they begin. */
function numbersAt(shares: readonly number[], cards: readonly Rect[]): { x: number; text: string }[] {
  const { pool, paths } = dotsAt(shares);
  const written: { x: number; text: string }[] = [];
  const ctx = {
    measureText: (text: string) => ({ width: text.length * digitWidth }),
    strokeText: () => undefined,
    fillText: (text: string, x: number) => void written.push({ x, text }),
  } as unknown as CanvasRenderingContext2D;
  drawNumbers(ctx, pool, paths, 0, view, {} as Colours, cards);
  return written;
}

it('writes the number of each dot that has room for the whole of it', () => {
  const written = numbersAt([0.1, 0.5], []);
  expect(written).toHaveLength(2);
  expect(written.every(({ text }) => /^#.{3}$/.test(text))).toBe(true);
});

it('writes no number into that of a neighbour, however wide the type is', () => {
  // 30 px apart, 28 px wide: their gap would be too small to tell them apart
  expect(numbersAt([0.2, 0.275], [])).toHaveLength(1);
  expect(numbersAt([0.2, 0.3], [])).toHaveLength(2);
});

it('writes none that a card would cut', () => {
  const card: Rect = [120, 60, 160, 72];
  expect(numbersAt([0.1, 0.25, 0.5, 0.9], [card]).map(({ x }) => Math.round(x / 40))).toEqual([1, 9]);
});

it('points an arrowhead the way each dot was going: a call towards whom it calls, its answer back', () => {
  const { pool, paths } = dotsAt([0.25, 0.75]);
  pool.back[1] = 1;
  const corners: number[] = [];
  const corner = (x: number): void => void corners.push(Math.round(x));
  const nothing = (): void => undefined;
  const ctx = { beginPath: nothing, closePath: nothing, stroke: nothing, fill: nothing, moveTo: corner, lineTo: corner };
  drawHeads(ctx as unknown as CanvasRenderingContext2D, pool, paths, 0, view, {} as Colours);
  const [[callTip, callFoot], [answerTip, answerFoot]] = [corners.slice(0, 2), corners.slice(3, 5)];
  expect(corners).toHaveLength(6);
  expect([callTip > callFoot, callFoot > 100]).toEqual([true, true]);
  // three quarters of an answer's way are one quarter of the wire's
  expect([answerTip < answerFoot, answerFoot < 100]).toEqual([true, true]);
});
