/** Parts that break and are repaired: how long what is up, and what waiting costs. */

import type { Design } from '../../design/design.ts';
import type { PlanAct } from '../../engine/plan.ts';
import type { Fields } from '../caseFile.ts';
import type { Builder } from '../experiment.ts';
import { Beyond, balancer, chain, readsOnly, station, users } from '../parts.ts';
import { playTo } from '../play.ts';
import { scaleFor } from '../scale.ts';
import { type Conditions, UpTime } from '../upTime.ts';
import { meanMs, poissonRate, serviceOf, timesOf } from './service.ts';
import { nodeMetrics, requireStable, responseMetrics } from './stations.ts';

/** A server that fails, idle or not; what it was at goes on after the repair. */
export const breakingStation: Builder = (given) => {
  const { parameters } = given;
  const what = parameters.text('on_failure');
  if (what !== 'queue and resume') throw new Beyond(`a server that on failure does this: ${what}`);
  const rate = poissonRate(parameters);
  const service = parameters.part('service');
  const servers = parameters.count('servers');
  const mtbf = parameters.positive('mtbf_ms') / 1000;
  const mttr = parameters.number('mttr_ms') / 1000;
  requireStable(parameters.where, ((rate * meanMs(service)) / 1000 / servers) * ((mtbf + mttr) / mtbf));
  // in a time in which it works for a second at least: the product's parts break no faster
  const k = Math.min(scaleFor(timesOf(service), 0).k, mtbf);
  const scale = { k };
  const { params, workload } = serviceOf(service, scale);
  const design = chain(
    [users(rate * k), station({ vcpu: servers, ...params, mtbfSeconds: mtbf / k, mttrSeconds: mttr / k, breakdown: 'hang' })],
    { ...readsOnly, ...workload },
  );
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k, conditions: { up: (up) => up[1] === 1 } }],
    metrics: {
      ...responseMetrics(scale, 1),
      ...nodeMetrics(1),
      server_availability: ([w]) => w.held('up'),
      // a server that is silent computes nothing
      busy_fraction: ([w]) => w.level(1, 'utilization'),
      effective_utilization: ([w]) => w.level(1, 'utilization') / w.held('up'),
    },
  };
};

/** Replicas that fail by chance, and fewer crews than can be broken. */
const repaired: Builder = ({ parameters }) => {
  const replicas = parameters.count('replicas', 2, 500);
  const mtbf = parameters.positive('mtbf_h');
  const mttr = parameters.positive('mttr_h');
  const crews = parameters.count('repair_crews', 1, replicas);
  // in a time in which a repair takes a tenth of a second, so that the run is short
  const k = mttr / 0.1;
  const design = chain([
    users(0),
    // a fleet nobody balances: nobody asks it anything
    station({ instances: replicas, mtbfSeconds: mtbf / k, mttrSeconds: mttr / k, repairCrews: crews === replicas ? 0 : crews }),
  ]);
  return {
    form: 'steady',
    timeScale: k * 3600,
    // what is counted are failures and repairs
    arms: [{ design, perSecond: (2 * replicas * k) / (mtbf + mttr), conditions: { none: (up) => up[1] === 0 } }],
    metrics: { availability: ([w]) => 1 - w.held('none'), unavailability: ([w]) => w.held('none') },
  };
};

/** A part of the system: how many there are, how many it needs, and what share of time each is up. */
interface Tier {
  node: number;
  n: number;
  need: number;
  each: number;
}

const minutesPerYear = 365.25 * 24 * 60;

/** More instances than this have too many states to go through each. */
const mostInstances = 14;

/** How long a schedule lasts, in seconds: any length does, its shares of time are what counts. */
const scheduleSeconds = 1e6;

/**
 * Independent parts without anything left to chance: a schedule that goes through every combination of up and down, each for the
 * share of time that independence gives it. The shortest come first, where the clock is finest.
 */
function everyCombination(tiers: readonly Tier[]): PlanAct[] {
  const parts = tiers.flatMap(({ node, n, each }) => Array.from({ length: n }, (_, instance) => ({ node, instance, each })));
  const combinations = Array.from({ length: 2 ** parts.length }, (_, bits) => {
    const isDown = parts.map((_, p) => ((bits >> p) & 1) === 1);
    return { isDown, share: parts.reduce((product, { each }, p) => product * (isDown[p] ? 1 - each : each), 1) };
  }).sort((a, b) => a.share - b.share);
  const acts: PlanAct[] = [];
  let before = parts.map(() => false);
  let at = 0;
  for (const { isDown, share } of combinations) {
    parts.forEach(({ node, instance }, p) => {
      if (isDown[p] !== before[p]) acts.push({ at, act: isDown[p] ? 'crash' : 'recover', node, instance, factor: 1 });
    });
    before = isDown;
    at += share * scheduleSeconds;
  }
  return acts;
}

function scheduled(design: Design, tiers: readonly Tier[], names: Readonly<Record<string, readonly Tier[]>>): ReturnType<Builder> {
  const conditions: Conditions = Object.fromEntries(
    Object.entries(names).map(([name, of]) => [name, (up: readonly number[]) => of.some(({ node, need }) => up[node] < need)]),
  );
  const instances = design.nodes.map((_, node) => tiers.find((tier) => tier.node === node)?.n ?? 1);
  return {
    form: 'replicated',
    design,
    seconds: scheduleSeconds,
    acts: () => everyCombination(tiers),
    play: (run) => {
      playTo(run, scheduleSeconds);
      return Object.fromEntries(new UpTime(instances, conditions).until(scheduleSeconds, run.takeNotes()));
    },
    metrics: {
      ...Object.fromEntries(Object.keys(names).map((name) => [name, ([row]) => 1 - row[name] / scheduleSeconds])),
      downtime_minutes_per_year: ([row]) => (row.availability / scheduleSeconds) * minutesPerYear,
    },
  };
}

function tierOf(fields: Fields, node: number): Tier {
  const n = fields.count('n', 1, mostInstances);
  return { node, n, need: fields.count('need', 1, n), each: fields.number('each', 0, 1) };
}

/** A database of so many servers: a primary and the rest its replicas. */
const servers = (n: number) => ({ kind: 'database' as const, params: { replicas: n - 1 } });

/** Shares of time in which enough is up: which system the parameters say. */
export const availability: Builder = (given) => {
  const { parameters } = given;
  if (parameters.has('repair_crews')) return repaired(given);
  const asking = station({ readsPerRequest: 1 });
  if (!parameters.has('lb')) {
    const tier = tierOf(parameters, 2);
    return scheduled(chain([users(0), asking, servers(tier.n)]), [tier], { availability: [tier] });
  }
  const lb = { node: 1, n: 1, need: 1, each: parameters.number('lb', 0, 1) };
  const web = tierOf(parameters.part('web'), 2);
  const db = tierOf(parameters.part('db'), 3);
  if (1 + web.n + db.n > mostInstances) return parameters.wrong('web.n', `so few that all parts are at most ${mostInstances}`, web.n);
  const design = chain([users(0), balancer('round-robin'), station({ instances: web.n, readsPerRequest: 1 }), servers(db.n)]);
  return scheduled(design, [lb, web, db], { availability: [lb, web, db], availability_web: [web], availability_db: [db] });
};
