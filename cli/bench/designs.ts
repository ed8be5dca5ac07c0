/**
 * Models A and B as anybody could wire them on the canvas, run by the product's own kinds with every meter on. What the bare
 * loops leave out (real keys in the cache, answers that travel back through every hop, health checks) stays in.
 */

import type { Design } from '../../src/design/design.ts';
import { addNode, connect, emptyDesign, setLinkParam, setParam, setSeconds, setSeed, setWorkloadParam } from '../../src/design/edits.ts';
import type { NodeKind } from '../../src/nodes/specs.ts';
import type { Value } from '../../src/schema/fields.ts';

interface Part {
  kind: NodeKind;
  params: Readonly<Record<string, Value>>;
}

/** Parts in a row, each wired to the next ones named. */
function wire(parts: readonly Part[], wires: readonly [number, number][], link: Readonly<Record<string, Value>>): Design {
  let design = emptyDesign();
  parts.forEach(({ kind, params }, i) => {
    design = addNode(design, kind, { x: i * 240, y: 0 });
    const { id } = design.nodes[i];
    for (const [field, value] of Object.entries(params)) design = setParam(design, id, field, value);
  });
  for (const [from, to] of wires) design = connect(design, design.nodes[from].id, design.nodes[to].id);
  for (const { id } of design.links) for (const [field, value] of Object.entries(link)) design = setLinkParam(design, id, field, value);
  return design;
}

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

/** 1200/s, load balancer, 8 web servers of 4 x 20 ms, a cache that comes to hit 80 %, a database of 16 x 40 ms, 0.5 ms hops. */
export function designB(seconds: number, seed: string): Design {
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
  );
  return setSeed(setSeconds(readsOnly(design, 1000), seconds), seed);
}

function readsOnly(design: Design, keys: number): Design {
  const fields = { staticShare: 0, writeShare: 0, keys, keySkew: 0 };
  return Object.entries(fields).reduce((done, [field, value]) => setWorkloadParam(done, field, value), design);
}
