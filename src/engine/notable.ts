/**
 * The requests of a frame that somebody may want to look into: the slowest of all, of each class and of each place where users are; those
 * that failed, by reason; those that were tried again. Bounded, and exact: of every list the slowest, and no other. Part of the run's
 * state, so that a run that is put back names the same ones.
 */

import type { Memory } from './memory.ts';
import { OUTCOME, outcomes, requestClasses } from './plan.ts';

/** Numbers per row that is handed out. */
export const NOTABLE = {
  frame: 0,
  request: 1,
  bornAt: 2,
  /** What the page counts as its time, see `Audience.end`. */
  seconds: 3,
  class: 4,
  /** Where its user is. */
  node: 5,
  outcome: 6,
  attempts: 7,
  size: 8,
} as const;

/** Places per list and frame. */
const mostOfAll = 8;
const mostOfClass = 3;
const mostOfPlace = 3;
const mostFailed = 4;
const mostRetried = 4;

const place = NOTABLE.size - 1;
/** Numbers that wait to be taken: when nobody does, new ones are dropped. */
const mostOut = 100_000;

export class Notable {
  /** One cell: the time of the request that is offered next, in seconds (a fraction handed over would be an object each time). */
  readonly seconds = new Float64Array(1);
  readonly bornAt = new Float64Array(1);
  /** By list: where it begins among the rows, how many it may hold; how many it holds. */
  private readonly first: Int32Array;
  private readonly most: Int32Array;
  private readonly count: Int32Array;
  /** By list: a request that took no longer than this has no place in it; -1 while there is room. */
  private readonly least: Float64Array;
  /** Rows without their frame, each list from the slowest on. */
  private readonly rows: Float64Array;
  private readonly classes = 1;
  private readonly places: number;
  private readonly failed: number;
  private readonly retried: number;
  private out: number[] = [];

  /** @param nodes of the plan; only those with users ever fill their list */
  constructor(memory: Memory, nodes: number) {
    this.places = this.classes + requestClasses.length;
    this.failed = this.places + nodes;
    this.retried = this.failed + outcomes.length;
    const room = (list: number): number => {
      if (list === 0) return mostOfAll;
      if (list < this.places) return mostOfClass;
      if (list < this.failed) return mostOfPlace;
      return list < this.retried ? mostFailed : mostRetried;
    };
    this.most = Int32Array.from({ length: this.retried + 1 }, (_, list) => room(list));
    this.first = new Int32Array(this.most.length);
    for (let list = 1; list < this.most.length; list++) this.first[list] = this.first[list - 1] + this.most[list - 1];
    this.count = memory.i32(this.most.length);
    this.least = memory.f64(this.most.length).fill(-1);
    this.rows = memory.f64((this.first[this.retried] + mostRetried) * place);
  }

  /** A request has come to its end; its time and its beginning stand in `seconds` and `bornAt`. @param attempts 0 = the first try */
  offer(request: number, cls: number, node: number, outcome: number, attempts: number): void {
    const { least } = this;
    const seconds = this.seconds[0];
    if (seconds > least[0]) this.enter(0, request, cls, node, outcome, attempts);
    if (seconds > least[this.classes + cls]) this.enter(this.classes + cls, request, cls, node, outcome, attempts);
    if (seconds > least[this.places + node]) this.enter(this.places + node, request, cls, node, outcome, attempts);
    if (outcome !== OUTCOME.ok) this.enter(this.failed + outcome, request, cls, node, outcome, attempts);
    if (attempts > 0) this.enter(this.retried, request, cls, node, outcome, attempts);
  }

  /** The frame is over: its rows wait to be taken, each request once, and the next one begins. */
  turn(frame: number): void {
    const begin = this.out.length;
    this.least.fill(-1);
    if (begin > mostOut) {
      this.count.fill(0);
      return;
    }
    for (let list = 0; list < this.most.length; list++) {
      for (let i = 0; i < this.count[list]; i++) {
        const at = (this.first[list] + i) * place;
        if (this.isOut(begin, this.rows[at])) continue;
        this.out.push(frame);
        for (let k = 0; k < place; k++) this.out.push(this.rows[at + k]);
      }
    }
    this.count.fill(0);
  }

  /** Rows of `NOTABLE.size` since they were taken last. */
  take(): Float64Array {
    const rows = Float64Array.from(this.out);
    this.out = [];
    return rows;
  }

  private isOut(begin: number, request: number): boolean {
    for (let at = begin; at < this.out.length; at += NOTABLE.size) if (this.out[at + NOTABLE.request] === request) return true;
    return false;
  }

  /** Takes its place in a list if it is slow enough. */
  private enter(list: number, request: number, cls: number, node: number, outcome: number, attempts: number): void {
    const { rows, count } = this;
    const most = this.most[list];
    const first = this.first[list];
    const held = count[list];
    const seconds = this.seconds[0];
    if (seconds <= this.least[list]) return;
    let i = held < most ? held : most - 1;
    for (; i > 0 && rows[(first + i - 1) * place + 2] < seconds; i--) {
      const to = (first + i) * place;
      rows.copyWithin(to, to - place, to);
    }
    const at = (first + i) * place;
    rows[at] = request;
    rows[at + 1] = this.bornAt[0];
    rows[at + 2] = seconds;
    rows[at + 3] = cls;
    rows[at + 4] = node;
    rows[at + 5] = outcome;
    rows[at + 6] = attempts;
    if (held < most) count[list]++;
    if (count[list] === most) this.least[list] = rows[(first + most - 1) * place + 2];
  }
}
