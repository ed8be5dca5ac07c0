/** What the users see: requests meant, answered, failed by reason, and how long it took them. The run's own books. */

import type { Memory } from './memory.ts';
import { PartTimes } from './partTimes.ts';
import { CLASS, OUTCOME, outcomes, requestClasses } from './plan.ts';
import { Tallies } from './tallies.ts';

export class Audience {
  /** Since the frame began, per class. */
  readonly offered: Float64Array;
  /** Since the frame began, at class * outcomes + outcome: ok is completed, the rest are reasons of failure. */
  readonly ended: Float64Array;
  /** [stale reads this frame, in flight now, in flight when the frame began, failures ever] */
  readonly counts: Float64Array;
  /** Response times of the frame, one histogram per class. */
  readonly latency: Tallies;
  /** Times of parts that are told apart, by class. */
  readonly partTimes: PartTimes;

  constructor(memory: Memory, nodes: number) {
    this.offered = memory.f64(requestClasses.length);
    this.ended = memory.f64(requestClasses.length * outcomes.length);
    this.counts = memory.f64(4);
    this.latency = new Tallies(memory, requestClasses.length);
    this.partTimes = new PartTimes(memory, nodes);
  }

  /** A user means to send a request now. */
  offer(cls: number): void {
    this.offered[cls]++;
    this.counts[1]++;
  }

  /**
   * A request has come to its end.
   * @param seconds since it was meant; for a failure, the patience of the user, so that a quick refusal does not look fast
   */
  end(cls: number, outcome: number, seconds: number, stale: boolean): void {
    this.ended[cls * outcomes.length + outcome]++;
    this.counts[1]--;
    if (outcome !== OUTCOME.ok && outcome !== OUTCOME.limited) this.counts[3]++;
    if (stale && (cls === CLASS.read || cls === CLASS.feed) && outcome === OUTCOME.ok) this.counts[0]++;
    // who was over a limit has got the answer that was meant for him: it says nothing about how fast the system is
    if (outcome !== OUTCOME.limited) this.latency.add(cls, seconds);
  }

  /** A new frame begins. */
  turn(): void {
    this.offered.fill(0);
    this.ended.fill(0);
    this.counts[0] = 0;
    this.counts[2] = this.counts[1];
    for (let c = 0; c < requestClasses.length; c++) this.latency.clear(c);
    this.partTimes.clear();
  }
}
