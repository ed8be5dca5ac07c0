/** The arrival rate over a run, as the inspector draws it: by the very functions the users of a run follow. Pure. */

import type { Workload } from '../design/design.ts';
import { dayHeight, rampHeight, spikeHeight, traceHeight } from '../nodes/users/shapes.ts';

/** Height of the shape at a simulated second; 1 is the rate that populations are set to. */
export function heightAt({ params, trace }: Workload, seconds: number): number {
  const number = (name: string): number => Number(params[name]);
  switch (params.shape) {
    case 'ramp':
      return rampHeight(seconds, number('rampFrom'), number('rampSeconds'));
    case 'spike':
      return spikeHeight(
        seconds - number('spikeAtSeconds'),
        number('spikeFactor'),
        number('spikeRiseSeconds'),
        number('spikeHoldSeconds'),
        number('spikeDecaySeconds'),
      );
    case 'day':
      return dayHeight(seconds / number('daySeconds'), number('dayAmplitude'), number('weekendFactor'));
    case 'trace':
      return trace ? traceHeight(seconds, trace.values, trace.seconds) : 1;
    default:
      return 1;
  }
}

/** The highest the shape gets in a run; looked for where it bends, so that no narrow peak is missed. */
export function peakHeight(workload: Workload, seconds: number): number {
  const { params, trace } = workload;
  const number = (name: string): number => Number(params[name]);
  const count = trace?.values.length ?? 0;
  const bends = {
    ramp: [number('rampSeconds')],
    spike: [number('spikeAtSeconds') + number('spikeRiseSeconds')],
    day: [number('daySeconds') / 2],
    trace: Array.from({ length: count }, (_, i) => ((i + 0.5) / count) * (trace?.seconds ?? 0)),
  }[String(params.shape)];
  const moments = [0, seconds, ...(bends ?? [])].filter((moment) => moment <= seconds);
  return moments.reduce((most, moment) => Math.max(most, heightAt(workload, moment)), 0);
}

/** Heights at `points` moments, evenly spread over the run. */
export function rateCurve(workload: Workload, seconds: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => heightAt(workload, (seconds * i) / (points - 1)));
}
