import { describe, expect, it } from 'vitest';
import { createPacer, type Paceable, sliceMs } from './pacer.ts';
import type { RunStatus } from './protocol.ts';

const frameSeconds = 1;

/** A run with one event every `gap` seconds, a wall clock that moves when events cost time or somebody waits, and the pacer of both. */
function setting({ seconds = 100, gap = 0.001, eventMs = 0, dearEvery = Number.POSITIVE_INFINITY, dearMs = 0 } = {}) {
  let now = 0;
  let events = 0;
  let wallMs = 1000;
  let waiting: { at: number; then: () => void } | null = null;
  const slices: number[] = [];
  const statuses: RunStatus[] = [];
  const rests: boolean[] = [];
  const timeOf = (event: number) => (event + 1) * gap;
  const run: Paceable = {
    now: () => now,
    finished: () => now >= seconds,
    advance(until, most) {
      let handled = 0;
      while (handled < most && timeOf(events) <= Math.min(until, seconds)) {
        now = timeOf(events++);
        wallMs += events % dearEvery === 0 ? dearMs : eventMs;
        handled++;
      }
      if (handled < most) now = Math.max(now, Math.min(until, seconds));
      return handled;
    },
    stepEvent() {
      now = timeOf(events++);
    },
  };
  const pacer = createPacer(
    run,
    { frameSeconds, seconds },
    {
      clockMs: () => wallMs,
      wait(ms, then) {
        waiting = { at: wallMs + ms, then };
        return () => {
          waiting = null;
        };
      },
      worked: () => undefined,
      holdOn: () => false,
      onChange: (status, atRest) => {
        statuses.push(status);
        rests.push(atRest);
      },
    },
  );
  /** Lets the wall clock go on for so long. */
  const pass = (ms: number) => {
    const end = wallMs + ms;
    while (waiting && waiting.at <= end) {
      const { at, then } = waiting;
      waiting = null;
      wallMs = Math.max(wallMs, at);
      const began = wallMs;
      then();
      slices.push(wallMs - began);
      // Even a slice without work takes a moment.
      wallMs += 0.01;
    }
    wallMs = Math.max(wallMs, end);
  };
  const leap = (ms: number) => {
    wallMs += ms;
  };
  return { pacer, run, pass, slices, statuses, rests, leap, idle: () => waiting === null };
}

describe('pacer', () => {
  it('lets simulated time go as the wall clock does, times the speed', () => {
    for (const speed of [0.1, 1, 16, 64]) {
      const { pacer, run, pass } = setting();
      pacer.setSpeed(speed);
      pacer.play();
      pass(1000);
      expect(run.now()).toBeGreaterThan(0.95 * speed);
      expect(run.now()).toBeLessThanOrEqual(1.001 * speed);
      expect(pacer.trueSpeed()).toBeGreaterThan(0.95 * speed);
      expect(pacer.trueSpeed()).toBeLessThan(1.05 * speed);
    }
  });

  it('goes to the end at once when told so, and stands there', () => {
    const { pacer, run, pass, statuses, idle } = setting();
    pacer.setSpeed(Number.POSITIVE_INFINITY);
    pacer.play();
    pass(5000);
    expect(run.now()).toBe(100);
    expect(statuses.at(-1)).toBe('finished');
    expect(idle()).toBe(true);
    pacer.play();
    expect(pacer.status()).toBe('finished');
  });

  it('works in short slices, and Pause stops it between two of them', () => {
    const { pacer, run, pass, slices, idle } = setting({ eventMs: 0.01 });
    pacer.setSpeed(Number.POSITIVE_INFINITY);
    pacer.play();
    pass(200);
    expect(slices.length).toBeGreaterThan(10);
    expect(Math.max(...slices)).toBeLessThan(2 * sliceMs);
    pacer.pause();
    const stoodAt = run.now();
    expect(idle()).toBe(true);
    pass(1000);
    expect(run.now()).toBe(stoodAt);
    expect(pacer.status()).toBe('paused');
    expect(pacer.trueSpeed()).toBe(0);
  });

  it('leaves room at the end of a slice for what has taken long before, and works on in full slices where it comes no more', () => {
    const { pacer, pass, slices } = setting({ eventMs: 0.001, gap: 0.0001, dearEvery: 12_345, dearMs: 3.9 });
    pacer.setSpeed(Number.POSITIVE_INFINITY);
    pacer.play();
    pass(1000);
    expect(Math.max(...slices)).toBeGreaterThan(0.9 * sliceMs);
    expect(Math.max(...slices)).toBeLessThanOrEqual(sliceMs + 0.3);
    const once = setting({ eventMs: 0.001, gap: 0.0001, dearEvery: 400_000, dearMs: 100, seconds: 1000 });
    once.pacer.setSpeed(Number.POSITIVE_INFINITY);
    once.pacer.play();
    once.pass(800);
    expect(once.slices.at(-2)).toBeGreaterThan(0.9 * sliceMs);
    expect(Math.min(...once.slices)).toBeGreaterThan(0.4 * sliceMs);
  });

  it('says how fast it really goes when the machine cannot keep up', () => {
    const { pacer, run, pass } = setting({ eventMs: 0.1, gap: 0.0001, seconds: 1000 });
    pacer.setSpeed(64);
    pacer.play();
    pass(3000);
    expect(run.now()).toBeLessThan(4);
    expect(pacer.trueSpeed()).toBeGreaterThan(0.8);
    expect(pacer.trueSpeed()).toBeLessThan(1.1);
  });

  it('ux 4.6 #59: does not run after the time a sleeping machine has missed', () => {
    const { pacer, run, pass, leap } = setting();
    pacer.play();
    pass(1000);
    leap(8 * 3600 * 1000);
    pass(100);
    expect(run.now()).toBeLessThan(1.5);
  });

  it('takes no time into account in which it stood', () => {
    const { pacer, run, pass } = setting();
    pacer.play();
    pass(500);
    pacer.pause();
    pass(60_000);
    pacer.play();
    pass(500);
    expect(run.now()).toBeGreaterThan(0.9);
    expect(run.now()).toBeLessThan(1.05);
  });

  it('steps by one event, and by one frame to its edge', () => {
    const { pacer, run, pass, statuses, rests } = setting({ gap: 0.3 });
    pacer.step('event');
    expect(run.now()).toBe(0.3);
    expect(rests).toEqual([true]);
    pacer.step('frame');
    pass(50);
    expect(run.now()).toBe(1);
    expect(rests).toEqual([true, false, true]);
    pacer.step('frame');
    pass(50);
    expect(run.now()).toBe(2);
    expect(statuses).not.toContain('playing');
    pacer.runTo(50.5);
    pass(50);
    expect(run.now()).toBe(50.5);
    expect(pacer.status()).toBe('paused');
  });

  it('forgets a run it was told to stop', () => {
    const { pacer, run, pass, idle } = setting();
    pacer.play();
    pacer.stop();
    pass(1000);
    expect(run.now()).toBe(0);
    expect(idle()).toBe(true);
  });
});
