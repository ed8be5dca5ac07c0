/**
 * A recording: requests that come at given instants and may bring what they cost. Its requests have numbers of their own, so that
 * whoever serves one can look up its demand by number: nothing has to travel with the call.
 */

import { streamOf } from './luck.ts';
import type { Plan } from './plan.ts';

const highest = 0x7fffffff;

/** The number of a population's first recorded request; the others count on from it. @param id of the population's node */
export const firstRecorded = (id: string): number => streamOf('recorded', id).k0 & highest;

export class RecordedDemands {
  private readonly demands: readonly number[];
  /** One per node that nobody calls: only those send requests of their own. */
  private readonly firsts: Int32Array;

  constructor(demands: readonly number[], firsts: Int32Array) {
    this.demands = demands;
    this.firsts = firsts;
  }

  /** Seconds of service that a request brings with it, -1 when it brings none. */
  of(request: number): number {
    for (let i = 0; i < this.firsts.length; i++) {
      const position = (request - this.firsts[i]) & highest;
      if (position < this.demands.length) return this.demands[position];
    }
    return -1;
  }
}

/** What the plan's recording says of demands; null when it says nothing, which is the usual case. */
export function recordedDemands({ nodes, links, workload }: Plan): RecordedDemands | null {
  const demands = workload.recording?.demands ?? [];
  if (demands.length === 0) return null;
  const sources = nodes.filter((_, n) => links.every(({ to }) => to !== n));
  return new RecordedDemands(
    demands,
    Int32Array.from(sources, ({ id }) => firstRecorded(id)),
  );
}
