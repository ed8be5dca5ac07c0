import { ASK } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { integerBelow, normal } from '../../engine/luck.ts';
import { exp, log } from '../../engine/math.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { objectStorageSpec } from './spec.ts';

export const objectStorageBehavior: Behavior = {
  kind: objectStorageSpec.kind,
  role: objectStorageSpec.role,
  fields: objectStorageSpec.fields,
  metrics: objectStorageSpec.metrics,
  faults: objectStorageSpec.faults,
  create: createObjectStorage,
};

/** Of a normal variable: a hundredth lies above. */
const z99 = 2.3263478740408408;

/** Timer: a file has reached the other storage. */
const COPIED = 0;

/** A prefix may be used for a second's worth of its limit at once, and no more. */
function createObjectStorage(ctx: NodeContext): Actor {
  const { net, memory, firstSlot } = ctx;
  const { calls, instances, params, meters } = net;
  const others = ctx.linksTo('files');
  const latency = ctx.stream('latency');
  const dealing = ctx.stream('prefix');
  const place = {
    p50: ctx.param('p50Ms'),
    p99: ctx.param('p99Ms'),
    readLimit: ctx.param('readLimit'),
    writeLimit: ctx.param('writeLimit'),
    prefixes: ctx.param('prefixes'),
    objectKB: ctx.param('objectKB'),
    copySeconds: ctx.param('copySeconds'),
    files: ctx.workload('staticFiles'),
  };
  const meter = {
    reads: ctx.metric('reads'),
    writes: ctx.metric('writes'),
    slowDowns: ctx.metric('slowDowns'),
    stored: ctx.metric('storedGB'),
    uncopied: ctx.metric('uncopied'),
  };
  const most = 10_000;
  /** By prefix, reads and writes apart: what may still be used at once, and as of when. The array grows with the prefixes in use. */
  const buckets = { left: new Float64Array(0), at: new Float64Array(0) };
  memory.grows(buckets as Record<'left' | 'at', Float64Array>, 'left', 'at');
  /** [files stored while the run went on, files not at the other storage yet, of those how many came due while this one was away] */
  const cells = memory.f64(3);

  function widen(): void {
    const length = 2 * Math.min(most, params[place.prefixes]);
    if (length <= buckets.left.length) return;
    const before = buckets.left;
    const since = buckets.at;
    buckets.left = new Float64Array(length).fill(Infinity);
    buckets.at = new Float64Array(length);
    buckets.left.set(before);
    buckets.at.set(since);
  }

  /** Takes one from a prefix's bucket. @returns whether there was one */
  function take(prefix: number, isWrite: boolean): boolean {
    const at = 2 * prefix + (isWrite ? 1 : 0);
    const limit = params[isWrite ? place.writeLimit : place.readLimit];
    const left = Math.min(limit, buckets.left[at] + (net.now - buckets.at[at]) * limit);
    buckets.at[at] = net.now;
    buckets.left[at] = left >= 1 ? left - 1 : left;
    return left >= 1;
  }

  /** Lognormal by its median and its 99th percentile. */
  function seconds(call: number): number {
    const [p50, p99] = [params[place.p50], params[place.p99]];
    const sigma = p99 > p50 ? log(p99 / p50) / z99 : 0;
    const draw = sigma === 0 ? 1 : exp(sigma * normal(latency, calls.request[call], net.saltOf(call)));
    return (p50 / 1000) * draw * instances.slow[calls.to[call]];
  }

  function copy(key: number): void {
    cells[1]--;
    for (const link of others) {
      const news = net.tell(link, firstSlot, CLASS.write, key, 0, cells[0]);
      calls.scratch[news] = ASK.write;
    }
  }

  widen();

  return {
    receive: (call) => {
      const isWrite = calls.scratch[call] === ASK.write;
      const prefix = integerBelow(dealing, calls.key[call], 0, Math.min(most, params[place.prefixes]));
      if (take(prefix, isWrite)) {
        net.serve(call, seconds(call));
        return;
      }
      meters.values[meter.slowDowns]++;
      net.reply(call, OUTCOME.shed);
    },

    served: (call) => {
      const isWrite = calls.scratch[call] === ASK.write;
      if (isWrite && net.errs(call)) {
        net.reply(call, OUTCOME.error);
        return;
      }
      meters.values[isWrite ? meter.writes : meter.reads]++;
      if (isWrite) {
        cells[0]++;
        if (others.length > 0) {
          cells[1]++;
          net.wake(ctx.node, COPIED, calls.key[call], net.now + params[place.copySeconds]);
        }
      }
      net.reply(call, OUTCOME.ok);
    },

    wake: (_, key) => {
      if (instances.isUp(firstSlot)) copy(key);
      else cells[2]++;
    },

    recovered: () => {
      // which files they were does not matter to anybody
      for (; cells[2] > 0; cells[2]--) copy(0);
    },

    changed: widen,

    measure: () => {
      meters.values[meter.stored] = ((params[place.files] + cells[0]) * params[place.objectKB]) / 1e6;
      meters.values[meter.uncopied] = cells[1];
    },
  };
}
