/** Designs of the size that millions of users ask for: rates of `domain.md`, parts as anybody could wire them, every meter on. */

import type { Design } from '../../src/design/design.ts';
import { setSeconds, setSeed, setWorkloadParam } from '../../src/design/edits.ts';
import { type Part, wire } from './wiring.ts';

/** A million daily users at the peak: dynamic and static requests a second (10 views of 3 and 20 requests a day, peak twice the mean). */
const perMillion = { dynamic: 694.4, statics: 4629.6 };

/** What most wires of one data centre are like. */
const local = { rttMs: 0.5, timeoutMs: 1000 };

/**
 * Peak traffic of so many million daily users through edge, balancer, web servers, cache and database, in as many regions as their
 * numbers fill: each region has its own edges, all share the data centre. Keys are as popular as pages behind a web proxy (s = 0.8): with
 * the 0.99 of a benchmark the hottest key alone would fill its cache instance, and the bench would time a failing design.
 */
export function dailyUsers(millions: number, seconds: number, seed: string): Design {
  const dynamic = perMillion.dynamic * millions;
  const statics = perMillion.statics * millions;
  const regions = Math.max(1, Math.ceil((dynamic + statics) / 180_000));
  const parts: Part[] = [
    { kind: 'load-balancer', params: { cpuMs: 0.003, maxConnections: 1_000_000 } },
    { kind: 'web-server', params: { vcpu: 16, instances: Math.ceil(millions * 0.5 + 1) } },
    { kind: 'cache', params: { instances: Math.ceil(millions / 5), capacityKeys: 50_000 } },
    { kind: 'database', params: { vcpu: 96, replicas: 2, queueLimit: 100_000 } },
  ];
  const wires: [number, number][] = [
    [0, 1],
    [1, 2],
    [1, 3],
  ];
  for (let region = 0; region < regions; region++) {
    const at = parts.length;
    parts.push({ kind: 'users', params: { ratePerSecond: (dynamic + statics) / regions } });
    parts.push({ kind: 'cdn', params: { capacityFiles: 1800, uncacheableShare: 1, serviceMs: 1 } });
    wires.push([at, at + 1], [at, 0], [at + 1, 0]);
  }
  const design = wire(parts, wires, local);
  const workload = { staticShare: (100 * statics) / (dynamic + statics), writeShare: 0.7, keys: 100_000, keySkew: 0.8 };
  const asked = Object.entries(workload).reduce((done, [field, value]) => setWorkloadParam(done, field, value), design);
  return setSeed(setSeconds(asked, seconds), seed);
}

/** Twenty cells of ten parts each: users, a balancer, three web tiers, two caches, two databases, a queue. 100 requests/s a cell. */
export function twoHundredNodes(seconds: number, seed: string): Design {
  const parts: Part[] = [];
  const wires: [number, number][] = [];
  for (let cell = 0; cell < 20; cell++) {
    const at = parts.length;
    parts.push(
      { kind: 'users', params: { ratePerSecond: 100 } },
      { kind: 'load-balancer', params: {} },
      ...Array.from({ length: 3 }, (): Part => ({ kind: 'web-server', params: { instances: 2 } })),
      ...Array.from({ length: 2 }, (): Part => ({ kind: 'cache', params: {} })),
      { kind: 'database', params: { replicas: 2 } },
      { kind: 'queue', params: {} },
      { kind: 'worker', params: {} },
    );
    wires.push([at, at + 1], [at + 8, at + 9]);
    for (const web of [2, 3, 4])
      wires.push([at + 1, at + web], [at + web, at + 5], [at + web, at + 6], [at + web, at + 7], [at + web, at + 8]);
  }
  return setSeed(setSeconds(wire(parts, wires, local), seconds), seed);
}

/**
 * So many requests under way at once, with nothing to do but travel: each is one call over a wire of 1 s there and back.
 * @param balancers whether each goes through a balancer, so that there are two calls for it
 */
export function inFlight(requests: number, seed: string, balancers = false): Design {
  const parts: Part[] = [];
  const wires: [number, number][] = [];
  for (let left = requests; left > 0; left -= 200_000) {
    const at = parts.length;
    parts.push(
      { kind: 'users', params: { ratePerSecond: Math.min(left, 200_000), patienceSeconds: 120 } },
      { kind: 'web-server', params: { vcpu: 128, instances: 8, cpuDynamicMs: 0.01, service: 'fixed', readsPerRequest: 0 } },
    );
    if (!balancers) {
      wires.push([at, at + 1]);
      continue;
    }
    parts.push({ kind: 'load-balancer', params: { cpuMs: 0, maxConnections: 1_000_000 } });
    wires.push([at, at + 2], [at + 2, at + 1]);
  }
  const near = Object.fromEntries(wires.flatMap((_, w) => (balancers && w % 2 === 0 ? [[w, { delay: 'none' }]] : [])));
  const design = wire(parts, wires, { rttMs: 1000, delay: 'fixed', timeoutMs: 0 }, near);
  const asked = Object.entries({ staticShare: 0, writeShare: 0, keys: 1000, keySkew: 0 });
  return setSeed(
    setSeconds(
      asked.reduce((done, [field, value]) => setWorkloadParam(done, field, value), design),
      60,
    ),
    seed,
  );
}

/** A router on a ring before four shards, 4,000 requests a second of reads, writes and a few feeds that ask all shards. */
export function shardedRows(seconds: number, seed: string): Design {
  const design = wire(
    [
      { kind: 'users', params: { ratePerSecond: 4000 } },
      { kind: 'web-server', params: { vcpu: 16, instances: 4 } },
      { kind: 'shard-router', params: { strategy: 'ring', vcpu: 4 } },
      ...Array.from({ length: 4 }, (): Part => ({ kind: 'database', params: { replicas: 0, vcpu: 8 } })),
    ],
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [2, 4],
      [2, 5],
      [2, 6],
    ],
    local,
  );
  const workload = { staticShare: 0, writeShare: 10, feedShare: 5, keys: 100_000, keySkew: 0.8 };
  const done = Object.entries(workload).reduce((drawn, [field, value]) => setWorkloadParam(drawn, field, value), design);
  return setSeed(setSeconds(done, seconds), seed);
}
