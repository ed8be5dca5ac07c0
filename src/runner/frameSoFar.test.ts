import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRun, type Run } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { shop } from './designsForTests.ts';
import { drawing } from './drawingsForTests.ts';
import { framesHash } from './framesHash.ts';

/** Plays to the end in steps that end at these moments, and looks at each. */
function played(run: Run, moments: readonly number[], look: boolean): string {
  for (const moment of moments) {
    run.advance(moment, Number.POSITIVE_INFINITY);
    if (look) run.frameSoFar();
  }
  return framesHash(run.takeFrames());
}

it('whoever looks at the frame that has not ended changes nothing, whatever the design', () => {
  fc.assert(
    fc.property(drawing, fc.array(fc.double({ min: 0.01, max: 5.99, noNaN: true }), { minLength: 5, maxLength: 12 }), (design, times) => {
      const { plan } = compile({ ...design, seconds: 6 });
      if (!plan) return;
      const moments = [...times.toSorted((a, b) => a - b), 6];
      expect(played(createRun(plan, behaviorList), moments, true)).toBe(played(createRun(plan, behaviorList), moments, false));
    }),
    { numRuns: 12, seed: 4711 },
  );
});

it('holds what was counted since the last frame ended, and nothing where one begins', () => {
  const { plan } = compile(shop());
  if (!plan) throw new Error('the shop does not run');
  const run = createRun(plan, behaviorList);
  const counters = run.layout.columns.flatMap(({ scope, form, metric }, i) =>
    scope === 'run' && form === 'counter' && metric.startsWith('offered') ? [i] : [],
  );
  const offered = (values: Float64Array) => counters.reduce((sum, column) => sum + values[column], 0);
  run.advance(3, Number.POSITIVE_INFINITY);
  run.takeFrames();
  run.advance(3.5, Number.POSITIVE_INFINITY);
  const half = run.frameSoFar();
  expect(half).toMatchObject({ index: 3, start: 3, end: 3.5 });
  run.advance(3.999_999, Number.POSITIVE_INFINITY);
  const almost = run.frameSoFar();
  run.advance(4.1, Number.POSITIVE_INFINITY);
  const [whole] = run.takeFrames();
  expect(offered(half!.values)).toBeGreaterThan(0);
  expect(offered(half!.values)).toBeLessThan(offered(whole.values));
  expect(offered(almost!.values)).toBe(offered(whole.values));
  expect(almost!.latency).toEqual(whole.latency);
  run.advance(5, Number.POSITIVE_INFINITY);
  run.takeFrames();
  expect(run.frameSoFar()?.start ?? 5).toBe(5);
});
