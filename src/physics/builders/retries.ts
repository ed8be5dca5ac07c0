/** Callers who try again: what that does to the load, to the answers, and to how long they take. */

import type { Design } from '../../design/design.ts';
import { addScenarioEvent } from '../../design/edits.ts';
import type { Values } from '../../schema/fields.ts';
import type { Fields, ReferenceCase } from '../caseFile.ts';
import type { Builder, Replicated, Row, Steady } from '../experiment.ts';
import { readsOnly, station, users, wire } from '../parts.ts';
import { playTo } from '../play.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { crash } from './moments.ts';
import { meanMs, plainServiceOf, poissonRate, timesOf } from './service.ts';
import { longestRun, requireStable } from './stations.ts';

/** Calls that one request may turn into. */
const mostCalls = 10_000;
/** Retries that a wire has at most. */
const mostRetries = 10;

/** A server that answers at once, and people who ask it: what happens is the wire's doing. */
const quickServer = (over: Values = {}) => station({ vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01, ...over });

/** Every layer tries again what the one below could not do, and the deepest fails, or is down. */
const layered = (parameters: Fields): Replicated => {
  const layers = parameters.count('layers', 1, 20);
  const failing = parameters.number('failure_prob', 0, 1);
  const attempts = parameters.count('attempts_per_layer', 1, mostRetries + 1);
  if (layers * Math.log(attempts) > Math.log(mostCalls))
    return parameters.wrong('layers', `so few that one request becomes at most ${mostCalls} calls`, layers);
  const parts = Array.from({ length: layers }, (_, i) =>
    quickServer({ readsPerRequest: 1, errorPercent: failing < 1 && i === layers - 1 ? failing * 100 : 0 }),
  );
  const design = wire(
    [users(10), ...parts],
    parts.map((_, i) => ({ from: i, to: i + 1, params: { retries: attempts - 1, backoffMs: 0 } })),
  );
  const played = askedFor(design, 10, layers);
  return {
    ...played,
    acts: () => (failing === 1 ? [crash(0, layers)] : []),
    metrics: { amplification: (rows) => meanOf(rows, 'reached') / meanOf(rows, 'asked') },
  };
};

/** Requests of so many seconds, and then a while in which every one of them ends: counts of whole requests. */
function askedFor(design: Design, seconds: number, deepest: number): Omit<Replicated, 'metrics'> {
  const pause = 1;
  return {
    form: 'replicated',
    design: addScenarioEvent(design, { at: seconds, act: 'set', node: design.nodes[0].id, field: 'ratePerSecond', value: 0 }),
    seconds: seconds + pause,
    play: (run): Row => {
      playTo(run, seconds + pause);
      const row = { asked: 0, good: 0, reached: 0 };
      for (const frame of run.takeFrames()) {
        run.layout.columns.forEach(({ node, scope, metric }, at) => {
          if (scope === 'run' && metric.startsWith('offered.')) row.asked += frame.values[at];
          if (scope === 'run' && metric.startsWith('completed.')) row.good += frame.values[at];
          if (node === deepest && metric === 'arrived') row.reached += frame.values[at];
        });
      }
      return row;
    },
  };
}

const meanOf = (rows: readonly Row[], name: string) => rows.reduce((sum, row) => sum + row[name], 0) / rows.length;

/** Attempts that fail by chance, and a caller who tries again at once. */
const failingByChance = (parameters: Fields): Replicated => {
  const rate = parameters.positive('rate_per_s');
  const failing = parameters.number('failure_prob', 0, 1);
  const again = parameters.count('max_retries', 0, mostRetries);
  const design = wire(
    [users(rate), quickServer({ errorPercent: failing * 100 })],
    [{ from: 0, to: 1, params: { retries: again, backoffMs: 0 } }],
  );
  const seconds = 1000 / rate;
  return {
    ...askedFor(design, seconds, 1),
    metrics: {
      mean_attempts: (rows) => meanOf(rows, 'reached') / meanOf(rows, 'asked'),
      success_ratio: (rows) => meanOf(rows, 'good') / meanOf(rows, 'asked'),
      effective_rate_per_s: (rows) => meanOf(rows, 'reached') / seconds,
    },
  };
};

/** The same, and the attempts stand in a line. */
const failingInLine = (given: ReferenceCase): Steady => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const service = parameters.part('service');
  const failing = parameters.number('failure_prob', 0, 1);
  const again = parameters.count('max_retries', 0, mostRetries);
  const attempts = Array.from({ length: again + 1 }, (_, i) => failing ** i).reduce((sum, share) => sum + share);
  requireStable(parameters.where, (rate * attempts * meanMs(service)) / 1000);
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { k } = scale;
  const params = plainServiceOf(service, scale);
  const design = wire(
    [users(rate * k), station({ ...params, errorPercent: failing * 100 })],
    [{ from: 0, to: 1, params: { retries: again, backoffMs: 0 } }],
    readsOnly,
  );
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k }],
    metrics: {
      utilization: ([w]) => w.level(1, 'utilization'),
      mean_attempts: ([w]) => w.total(1, 'arrived') / endedAt(w),
      success_ratio: ([w]) => w.total(0, 'completed') / endedAt(w),
      mean_response_ms: ([w]) => meanStay(w) * 1000 * k,
    },
  };
};

/** Requests of the users that came to an end. */
const endedAt = (w: Window) => w.total(0, 'completed') + w.total(0, 'failed');

/** From first asking to the final outcome, good or bad, in seconds: those under way over those who end (Little's law). */
const meanStay = (w: Window) => (w.level(0, 'inside') * w.seconds) / endedAt(w);

/** A caller who waits so long and no longer, and tries again after a fixed pause. */
const impatient = (given: ReferenceCase): Steady => {
  const { parameters } = given;
  const service = parameters.part('service');
  const pauseMs = parameters.number('backoff_ms');
  const again = parameters.count('max_retries', 0, mostRetries);
  const { k } = scaleFor(timesOf(service), 0);
  const params = plainServiceOf(service, { k });
  // ten of the servers busy on average: nobody waits for one
  const rate = (10 * 1000 * k) / meanMs(service);
  const people = users(rate);
  const design = wire(
    [people, station({ vcpu: 96, ...params })],
    [
      {
        from: 0,
        to: 1,
        params: {
          timeoutMs: parameters.positive('timeout_ms') / k,
          retries: again,
          backoffMs: pauseMs / k,
          backoffCapMs: pauseMs / k,
          backoffJitter: 'none',
        },
      },
    ],
    readsOnly,
  );
  const ms = 1000 * k;
  // in the users' own response times a failure stands as the patience it cost
  const sumGood = (w: Window) => w.total(0, 'meanResponse') - w.total(0, 'failed') * Number(people.params.patienceSeconds);
  const sumAll = (w: Window) => w.level(0, 'inside') * w.seconds;
  return {
    form: 'steady',
    timeScale: k,
    // failures are few, and each section should have some: twenty times as long as asked
    arms: [{ design, perSecond: rate / 20 }],
    metrics: {
      timeout_prob_per_attempt: ([w]) => 1 - w.total(0, 'completed') / w.total(1, 'arrived'),
      success_ratio: ([w]) => w.total(0, 'completed') / endedAt(w),
      mean_attempts: ([w]) => w.total(1, 'arrived') / endedAt(w),
      mean_latency_success_ms: ([w]) => (sumGood(w) / w.total(0, 'completed')) * ms,
      latency_failure_ms: ([w]) => ((sumAll(w) - sumGood(w)) / w.total(0, 'failed')) * ms,
      mean_latency_all_ms: ([w]) => meanStay(w) * ms,
    },
  };
};

/** `retries` is several things; which one the parameters say. */
export const retries: Builder = (given) => {
  const { parameters } = given;
  if (parameters.has('layers')) return layered(parameters);
  if (parameters.has('timeout_ms')) return impatient(given);
  if (parameters.has('service')) return failingInLine(given);
  return failingByChance(parameters);
};
