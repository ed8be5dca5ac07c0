/** The designs that claims about queues are played on: people whose every request leaves one job, taken by a queue or by workers. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import type { Value } from '../schema/fields.ts';
import { play } from './play.ts';

type Params = Readonly<Record<string, Value>>;

export interface Jobs {
  /** Requests a second, evenly spaced unless `users` says otherwise. */
  rate: number;
  seconds: number;
  users?: Params;
  web?: Params;
  queue?: Params;
  /** By id; each is wired to the queue, or to the web server where there is none. */
  workers: Readonly<Record<string, Params>>;
  /** Without a queue the web server waits for the job itself. */
  direct?: boolean;
  scenario?: readonly ScenarioEvent[];
  patienceMs?: number;
}

/** A worker that does ten jobs a second, one after the other, and fetches none ahead. */
export const tenPerSecond = { concurrency: 1, jobMs: 100, service: 'fixed', prefetch: 0 } as const;

/** Every request is an upload: it costs next to nothing at the web server, and leaves a job. Wires take no time. */
export function playJobs({
  rate,
  seconds,
  users,
  web,
  queue,
  workers,
  direct = false,
  scenario = [],
  patienceMs = 60_000,
}: Jobs): Readings {
  const quick = { delay: 'none', retries: 0, timeoutMs: patienceMs } as const;
  const ids = Object.keys(workers);
  const drawing = {
    title: 'Jobs',
    seconds,
    nodes: [
      {
        id: 'users',
        kind: 'users',
        at: [0, 0],
        params: { ratePerSecond: rate, arrivals: 'even', patienceSeconds: patienceMs / 1000, ...users },
      },
      {
        id: 'web',
        kind: 'web-server',
        at: [240, 0],
        params: { vcpu: 64, cpuDynamicMs: 0.1, service: 'fixed', threads: 10_000, queueLimit: 1_000_000, ...web },
      },
      ...(direct ? [] : [{ id: 'queue', kind: 'queue', at: [480, 0], params: { maxBacklog: 10_000_000, ...queue } }]),
      ...ids.map((id, i) => ({ id, kind: 'worker', at: [720, i * 140], params: workers[id] })),
    ],
    links: [
      ['users', 'web', quick],
      ...(direct ? [] : [['web', 'queue', quick]]),
      ...ids.map((id) => [direct ? 'web' : 'queue', id, { ...quick, timeoutMs: direct ? patienceMs : 0 }]),
    ],
    workload: { staticShare: 0, writeShare: 0, uploadShare: 100, keySkew: 0 },
  };
  return play(drawing as unknown as Drawing, { scenario });
}

/** Dies at a moment, and is back later if a second moment is given. */
export function dies(node: string, at: number, until?: number, instance: number | null = null): ScenarioEvent[] {
  const crash: ScenarioEvent = { at, act: 'crash', node, instance };
  return until === undefined ? [crash] : [crash, { at: until, act: 'recover', node, instance }];
}

export const set = (at: number, node: string, field: string, value: Value): ScenarioEvent => ({ at, act: 'set', node, field, value });

/** From some moment on nobody asks for anything any more. */
export const quiet = (at: number): ScenarioEvent => ({ at, act: 'set-workload', field: 'traffic', value: 0 });
