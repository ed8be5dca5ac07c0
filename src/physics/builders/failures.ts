/** Crashes, and what they cost. */

import { addScenarioEvent } from '../../design/edits.ts';
import { streamOf, uniform } from '../../engine/luck.ts';
import type { Run } from '../../engine/run.ts';
import type { Builder, Steady } from '../experiment.ts';
import { balancer, chain, readsOnly, station, users, wire } from '../parts.ts';
import { playTo } from '../play.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { dnsFailover } from './dnsFailover.ts';
import { crash, insideOf, meanIn } from './moments.ts';
import { meanMs, serviceOf, timesOf } from './service.ts';
import { longestRun, requireStable } from './stations.ts';

/** Sum of the run's columns whose name begins so, over all frames so far. */
function counted(run: Run, begins: string): number {
  const columns = run.layout.columns.flatMap(({ metric, scope }, at) =>
    metric.startsWith(begins) && (scope === 'run' || begins === metric) ? [at] : [],
  );
  let sum = 0;
  for (const frame of run.takeFrames()) for (const at of columns) sum += frame.values[at];
  return sum;
}

/** One of several backends dies at a random moment between two checks. */
const healthCheck: Builder = ({ parameters, id }) => {
  const interval = parameters.positive('interval_s');
  const needed = parameters.count('failures_needed');
  const rate = parameters.positive('rate_per_s');
  const instances = parameters.count('backends', 2);
  const design = chain([
    users(rate),
    balancer('round-robin', { checkSeconds: interval, unhealthyAfter: needed, checkTimeoutSeconds: Math.min(5, interval) }),
    station({ instances, vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01 }),
  ]);
  const luck = streamOf(id, 'crash');
  const momentOf = (r: number) => interval * (2 + uniform(luck, r, 0));
  return {
    form: 'replicated',
    design,
    seconds: interval * (needed + 4),
    acts: (r) => [crash(momentOf(r), 2)],
    play: (run, r) => {
      playTo(run, interval * (needed + 4));
      const down = run.takeNotes().find(({ code }) => code === 'marked-down');
      return { detection: down ? down.time - momentOf(r) : Number.NaN, failed: counted(run, 'failed.') };
    },
    metrics: {
      mean_detection_s: meanIn('detection'),
      mean_failed_requests: meanIn('failed'),
      min_detection_s: (rows) => Math.min(...rows.map(({ detection }) => detection)),
      max_detection_s: (rows) => Math.max(...rows.map(({ detection }) => detection)),
    },
  };
};

/** Two pools, then one: before and after a failover that was long ago. */
const poolsBeforeAndAfter: Builder = (given) => {
  const { parameters } = given;
  const rate = parameters.positive('per_dc_rate_per_s');
  const pool = parameters.part('pool');
  const service = pool.part('service');
  const servers = pool.count('servers');
  requireStable(parameters.where, (2 * rate * meanMs(service)) / 1000 / servers);
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { k } = scale;
  const { params, workload } = serviceOf(service, scale);
  const design = chain(
    [
      users(2 * rate * k),
      balancer('random', { checkSeconds: 0.5, checkTimeoutSeconds: 0.1, unhealthyAfter: 1 }),
      station({ vcpu: servers, instances: 2, ...params }),
    ],
    { ...readsOnly, ...workload },
  );
  const dead = addScenarioEvent(design, { at: 0, act: 'crash', node: design.nodes[2].id, instance: 1 });
  const ms = 1000 * k;
  const arm = (which: Steady['arms'][number]['design'], perSecond: number) => ({ design: which, perSecond });
  const metrics: Record<string, (windows: readonly Window[]) => number> = {};
  ['before', 'after'].forEach((when, i) => {
    metrics[`mean_response_${when}_ms`] = (windows) => windows[i].response(2) * ms;
    metrics[`utilization_${when}`] = (windows) => windows[i].levelAt(2, 0, 'utilization');
    metrics[`p99_response_${when}_ms`] = (windows) => windows[i].quantile(0.99) * ms;
  });
  return { form: 'steady', timeScale: k, arms: [arm(design, 2 * rate * k), arm(dead, 2 * rate * k)], metrics };
};

/** One of two pools dies, the other is asked for more than it can do, and later for half again. */
const poolsOverloaded: Builder = ({ parameters }) => {
  const rate = parameters.positive('per_dc_rate_per_s');
  const pool = parameters.part('pool');
  const service = pool.part('service');
  const servers = pool.count('servers');
  const outage = parameters.positive('outage_s');
  const load = (rate * meanMs(service)) / 1000 / servers;
  requireStable(parameters.where, load);
  const { k } = scaleFor(timesOf(service), 0);
  const { params, workload } = serviceOf(service, { k });
  const pools = [station({ vcpu: servers, ...params }), station({ vcpu: servers, ...params })];
  let design = wire(
    [users(rate * k), users(rate * k), ...pools],
    [
      { from: 0, to: 2 },
      { from: 1, to: 3 },
    ],
    { ...readsOnly, ...workload },
  );
  const ids = design.nodes.map(({ id }) => id);
  const warm = 10 + (40 * meanMs(service)) / 1000 / (1 - Math.sqrt(load)) ** 2;
  const back = warm + outage;
  const rateAt = (at: number, who: number, value: number) => {
    design = addScenarioEvent(design, { at: at / k, act: 'set', node: ids[who], field: 'ratePerSecond', value: value * k });
  };
  // the people of the dead place go to the other one, and come back
  design = addScenarioEvent(design, { at: warm / k, act: 'crash', node: ids[3], instance: null });
  rateAt(warm, 1, 0);
  rateAt(warm, 0, 2 * rate);
  design = addScenarioEvent(design, { at: back / k, act: 'recover', node: ids[3], instance: null });
  rateAt(back, 1, rate);
  rateAt(back, 0, rate);
  const step = 0.02;
  const longest = back + 40 * outage;
  return {
    form: 'replicated',
    design,
    seconds: longest / k,
    play: (run) => {
      const slots = (run.slots - 2) / 2;
      playTo(run, back / k);
      const backlog = insideOf(run, 2, slots);
      let at = back;
      while (insideOf(run, 2, slots) > servers && at < longest) {
        at += step;
        playTo(run, at / k);
      }
      return { backlog, drain: at - back };
    },
    metrics: { mean_in_system_end_of_outage: meanIn('backlog'), mean_drain_time_s: meanIn('drain') },
  };
};

/** `failover` is several things; which one the parameters say. */
export const failover: Builder = (given) => {
  const { parameters } = given;
  if (parameters.has('failures_needed')) return healthCheck(given);
  if (parameters.has('outage_s')) return poolsOverloaded(given);
  if (parameters.has('pool')) return poolsBeforeAndAfter(given);
  if (parameters.has('ttl_s')) return dnsFailover(given);
  return parameters.wrong('failures_needed', 'given, or outage_s, pool or ttl_s', undefined);
};
