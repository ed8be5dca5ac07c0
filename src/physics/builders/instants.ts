/** What happens at which instant, with nothing left to chance: even or recorded requests, fixed services, retries without jitter. */

import type { Design } from '../../design/design.ts';
import { addScenarioEvent, setRecording } from '../../design/edits.ts';
import type { Run } from '../../engine/run.ts';
import { CaseError, type Fields } from '../caseFile.ts';
import type { Builder, Experiment, Row } from '../experiment.ts';
import { Beyond, balancer, chain, plainWire, readsOnly, station, users, wire } from '../parts.ts';
import { columnsOf, Window } from '../window.ts';
import { comingOf, peopleOf } from './arrivals.ts';
import { meanMs, plainServiceOf, requireFifo } from './service.ts';

const mostRequests = 100_000;
/** As the engine's samples stand in a row (tracer.ts). */
const sample = { width: 8, request: 0, link: 1, back: 2, departAt: 3, arriveAt: 4 } as const;
/** The users' own wire. */
const firstLink = 0;

/** One run, watched event by event. Seconds of simulated time. */
interface Watched {
  /** Waits before service at the node that was listened to, in the order in which services began. */
  waits: number[];
  /** When the users sent, and when answers came back to them, or they gave one up: in order of time. */
  sent: number[];
  home: number[];
  /** From first sending to the newest answer, by request. */
  took: Map<number, number>;
  /** The frame that ends at the plan's first frame edge. */
  first: Window | null;
}

function watch(run: Run, seconds: number, node: number): Watched {
  const seen: Watched = { waits: [], sent: [], home: [], took: new Map(), first: null };
  const sentAt = new Map<number, number>();
  run.setSampling(1);
  const heard = run.listen(node);
  while (run.advance(seconds, 1) === 1) {
    if (heard.total > 0) {
      seen.waits.push(heard.sum);
      heard.clear();
    }
    const rows = run.takeSamples();
    for (let at = 0; at < rows.length; at += sample.width) {
      if (rows[at + sample.link] !== firstLink) continue;
      const request = rows[at + sample.request];
      if (rows[at + sample.back] === 0) {
        seen.sent.push(rows[at + sample.departAt]);
        if (!sentAt.has(request)) sentAt.set(request, rows[at + sample.departAt]);
      } else {
        seen.home.push(rows[at + sample.arriveAt]);
        seen.took.set(request, rows[at + sample.arriveAt] - (sentAt.get(request) ?? Number.NaN));
      }
    }
  }
  const [frame] = run.takeFrames();
  if (frame) {
    seen.first = new Window(run.layout, columnsOf(run.layout));
    seen.first.addFrame(frame);
  }
  return seen;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function rowOf({ waits, sent, home, took, first }: Watched, names: readonly string[], node: number): Row {
  const row: Record<string, number> = {
    mean_wait_ms: mean(waits) * 1000,
    mean_response_ms: mean([...took.values()]) * 1000,
    max_response_ms: Math.max(...took.values()) * 1000,
    makespan_ms: (Math.max(...home) - Math.min(...sent)) * 1000,
    utilization: first?.level(node, 'utilization') ?? Number.NaN,
  };
  for (const name of names) {
    const position = /^wait_of_request_(\d+)_ms$/.exec(name)?.[1];
    if (position !== undefined) row[name] = (waits[Number(position)] ?? Number.NaN) * 1000;
  }
  return row;
}

function watched(design: Design, seconds: number, firstFrame: number, node: number, names: readonly string[]): Experiment {
  return {
    form: 'replicated',
    design,
    seconds,
    frameSeconds: firstFrame,
    play: (run) => rowOf(watch(run, seconds, node), names, node),
    metrics: Object.fromEntries(names.map((name) => [name, ([row]: readonly Row[]) => row[name] ?? Number.NaN])),
  };
}

/** Even requests, so many of them, each of the same length: at one station, or dealt in turn to several. */
function evenly(parameters: Fields, names: readonly string[], backends: number, servers: number): Experiment {
  const count = parameters.count('requests', 1, mostRequests);
  const arrivals = parameters.part('arrivals');
  if (arrivals.text('process') !== 'constant') throw new Beyond(`exact instants of arrivals of the form ${arrivals.text('process')}`);
  const service = parameters.part('service');
  if (service.text('dist') !== 'deterministic') throw new Beyond(`exact instants of services of the form ${service.text('dist')}`);
  const interval = arrivals.positive('interval_ms') / 1000;
  const held = meanMs(service) / 1000;
  const params = plainServiceOf(service, { k: 1 });
  const people = peopleOf(comingOf(arrivals), { k: 1 });
  const fleet = station({ vcpu: servers, instances: backends, ...params });
  let design = chain(backends > 1 ? [people, balancer('round-robin'), fleet] : [people, fleet], readsOnly);
  // the last one is in, the next one not yet on its way
  design = addScenarioEvent(design, { at: (count - 0.5) * interval, act: 'set-workload', field: 'traffic', value: 0 });
  return watched(design, count * (interval + held) + 1, count * interval, backends > 1 ? 2 : 1, names);
}

/** D/D/1: so many requests from the start on. */
export const evenStation: Builder = ({ parameters, expected }) => {
  requireFifo(parameters);
  return evenly(parameters, Object.keys(expected), 1, parameters.count('servers'));
};

/** Requests and services as they are listed. */
function listed(parameters: Fields, names: readonly string[]): Experiment {
  requireFifo(parameters);
  const arrivals = parameters.numbers('arrival_ms');
  const demandsMs = parameters.numbers('service_ms');
  if (arrivals.length === 0) return parameters.wrong('arrival_ms', 'at least one instant', arrivals);
  if (demandsMs.length !== arrivals.length) return parameters.wrong('service_ms', 'one per instant', demandsMs.length);
  if (arrivals.some((at, i) => i > 0 && at < arrivals[i - 1])) return parameters.wrong('arrival_ms', 'in order of time', arrivals);
  const instants = arrivals.map((ms) => ms / 1000);
  const plain = chain([users(0), station({ vcpu: parameters.count('servers') })], readsOnly);
  const design = setRecording(plain, { name: 'case', instants, demandsMs });
  const { recording } = design.workload;
  const kept = recording?.instants.length === instants.length && recording.instants.every((at, i) => Math.abs(at - instants[i]) < 1e-12);
  if (!kept || !recording.demandsMs.every((ms, i) => Math.abs(ms - demandsMs[i]) < 1e-9))
    throw new Beyond('a recording as long, or as fine, as this one');
  const seconds = instants[instants.length - 1] + demandsMs.reduce((sum, ms) => sum + ms, 0) / 1000 + 1;
  return watched(design, seconds, seconds, 1, names);
}

/** A dependency that has fallen silent: when each attempt goes out, and when the caller gives up. */
function givingUp(parameters: Fields): Experiment {
  const attempts = parameters.count('attempts');
  const pauses = parameters.numbers('backoff_ms');
  if (pauses.length !== attempts - 1) return parameters.wrong('backoff_ms', 'one pause between two attempts', pauses);
  const [first = 0] = pauses;
  const longest = Math.max(...pauses, first);
  if (pauses.some((ms, i) => Math.abs(ms - Math.min(first * 2 ** i, longest)) > 1e-9)) throw new Beyond('pauses that do not double');
  const timeoutMs = parameters.positive('timeout_ms');
  const seconds = (attempts * timeoutMs + pauses.reduce((sum, ms) => sum + ms, 0)) / 1000;
  const people = users(0);
  if (seconds >= Number(people.params.patienceSeconds)) throw new Beyond(`users who are patient for ${seconds} s`);
  const params = { ...plainWire, timeoutMs, retries: attempts - 1, backoffMs: first, backoffCapMs: longest, backoffJitter: 'none' };
  let design = wire([people, station({})], [{ from: 0, to: 1, params }], readsOnly);
  design = setRecording(design, { name: 'case', instants: [0], demandsMs: [] });
  design = addScenarioEvent(design, { at: 0, act: 'hang', node: design.nodes[1].id, instance: null });
  return {
    form: 'replicated',
    design,
    seconds: seconds + 1,
    play: (run) => {
      const { sent, home } = watch(run, seconds + 1, 1);
      if (sent.length !== attempts) throw new CaseError(`${sent.length} attempts went out instead of ${attempts}`);
      return { time_to_give_up_ms: (home[home.length - 1] - sent[0]) * 1000 };
    },
    metrics: { time_to_give_up_ms: ([row]) => row.time_to_give_up_ms },
  };
}

/** Instants that can be told by hand: which kind, the parameters say. */
export const exactInstants: Builder = ({ parameters, expected }) => {
  const names = Object.keys(expected);
  if (parameters.has('arrival_ms')) return listed(parameters, names);
  if (parameters.has('attempts')) return givingUp(parameters);
  const policy = parameters.text('policy');
  if (policy !== 'round_robin') throw new Beyond(`exact instants under the policy ${policy}`);
  return evenly(parameters, names, parameters.count('backends'), 1);
};
