/**
 * The dots in flight: a pool of typed arrays, nothing allocated while it runs. Each dot is one journey of one sampled
 * request over one link. Times here are seconds of the watcher's clock, which stands still while the run is paused.
 */

import { OUTCOME } from '../engine/plan.ts';
import { SAMPLE } from '../runner/protocol.ts';

/** Most dots that move at one time: more would say nothing more and cost frames. @param memoryGb of the computer, where its browser tells */
export const dotsFor = (memoryGb: number | undefined): number => (memoryGb !== undefined && memoryGb <= 4 ? 120 : 300);
export const mostDots = dotsFor((globalThis.navigator as { deviceMemory?: number } | undefined)?.deviceMemory);
/** Journeys kept: those moving, and the later hops of the same requests waiting for their turn. */
const capacity = 2400;
/** New requests are let in below these; hops of a request already on screen always are, so that none vanishes half-way. */
const roomForMoving = (mostDots * 2) / 3;
const roomForAll = 1800;
/** Requests remembered to make their hops follow each other. A power of two. */
const memory = 4096;
/** A request whose picture lags the run by more than this is given up. */
const longestLag = 6;

/** Latencies in seconds between which the time on screen grows. */
const shortest = 0.0005;
const longest = 1;

export const SHAPE = { ok: 0, failed: 1, retry: 2, shed: 3 } as const;
export const shapes = 4;

export interface Pool {
  count: number;
  /** How many of them moved at the last `advance`. */
  moving: number;
  link: Int32Array;
  back: Uint8Array;
  shape: Uint8Array;
  start: Float64Array;
  duration: Float32Array;
  /** Whose journey it is, and when that request was meant (simulated seconds). */
  request: Float64Array;
  bornAt: Float64Array;
  /** Direct-mapped by request number: which request (-2 - number: one that is not drawn), and when its last journey on screen ends. */
  knownRequest: Float64Array;
  knownEnd: Float64Array;
}

interface Standing {
  runId: number;
  status: string;
  /** Simulated seconds. */
  time: number;
}

/**
 * Whether dots are another run's, or another moment's: a run that stands and is farther on, or back, has been put there. Half a second
 * is more than a last report goes on.
 */
export const hasLeapt = (state: Standing, before: Standing): boolean =>
  state.runId !== before.runId || (state.status !== 'playing' && Math.abs(state.time - before.time) > 0.5);

export function createPool(): Pool {
  return {
    count: 0,
    moving: 0,
    link: new Int32Array(capacity),
    back: new Uint8Array(capacity),
    shape: new Uint8Array(capacity),
    start: new Float64Array(capacity),
    duration: new Float32Array(capacity),
    request: new Float64Array(capacity),
    bornAt: new Float64Array(capacity),
    knownRequest: new Float64Array(memory).fill(-1),
    knownEnd: new Float64Array(memory),
  };
}

export function clearPool(pool: Pool): void {
  pool.count = 0;
  pool.moving = 0;
  pool.knownRequest.fill(-1);
}

/**
 * Seconds a journey takes on screen: 0.3 for half a millisecond and less, 0.8 within a region, 1.6 for 100 ms, 3 for a second
 * and more. By the logarithm, squared: near wires stay quick and legible, an ocean shows. In slow motion the true time shows
 * when it is longer.
 */
export function travelSeconds(latencySeconds: number, speed: number): number {
  const decades = Math.log10(Math.max(latencySeconds, shortest) / shortest) / Math.log10(longest / shortest);
  const slowMotion = speed > 0 && speed < 1 ? latencySeconds / speed : 0;
  return Math.min(3, Math.max(0.3 + 2.7 * decades * decades, slowMotion));
}

export function shapeOf(outcome: number, attempt: number): number {
  if (outcome === OUTCOME.shed || outcome === OUTCOME.limited) return SHAPE.shed;
  if (outcome !== OUTCOME.ok) return SHAPE.failed;
  return attempt > 0 ? SHAPE.retry : SHAPE.ok;
}

const notDrawn = (request: number): number => -2 - request;

/** Takes in the rows of one message. `now` is the watcher's clock, `speed` simulated seconds per second of it. */
export function addJourneys(pool: Pool, rows: Float64Array, now: number, speed: number): void {
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row + SAMPLE.size <= rows.length; row += SAMPLE.size) first = Math.min(first, rows[row + SAMPLE.departAt]);
  for (let row = 0; row + SAMPLE.size <= rows.length; row += SAMPLE.size) {
    const request = rows[row + SAMPLE.request];
    const slot = request % memory;
    const isKnown = pool.knownRequest[slot] === request;
    if (pool.knownRequest[slot] === notDrawn(request)) continue;
    if (!isKnown && (pool.moving >= roomForMoving || pool.count >= roomForAll)) {
      pool.knownRequest[slot] = notDrawn(request);
      continue;
    }
    if (pool.count === capacity) continue;
    const departAt = rows[row + SAMPLE.departAt];
    // A message holds about a tenth of a second of wall time: its journeys start spread over it, not in one volley.
    const spread = speed > 0 && Number.isFinite(speed) ? Math.min(0.15, (departAt - first) / speed) : 0;
    const start = isKnown ? Math.max(now + spread, pool.knownEnd[slot]) : now + spread;
    if (start - now > longestLag) continue;
    const duration = travelSeconds(rows[row + SAMPLE.arriveAt] - departAt, speed);
    const dot = pool.count++;
    pool.link[dot] = rows[row + SAMPLE.link];
    pool.back[dot] = rows[row + SAMPLE.back];
    pool.shape[dot] = shapeOf(rows[row + SAMPLE.outcome], rows[row + SAMPLE.attempt]);
    pool.start[dot] = start;
    pool.duration[dot] = duration;
    pool.request[dot] = request;
    pool.bornAt[dot] = rows[row + SAMPLE.bornAt];
    pool.knownRequest[slot] = request;
    pool.knownEnd[slot] = start + duration;
  }
}

/** Drops the journeys that have arrived and counts those under way. */
export function advance(pool: Pool, now: number): void {
  let moving = 0;
  let dot = 0;
  while (dot < pool.count) {
    if (pool.start[dot] + pool.duration[dot] <= now) {
      const last = --pool.count;
      pool.link[dot] = pool.link[last];
      pool.back[dot] = pool.back[last];
      pool.shape[dot] = pool.shape[last];
      pool.start[dot] = pool.start[last];
      pool.duration[dot] = pool.duration[last];
      pool.request[dot] = pool.request[last];
      pool.bornAt[dot] = pool.bornAt[last];
      continue;
    }
    if (pool.start[dot] <= now) moving++;
    dot++;
  }
  pool.moving = moving;
}

/** How far along its link a dot is, 0 at the caller's end; negative while it waits for its turn. */
export function placeOf(pool: Pool, dot: number, now: number): number {
  const share = (now - pool.start[dot]) / pool.duration[dot];
  if (share < 0) return -1;
  return pool.back[dot] ? 1 - share : share;
}
