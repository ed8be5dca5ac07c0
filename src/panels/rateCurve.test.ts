import { describe, expect, it } from 'vitest';
import type { Trace, Workload } from '../design/design.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { defaultsOf } from '../schema/fields.ts';
import { peakHeight, rateCurve } from './rateCurve.ts';

const workload = (params: Record<string, number | string>, trace: Trace | null = null): Workload => ({
  params: { ...defaultsOf(workloadFields), ...params },
  trace,
  recording: null,
});

describe('the drawn rate', () => {
  it('follows the shape', () => {
    expect(rateCurve(workload({ shape: 'steady' }), 100, 3)).toEqual([1, 1, 1]);
    expect(rateCurve(workload({ shape: 'ramp', rampFrom: 0.5, rampSeconds: 50 }), 100, 5)).toEqual([0.5, 0.75, 1, 1, 1]);
    expect(rateCurve(workload({ shape: 'trace' }), 100, 2)).toEqual([1, 1]);
  });

  it('misses no narrow peak', () => {
    const values = Array.from({ length: 240 }, (_, i) => (i === 217 ? 1 : 0.1));
    const replayed = workload({ shape: 'trace' }, { name: 'elb', values, seconds: 300 });
    expect(peakHeight(replayed, 300)).toBe(1);
    expect(peakHeight(replayed, 60)).toBeCloseTo(0.1, 6);
    const spike = workload({
      shape: 'spike',
      spikeFactor: 8,
      spikeAtSeconds: 100,
      spikeRiseSeconds: 1,
      spikeHoldSeconds: 0,
      spikeDecaySeconds: 0.1,
    });
    expect(peakHeight(spike, 600)).toBe(8);
    expect(peakHeight(spike, 50)).toBe(1);
    expect(peakHeight(workload({ shape: 'day', dayAmplitude: 0.65, daySeconds: 240 }), 600)).toBeCloseTo(1.65, 6);
  });
});
