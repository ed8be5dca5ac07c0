import { describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../../design/design.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { type HeadlessRun, runHeadless } from '../../runner/headless.ts';
import { chain, station, users } from '../parts.ts';
import { type Measured, measureNode } from './measured.ts';
import { framesSince, stretchOf } from './stretch.ts';

function played(design: Design, seconds: number): HeadlessRun {
  const { plan } = compile({ ...design, seconds });
  if (!plan) throw new Error('it cannot run');
  return runHeadless(plan, behaviors);
}

const busy = chain([users(80), station({ cpuDynamicMs: 10 })]);
const half = (found: Measured | undefined): number => (found?.state === 'known' ? (found.high - found.low) / 2 : Number.NaN);

describe('what a run measured', () => {
  const run = played(busy, 600);

  it('has an interval that holds what is true, and grows narrower with time', () => {
    const of = (frames: typeof run.frames) => measureNode(frames, run.layout, 1, ['response', 'utilization']).metrics;
    const long = of(run.frames).get('response');
    expect(long).toMatchObject({ state: 'known', isConverged: false });
    expect(Math.abs((long as { value: number }).value - 0.05)).toBeLessThan(1.6 * half(long));
    expect(half(of(run.frames).get('utilization'))).toBeLessThan(half(of(run.frames.slice(0, 150)).get('utilization')));
  });

  it('says nothing from a few seconds', () => {
    const { metrics } = measureNode(run.frames.slice(0, 15), run.layout, 1, ['response']);
    expect(metrics.get('response')).toEqual({ state: 'few' });
    expect(measureNode([], run.layout, 1, ['response']).laws).toBeNull();
  });

  it('gives percentiles of all users, and none of fewer answers than they need', () => {
    const { metrics } = measureNode(run.frames, run.layout, 0, ['p50', 'p99']);
    expect(metrics.get('p50')?.state).toBe('known');
    expect(Math.abs((metrics.get('p99') as { value: number }).value - 0.2303)).toBeLessThan(1.6 * half(metrics.get('p99')));
    const rare = played(chain([users(4), station({ cpuDynamicMs: 10 })]), 60);
    const few = measureNode(rare.frames, rare.layout, 0, ['p50', 'p99']).metrics;
    expect(few.get('p99')).toEqual({ state: 'few' });
  });

  it('does not call settled what still grows', () => {
    const over = played(chain([users(150), station({ cpuDynamicMs: 10 })]), 200);
    expect(measureNode(over.frames, over.layout, 1, ['inside']).metrics.get('inside')?.state).toBe('unsettled');
  });

  it("keeps Little's law", () => {
    const { laws } = measureNode(run.frames, run.layout, 1, []);
    expect(laws!.arrivedPerSecond * laws!.response).toBeCloseTo(laws!.inside, 2);
  });
});

describe('the stretch that counts', () => {
  const crash: ScenarioEvent = { at: 50, act: 'crash', node: 'web-1', instance: 0 };
  const mend: ScenarioEvent = { at: 80, act: 'recover', node: 'web-1', instance: null };
  const faster: ScenarioEvent = { at: 120, act: 'set', node: 'users-1', field: 'ratePerSecond', value: 40 };

  it('begins at the last change, with the design as it then is', () => {
    const { design, since, isBroken } = stretchOf(busy, [crash, mend, faster], 200);
    expect({ since, isBroken }).toEqual({ since: 120, isBroken: false });
    expect(design.nodes[0].params.ratePerSecond).toBe(40);
    expect(stretchOf(busy, [], 200)).toMatchObject({ since: 0, isBroken: false });
  });

  it('is broken from a fault until it is mended, whoever planned it', () => {
    const planned = { ...busy, scenario: [crash, mend] };
    expect(stretchOf(planned, [], 40)).toMatchObject({ since: 0, isBroken: false });
    expect(stretchOf(planned, [], 60)).toMatchObject({ since: 50, isBroken: true });
    expect(stretchOf(planned, [], 90)).toMatchObject({ since: 80, isBroken: false });
    const other: ScenarioEvent = { at: 70, act: 'slow', node: 'web-1', instance: 1 };
    expect(stretchOf(busy, [crash, other, { ...mend, instance: 1 }], 90).isBroken).toBe(true);
  });

  it('leaves out a frame in whose midst something was changed', () => {
    const frames = played(busy, 10).frames;
    expect(framesSince(frames, 3.5)[0].start).toBe(4);
    expect(framesSince(frames, 0)).toHaveLength(10);
    expect(framesSince(frames, 10)).toEqual([]);
  });
});
