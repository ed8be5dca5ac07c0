/** What a shard router's panel shows, as one row of numbers that can cross to the page. Made on demand, no state of the run. */

export interface ShardSample {
  row: number;
  user: number;
  country: number;
  /** Place on the ring, 0 to 1. */
  turn: number;
  /** The shard that has it, and the one it belongs to. */
  home: number;
  belongs: number;
  /** 0 is where it belongs, 1 waits to be moved, 2 is being copied. */
  state: number;
  /** Of its shard’s first instances: the version that each would show; -1 = it has none. */
  versions: readonly number[];
}

export interface ShardsView {
  /** The order of the router's options. */
  strategy: number;
  /** Shards for everybody; the one after them may be for hot rows only. */
  inUse: number;
  rows: number;
  /** Rows that are not where they belong. */
  left: number;
  shards: readonly { node: number; keys: number; megabytes: number }[];
  samples: readonly ShardSample[];
  hottest: readonly { row: number; perSecond: number; home: number; isHot: boolean }[];
}

const head = 7;
const shardWidth = 3;
/** Instances of a shard that are shown. */
export const copiesShown = 4;
const sampleWidth = 7 + copiesShown;
const hotWidth = 4;

export function packShards({ strategy, inUse, rows, left, shards, samples, hottest }: ShardsView): Float64Array {
  const packed = new Float64Array(head + shards.length * shardWidth + samples.length * sampleWidth + hottest.length * hotWidth);
  packed.set([strategy, inUse, rows, left, shards.length, samples.length, hottest.length]);
  let at = head;
  for (const { node, keys, megabytes } of shards) {
    packed.set([node, keys, megabytes], at);
    at += shardWidth;
  }
  for (const { row, user, country, turn, home, belongs, state, versions } of samples) {
    packed.set([row, user, country, turn, home, belongs, state, ...versions], at);
    at += sampleWidth;
  }
  for (const { row, perSecond, home, isHot } of hottest) {
    packed.set([row, perSecond, home, isHot ? 1 : 0], at);
    at += hotWidth;
  }
  return packed;
}

export function unpackShards(packed: Float64Array): ShardsView {
  const [strategy, inUse, rows, left, shardCount, sampleCount, hotCount] = packed;
  const rowsOf = <T>(from: number, width: number, count: number, read: (numbers: Float64Array) => T): T[] =>
    Array.from({ length: count }, (_, i) => read(packed.subarray(from + i * width, from + (i + 1) * width)));
  const samplesAt = head + shardCount * shardWidth;
  return {
    strategy,
    inUse,
    rows,
    left,
    shards: rowsOf(head, shardWidth, shardCount, ([node, keys, megabytes]) => ({ node, keys, megabytes })),
    samples: rowsOf(samplesAt, sampleWidth, sampleCount, ([row, user, country, turn, home, belongs, state, ...versions]) => {
      return { row, user, country, turn, home, belongs, state, versions };
    }),
    hottest: rowsOf(samplesAt + sampleCount * sampleWidth, hotWidth, hotCount, ([row, perSecond, home, isHot]) => {
      return { row, perSecond, home, isHot: isHot === 1 };
    }),
  };
}
