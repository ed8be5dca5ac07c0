/**
 * Blame for the tail: where the slowest of many requests spent their time, by place and by reason, beside those in the middle. Every
 * request's way is added up as it ends and kept as a few numbers, because which ones are the slowest is known only at the end.
 */

import { type Story, spentOn } from '../../engine/follow/story.ts';
import { OUTCOME, type Plan } from '../../engine/plan.ts';
import { pathOf } from './path.ts';

export interface BlameRow {
  /** Index of a part, or -1: then it is a wire's. */
  node: number;
  link: number;
  /** One of `SPENT`. */
  on: number;
  /** Mean seconds per request, and share of all their time. */
  slowSeconds: number;
  slowShare: number;
  typicalSeconds: number;
  typicalShare: number;
}

export interface Group {
  requests: number;
  failed: number;
  /** Time as the page counts it, in seconds: from, to. A failure's is at least its user's patience. */
  from: number;
  to: number;
  /** Mean seconds that they really took. */
  meanSeconds: number;
}

export interface TailBlame {
  requests: number;
  slow: Group;
  typical: Group;
  /** By how much more time the slow ones spent on it, the most first. */
  rows: BlameRow[];
}

/** Below this one in a hundred is no tail. */
export const leastRequests = 100;

export class TailBook {
  private readonly nodes: number;
  private readonly counted: number[] = [];
  private readonly outcomes: number[] = [];
  /** By request: where its entries begin. */
  private readonly first: number[] = [];
  private readonly keys: number[] = [];
  private readonly seconds: number[] = [];

  constructor(plan: Plan) {
    this.nodes = plan.nodes.length;
  }

  get requests(): number {
    return this.counted.length;
  }

  add(story: Story): void {
    this.first.push(this.keys.length);
    this.counted.push(story.countedSeconds);
    this.outcomes.push(story.outcome);
    const begin = this.keys.length;
    for (const { node, link, on, from, to } of pathOf(story)) {
      const key = (link >= 0 ? this.nodes + link : node) * spentOn.length + on;
      let at = begin;
      while (at < this.keys.length && this.keys[at] !== key) at++;
      if (at === this.keys.length) {
        this.keys.push(key);
        this.seconds.push(0);
      }
      this.seconds[at] += to - from;
    }
  }

  /** @param quantile the slow ones are slower than so many of all; the typical ones are the tenth in the middle. Null of too few */
  close(quantile = 0.99): TailBlame | null {
    const all = this.counted.length;
    if (all < leastRequests) return null;
    const order = Array.from({ length: all }, (_, i) => i).sort((a, b) => this.counted[a] - this.counted[b]);
    const slow = order.slice(Math.floor(all * quantile));
    const typical = order.slice(Math.floor(all * 0.45), Math.ceil(all * 0.55));
    const slowSums = this.sumsOf(slow);
    const typicalSums = this.sumsOf(typical);
    const keys = new Set([...slowSums.keys(), ...typicalSums.keys()]);
    const [slowAll, typicalAll] = [sum(slowSums.values()), sum(typicalSums.values())];
    const rows = [...keys].map((key): BlameRow => {
      const place = Math.floor(key / spentOn.length);
      const slowSum = slowSums.get(key) ?? 0;
      const typicalSum = typicalSums.get(key) ?? 0;
      return {
        node: place < this.nodes ? place : -1,
        link: place < this.nodes ? -1 : place - this.nodes,
        on: key % spentOn.length,
        slowSeconds: slowSum / slow.length,
        slowShare: slowAll > 0 ? slowSum / slowAll : 0,
        typicalSeconds: typicalSum / typical.length,
        typicalShare: typicalAll > 0 ? typicalSum / typicalAll : 0,
      };
    });
    rows.sort((a, b) => moreBy(b) - moreBy(a) || a.node - b.node || a.link - b.link || a.on - b.on);
    return { requests: all, slow: this.groupOf(slow, slowAll), typical: this.groupOf(typical, typicalAll), rows };
  }

  private groupOf(requests: readonly number[], seconds: number): Group {
    return {
      requests: requests.length,
      failed: requests.filter((i) => this.outcomes[i] !== OUTCOME.ok).length,
      from: this.counted[requests[0]],
      to: this.counted[requests[requests.length - 1]],
      meanSeconds: seconds / requests.length,
    };
  }

  private sumsOf(requests: readonly number[]): Map<number, number> {
    const sums = new Map<number, number>();
    for (const i of requests) {
      const end = this.first[i + 1] ?? this.keys.length;
      for (let at = this.first[i]; at < end; at++) sums.set(this.keys[at], (sums.get(this.keys[at]) ?? 0) + this.seconds[at]);
    }
    return sums;
  }
}

/** Seconds that a slow request spends on it beyond one in the middle. */
export const moreBy = ({ slowSeconds, typicalSeconds }: BlameRow): number => slowSeconds - typicalSeconds;

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}
