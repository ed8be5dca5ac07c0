/** How much is too much: one counter per client, by one of three rules, and one for all of them together. */

import type { Memory } from '../../engine/memory.ts';
import { Recent } from '../../engine/recent.ts';

/** In the order of the spec's options. */
export const LIMIT = { tokenBucket: 0, fixedWindow: 1, slidingWindow: 2, none: 3 } as const;

/** What is allowed. */
export interface Allowance {
  /** One of `LIMIT`. */
  rule: number;
  ratePerSecond: number;
  /** Most tokens of a bucket. */
  burst: number;
  windowSeconds: number;
}

export class Limiter {
  /** `value`: tokens left, or requests admitted in the window of the last one; `other`: those of the window before. */
  private readonly clients: Recent;

  constructor(memory: Memory) {
    this.clients = new Recent(memory);
  }

  /** Which count the last one admitted went to; good until the next is asked for. */
  private counted: 'value' | 'other' = 'value';

  /**
   * Whether a client may have one more. Counts it if so.
   * @param now by the clock of whoever asks: those of several askers may be apart
   */
  admit(client: number, now: number, allowance: Allowance): boolean {
    return allowance.rule === LIMIT.tokenBucket ? this.takeToken(client, now, allowance) : this.takePlace(client, now, allowance);
  }

  /** What was admitted just now is turned away for another reason: it does not count. */
  giveBack(client: number, rule: number): void {
    this.clients[this.counted][this.clients.find(client)] += rule === LIMIT.tokenBucket ? 1 : -1;
  }

  /** The store lost its memory. */
  clear(): void {
    this.clients.clear();
  }

  /** A bucket gains tokens all the time up to `burst`; one request takes one. */
  private takeToken(client: number, now: number, { ratePerSecond, burst }: Allowance): boolean {
    const { clients } = this;
    // a bucket nobody touched for so long is full again
    clients.forget(now - burst / ratePerSecond);
    let entry = clients.find(client);
    const tokens = entry < 0 ? burst : Math.min(burst, clients.value[entry] + Math.max(0, now - clients.touchedAt[entry]) * ratePerSecond);
    if (entry < 0) entry = clients.add(client, now);
    else clients.touch(entry, Math.max(now, clients.touchedAt[entry]));
    this.counted = 'value';
    const isIn = tokens >= 1;
    clients.value[entry] = isIn ? tokens - 1 : tokens;
    return isIn;
  }

  /**
   * So many per window. A fixed window begins anew at whole multiples of its length; a sliding one also counts what of the window
   * before still lies within its length, as if that had been spread evenly (Cloudflare 2017). Whose clock is behind, so that for him it is
   * the window before still, counts there.
   */
  private takePlace(client: number, now: number, { rule, ratePerSecond, windowSeconds }: Allowance): boolean {
    const { clients } = this;
    clients.forget(now - 2 * windowSeconds);
    const most = ratePerSecond * windowSeconds;
    const window = Math.floor(now / windowSeconds);
    let entry = clients.find(client);
    this.counted = 'value';
    if (entry < 0) {
      entry = clients.add(client, now);
    } else {
      const passed = window - Math.floor(clients.touchedAt[entry] / windowSeconds);
      if (passed > 0) {
        clients.other[entry] = passed === 1 ? clients.value[entry] : 0;
        clients.value[entry] = 0;
      }
      if (passed < 0) this.counted = 'other';
      clients.touch(entry, Math.max(now, clients.touchedAt[entry]));
    }
    const counts = clients[this.counted];
    const left = 1 - (now / windowSeconds - window);
    const before = rule === LIMIT.slidingWindow && this.counted === 'value' ? clients.other[entry] * left : 0;
    const isIn = counts[entry] + before + 1 <= most + 1e-9;
    if (isIn) counts[entry]++;
    return isIn;
  }
}

/** What limits say of a request. */
export const VERDICT = { within: 0, overOwn: 1, overAll: 2 } as const;

/** Who is limited, and how; written anew before each use. */
export interface Limits {
  /** Each client by itself, as `client`. */
  ofEach: boolean;
  each: Allowance;
  ofAll: boolean;
  all: Allowance;
}

/**
 * Both counters of one place. A client that is over its own limit takes nothing from what all may have together, and what is turned away
 * because all together are over theirs does not count against its client.
 */
export class Counters {
  private readonly each: Limiter;
  private readonly all: Limiter;

  constructor(memory: Memory) {
    this.each = new Limiter(memory);
    this.all = new Limiter(memory);
  }

  /** @returns one of `VERDICT` */
  admit(client: number, now: number, limits: Limits): number {
    if (limits.ofEach && !this.each.admit(client, now, limits.each)) return VERDICT.overOwn;
    if (!limits.ofAll || this.all.admit(0, now, limits.all)) return VERDICT.within;
    if (limits.ofEach) this.each.giveBack(client, limits.each.rule);
    return VERDICT.overAll;
  }

  clear(): void {
    this.each.clear();
    this.all.clear();
  }
}
