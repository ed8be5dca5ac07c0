import { describe, expect, it } from 'vitest';
import { OUTCOME } from '../engine/plan.ts';
import { SAMPLE } from '../runner/protocol.ts';
import {
  addJourneys,
  advance,
  clearPool,
  createPool,
  dotsFor,
  hasLeapt,
  mostDots,
  placeOf,
  SHAPE,
  shapeOf,
  travelSeconds,
} from './particles.ts';

interface Journey {
  request: number;
  link: number;
  departAt: number;
  arriveAt: number;
  back?: boolean;
  outcome?: number;
  attempt?: number;
}

function rows(journeys: readonly Journey[]): Float64Array {
  const out = new Float64Array(journeys.length * SAMPLE.size);
  journeys.forEach((journey, i) => {
    const at = i * SAMPLE.size;
    out[at + SAMPLE.request] = journey.request;
    out[at + SAMPLE.link] = journey.link;
    out[at + SAMPLE.departAt] = journey.departAt;
    out[at + SAMPLE.arriveAt] = journey.arriveAt;
    out[at + SAMPLE.back] = journey.back ? 1 : 0;
    out[at + SAMPLE.outcome] = journey.outcome ?? OUTCOME.ok;
    out[at + SAMPLE.attempt] = journey.attempt ?? 0;
  });
  return out;
}

it('lets fewer dots move on a small computer', () => {
  expect([undefined, 8, 4, 2].map(dotsFor)).toEqual([300, 300, 120, 120]);
});

describe('travel time on screen', () => {
  it('grows with the latency between its limits', () => {
    const times = [0, 0.0005, 0.005, 0.05, 0.2, 1, 60].map((latency) => travelSeconds(latency, 1));
    expect(times[0]).toBeCloseTo(0.3);
    expect(times[1]).toBeCloseTo(0.3);
    expect(times.at(-1)).toBe(3);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('is the true time in slow motion where that is longer', () => {
    expect(travelSeconds(0.28, 0.1)).toBeCloseTo(2.8);
    expect(travelSeconds(0.05, 0.1)).toBe(travelSeconds(0.05, 1));
  });
});

describe('shapes', () => {
  it('say the outcome, and a retry only while nothing worse is to say', () => {
    expect(shapeOf(OUTCOME.ok, 0)).toBe(SHAPE.ok);
    expect(shapeOf(OUTCOME.ok, 2)).toBe(SHAPE.retry);
    expect(shapeOf(OUTCOME.shed, 1)).toBe(SHAPE.shed);
    for (const outcome of [OUTCOME.refused, OUTCOME.timeout, OUTCOME.error]) expect(shapeOf(outcome, 1)).toBe(SHAPE.failed);
  });
});

describe('the pool', () => {
  it('moves a dot from one end to the other, and back on the way home', () => {
    const pool = createPool();
    addJourneys(
      pool,
      rows([
        { request: 1, link: 4, departAt: 10, arriveAt: 10.0005 },
        { request: 2, link: 4, departAt: 10, arriveAt: 10.0005, back: true },
      ]),
      0,
      1,
    );
    expect(pool.count).toBe(2);
    expect(placeOf(pool, 0, 0.15)).toBeCloseTo(0.5);
    expect(placeOf(pool, 0, 0.27)).toBeCloseTo(0.9);
    expect(placeOf(pool, 1, 0.27)).toBeCloseTo(0.1);
  });

  it('lets the hops of one request follow each other, across messages too', () => {
    const pool = createPool();
    addJourneys(
      pool,
      rows([
        { request: 7, link: 0, departAt: 0, arriveAt: 0.0005 },
        { request: 7, link: 1, departAt: 0.001, arriveAt: 0.0015 },
      ]),
      0,
      1,
    );
    addJourneys(pool, rows([{ request: 7, link: 2, departAt: 0.002, arriveAt: 0.0025 }]), 0.05, 1);
    expect(placeOf(pool, 1, 0.1)).toBe(-1);
    const starts = [...pool.start.subarray(0, 3)];
    expect(starts[1]).toBeCloseTo(0.3);
    expect(starts[2]).toBeCloseTo(0.6);
    advance(pool, 0.35);
    expect(pool.count).toBe(2);
    expect(pool.moving).toBe(1);
  });

  it('knows the dots of another run and of another moment', () => {
    const stands = { runId: 1, status: 'paused', time: 20 };
    expect(hasLeapt(stands, { ...stands, time: 0 })).toBe(true);
    expect(hasLeapt({ ...stands, time: 3 }, stands)).toBe(true);
    expect(hasLeapt({ ...stands, time: 20.1 }, stands)).toBe(false);
    expect(hasLeapt({ ...stands, status: 'playing', time: 30 }, stands)).toBe(false);
    expect(hasLeapt({ ...stands, status: 'playing', runId: 2 }, stands)).toBe(true);
  });

  it('forgets what has arrived and keeps the rest whole', () => {
    const pool = createPool();
    addJourneys(
      pool,
      rows([
        { request: 1, link: 1, departAt: 0, arriveAt: 0.0005 },
        { request: 2, link: 2, departAt: 0, arriveAt: 5, outcome: OUTCOME.timeout },
        { request: 3, link: 3, departAt: 0, arriveAt: 0.0005, attempt: 1 },
      ]),
      0,
      1,
    );
    advance(pool, 1);
    expect(pool.count).toBe(1);
    expect(pool.link[0]).toBe(2);
    expect(pool.shape[0]).toBe(SHAPE.failed);
    advance(pool, 10);
    expect(pool.count).toBe(0);
  });

  it('turns new requests away when it is full, never the later hops of one on screen', () => {
    const pool = createPool();
    for (let batch = 0; batch < 20; batch++) {
      addJourneys(
        pool,
        rows(Array.from({ length: 100 }, (_, i) => ({ request: batch * 100 + i, link: 0, departAt: 0, arriveAt: 1 }))),
        0,
        1,
      );
      advance(pool, 0);
    }
    expect(pool.moving).toBeLessThanOrEqual(mostDots);
    const before = pool.count;
    addJourneys(pool, rows([{ request: 5, link: 9, departAt: 1, arriveAt: 2 }]), 0.1, 1);
    expect(pool.count).toBe(before + 1);
    addJourneys(pool, rows([{ request: 1999, link: 9, departAt: 1, arriveAt: 2 }]), 0.1, 1);
    expect(pool.count).toBe(before + 1);
  });

  it('never outgrows itself', () => {
    const pool = createPool();
    const many = rows(Array.from({ length: 5000 }, (_, i) => ({ request: 3, link: 0, departAt: i / 1e6, arriveAt: i / 1e6 })));
    addJourneys(pool, many, 0, 1);
    expect(pool.count).toBeLessThanOrEqual(pool.link.length);
    clearPool(pool);
    expect(pool.count).toBe(0);
  });
});
