/** Models A and B as anybody could wire them on the canvas, run by the product's own kinds with every meter on. */

import type { Design } from '../../src/design/design.ts';
import { setSeconds, setSeed, setWorkloadParam } from '../../src/design/edits.ts';
import { wire } from './wiring.ts';

/** M/M/1: 800 arrivals/s, one server of 1 ms, wires that take no time. */
export function designA(seconds: number, seed: string): Design {
  const design = wire(
    [
      { kind: 'users', params: { ratePerSecond: 800, patienceSeconds: 120 } },
      {
        kind: 'web-server',
        params: { vcpu: 1, cpuDynamicMs: 1, service: 'exponential', threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0 },
      },
    ],
    [[0, 1]],
    { delay: 'none', timeoutMs: 0 },
  );
  return setSeed(setSeconds(readsOnly(design, 1000), seconds), seed);
}

/**
 * 1200/s, load balancer, 8 web servers of 4 x 20 ms, a cache that comes to hit 80 %, a database of 16 x 40 ms, hops of 0.5 ms.
 * @param everyHop true: every wire takes time both ways, so an answer travels home through every hop, 6 to 8 of them. False: as many
 * hops as the bare loop has for a hit, 4 (there the cache answers the client; here the wire to the balancer takes no time).
 */
export function designB(seconds: number, seed: string, everyHop: boolean): Design {
  const design = wire(
    [
      { kind: 'users', params: { ratePerSecond: 1200, patienceSeconds: 120 } },
      { kind: 'load-balancer', params: { cpuMs: 0 } },
      { kind: 'web-server', params: { instances: 8, vcpu: 4, cpuDynamicMs: 20, service: 'exponential', threads: 1000, queueLimit: 100 } },
      { kind: 'cache', params: { capacityKeys: 800, ttlSeconds: 0, serviceMs: 0 } },
      { kind: 'database', params: { replicas: 0, vcpu: 16, cpuReadMs: 40, service: 'exponential', queueLimit: 1_000_000 } },
    ],
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [2, 4],
    ],
    { rttMs: 1, delay: 'exponential', timeoutMs: 0 },
    everyHop ? {} : { 0: { delay: 'none' } },
  );
  return setSeed(setSeconds(readsOnly(design, 1000), seconds), seed);
}

function readsOnly(design: Design, keys: number): Design {
  const fields = { staticShare: 0, writeShare: 0, keys, keySkew: 0 };
  return Object.entries(fields).reduce((done, [field, value]) => setWorkloadParam(done, field, value), design);
}
