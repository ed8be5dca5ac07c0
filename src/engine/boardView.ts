/** What a monitor's board shows, as one row of numbers that can cross to the page: tiers, then hosts. Made on demand, no state of the run. */

export interface BoardTier {
  node: number;
  /** When it was looked at last; -1 = never. */
  at: number;
  up: number;
  there: number;
  answersPerSecond: number;
  failedShare: number;
  utilization: number;
  /** Seconds, as the monitor aggregates; -1 = nothing was answered. */
  p99: number;
  /** The rules that fire, one bit each. */
  firing: number;
}

export interface BoardHost {
  slot: number;
  /** 1 answered, 0 did not. */
  up: number;
  answersPerSecond: number;
  failedShare: number;
  utilization: number;
  p99: number;
}

export interface BoardView {
  tiers: readonly BoardTier[];
  hosts: readonly BoardHost[];
}

const tierWidth = 9;
const hostWidth = 6;

export function packBoard({ tiers, hosts }: BoardView): Float64Array {
  const packed = new Float64Array(2 + tiers.length * tierWidth + hosts.length * hostWidth);
  packed[0] = tiers.length;
  packed[1] = hosts.length;
  let at = 2;
  for (const tier of tiers) {
    const { node, there, up, answersPerSecond, failedShare, utilization, p99, firing } = tier;
    packed.set([node, tier.at, up, there, answersPerSecond, failedShare, utilization, p99, firing], at);
    at += tierWidth;
  }
  for (const { slot, up, answersPerSecond, failedShare, utilization, p99 } of hosts) {
    packed.set([slot, up, answersPerSecond, failedShare, utilization, p99], at);
    at += hostWidth;
  }
  return packed;
}

export function unpackBoard(packed: Float64Array): BoardView {
  const [tierCount, hostCount] = packed;
  const tiers = Array.from({ length: tierCount }, (_, i) => {
    const [node, at, up, there, answersPerSecond, failedShare, utilization, p99, firing] = packed.subarray(2 + i * tierWidth);
    return { node, at, up, there, answersPerSecond, failedShare, utilization, p99, firing };
  });
  const from = 2 + tierCount * tierWidth;
  const hosts = Array.from({ length: hostCount }, (_, i) => {
    const [slot, up, answersPerSecond, failedShare, utilization, p99] = packed.subarray(from + i * hostWidth);
    return { slot, up, answersPerSecond, failedShare, utilization, p99 };
  });
  return { tiers, hosts };
}
