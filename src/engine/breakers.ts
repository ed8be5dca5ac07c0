/**
 * Circuit breakers over the outcomes of the newest so many calls (Resilience4j's count-based window): closed while few fail; open, and
 * nothing passes, for a while after too many have; then half-open: a few probes decide.
 */

import { longer, type Memory } from './memory.ts';

export const BREAKER = { closed: 0, open: 1, halfOpen: 2, unchanged: 3 } as const;

export interface BreakerSettings {
  window: number;
  least: number;
  share: number;
  openSeconds: number;
  probes: number;
}

/** The longest window; the specs allow no longer one. */
export const longestWindow = 1000;

export class Breakers {
  private readonly state: Uint8Array;
  private readonly until: Float64Array;
  private readonly counted: Int32Array;
  private readonly failed: Int32Array;
  private readonly place: Int32Array;
  /** Probes on their way, and those that have come back, while half-open. */
  private readonly out: Int32Array;
  private readonly done: Int32Array;
  private readonly fresh: Uint8Array;
  /** 1 = failed, by breaker and place in its window. */
  private ring = new Uint8Array(0);

  constructor(memory: Memory, count: number) {
    this.state = memory.u8(count);
    this.until = memory.f64(count);
    this.counted = memory.i32(count);
    this.failed = memory.i32(count);
    this.place = memory.i32(count);
    this.out = memory.i32(count);
    this.done = memory.i32(count);
    this.fresh = memory.u8(count);
    memory.grows(this as unknown as Record<'ring', Uint8Array>, 'ring');
  }

  stateOf(breaker: number): number {
    return this.state[breaker];
  }

  /** Whether a call passes: `closed` and `halfOpen` (it is a probe then) pass, `open` does not. */
  admits(breaker: number, now: number, probes: number): number {
    if (this.state[breaker] === BREAKER.closed) return BREAKER.closed;
    if (this.state[breaker] === BREAKER.open) {
      if (now < this.until[breaker]) return BREAKER.open;
      this.become(breaker, BREAKER.halfOpen);
      this.fresh[breaker] = 1;
    }
    if (this.out[breaker] + this.done[breaker] >= probes) return BREAKER.open;
    this.out[breaker]++;
    return BREAKER.halfOpen;
  }

  /** Once after each change to half-open. */
  justHalfOpened(breaker: number): boolean {
    const is = this.fresh[breaker] === 1;
    this.fresh[breaker] = 0;
    return is;
  }

  /** A call that passed has ended. @returns the new state, `unchanged` when it is the old one */
  record(breaker: number, now: number, hasFailed: boolean, isProbe: boolean, settings: BreakerSettings): number {
    if (this.state[breaker] === BREAKER.halfOpen) return isProbe ? this.judge(breaker, now, hasFailed, settings) : BREAKER.unchanged;
    if (this.state[breaker] === BREAKER.open) return BREAKER.unchanged;
    // another window since: what was counted is of no use
    if (this.counted[breaker] > settings.window) this.become(breaker, BREAKER.closed);
    const end = (breaker + 1) * longestWindow;
    if (this.ring.length < end) this.ring = longer(this.ring, new Uint8Array(end));
    const at = breaker * longestWindow + this.place[breaker];
    if (this.counted[breaker] >= settings.window) this.failed[breaker] -= this.ring[at];
    else this.counted[breaker]++;
    this.ring[at] = hasFailed ? 1 : 0;
    this.failed[breaker] += this.ring[at];
    this.place[breaker] = (this.place[breaker] + 1) % settings.window;
    const counts = this.counted[breaker] >= Math.min(settings.least, settings.window);
    if (!counts || this.failed[breaker] < settings.share * this.counted[breaker]) return BREAKER.unchanged;
    return this.open(breaker, now, settings);
  }

  /** A probe ended without having been sent. */
  giveBack(breaker: number): void {
    if (this.state[breaker] === BREAKER.halfOpen && this.out[breaker] > 0) this.out[breaker]--;
  }

  forget(breaker: number): void {
    this.become(breaker, BREAKER.closed);
  }

  private judge(breaker: number, now: number, hasFailed: boolean, settings: BreakerSettings): number {
    this.out[breaker]--;
    this.done[breaker]++;
    if (hasFailed) this.failed[breaker]++;
    if (this.done[breaker] < settings.probes) return BREAKER.unchanged;
    if (this.failed[breaker] >= settings.share * this.done[breaker]) return this.open(breaker, now, settings);
    this.become(breaker, BREAKER.closed);
    return BREAKER.closed;
  }

  private open(breaker: number, now: number, settings: BreakerSettings): number {
    this.become(breaker, BREAKER.open);
    this.until[breaker] = now + settings.openSeconds;
    return BREAKER.open;
  }

  private become(breaker: number, state: number): void {
    this.state[breaker] = state;
    this.counted[breaker] = 0;
    this.failed[breaker] = 0;
    this.place[breaker] = 0;
    this.out[breaker] = 0;
    this.done[breaker] = 0;
    this.fresh[breaker] = 0;
  }
}
