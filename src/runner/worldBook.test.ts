import { expect, it } from 'vitest';
import { setParam } from '../design/edits.ts';
import type { Plan } from '../engine/plan.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { runColumn } from './columnIndex.ts';
import { compile } from './compile.ts';
import { idOf, shop } from './designsForTests.ts';
import { runHeadless } from './headless.ts';
import { summariseNodes } from './nodeSummary.ts';
import { createWorldBook } from './worldBook.ts';

/** One answer in ten goes wrong. */
const design = shop();
const given = compile(setParam(design, idOf(design, 'web-server'), 'errorPercent', 10)).plan as Plan;

it('is what the frames say, in stretches of the same number of frames, the last as short as it is', () => {
  // 250 frames do not fit into 120 points: three frames a point, and one is left over
  const plan: Plan = { ...given, seconds: 20, frameSeconds: 0.08, workload: { ...given.workload } };
  const { frames, layout } = runHeadless(plan, behaviors);
  const book = createWorldBook(plan);
  for (const frame of frames) book.add(frame, layout);
  const { course, classes, staleReads, utilization } = book.close();

  const sumOf = (from: number, to: number, isMeant: (metric: string) => boolean) =>
    frames
      .slice(from, to)
      .reduce(
        (sum, { values }) =>
          sum + layout.columns.reduce((all, { scope, metric }, i) => (scope === 'run' && isMeant(metric) ? all + values[i] : all), 0),
        0,
      );
  const points = Math.ceil(frames.length / 3);
  expect(course.stretchSeconds).toBeCloseTo(0.24, 12);
  expect(points).toBe(84);
  for (const [name, prefix] of [
    ['goodput', 'completed.'],
    ['failed', 'failed.'],
  ] as const) {
    expect(course[name]).toHaveLength(points);
    course[name].forEach((rate, point) => {
      const [from, to] = [3 * point, Math.min(frames.length, 3 * point + 3)];
      const seconds = frames[to - 1].end - frames[from].start;
      expect(rate).toBeCloseTo(sumOf(from, to, (metric) => metric.startsWith(prefix)) / seconds, 9);
    });
  }
  expect(course.failed.every((rate) => rate === 0)).toBe(false);
  expect(course.p99).toHaveLength(points);
  expect(classes.read.offered).toBe(sumOf(0, Infinity, (metric) => metric === 'offered.read'));
  expect(staleReads).toBe(frames.reduce((sum, { values }) => sum + values[runColumn(layout, 'staleReads')], 0));
  summariseNodes(plan, layout, frames).forEach((node, i) => {
    if (node.utilization) expect(utilization[i]).toBeCloseTo(node.utilization.mean, 12);
    else expect(utilization[i]).toBeNaN();
  });
  // the means above were compared, and they are of something: users have no servers, and of this design's parts the web servers work most
  expect(utilization[0]).toBe(0);
  expect(utilization.indexOf(Math.max(...utilization))).toBe(2);
  expect(utilization[2]).toBeGreaterThan(0);
});
