/**
 * Ties simulated time to the wall clock. The run knows nothing of it: the pacer only says how far to go next, in slices short
 * enough that a message from the page (Pause above all) is read between two of them. Speed never changes what happens, only
 * when it is seen. The clock and the waiting are given to it, so tests need neither.
 */

import type { RunStatus } from './protocol.ts';

/** What the pacer needs of a run; `Run` of the engine is one. */
export interface Paceable {
  now(): number;
  finished(): boolean;
  /** Handles events up to a simulated time or a number of them; fewer than that number means the time was reached. */
  advance(until: number, maxEvents: number): number;
  stepEvent(): unknown;
}

/** A slice of work: wall time, and what was done in it. */
export interface Work {
  readonly ms: number;
  readonly events: number;
  /** Simulated. */
  readonly seconds: number;
}

export interface PacerWorld {
  /** Wall clock in milliseconds; only differences count. */
  clockMs(): number;
  /** Calls back once, after at least this long (0: as soon as waiting messages have been read). Returns how to call it off. */
  wait(ms: number, then: () => void): () => void;
  /** After every slice. */
  worked(work: Work): void;
  /** Before every slice: does what the run must stand still for, for some milliseconds. Returns whether there is more of it. */
  holdOn(): boolean;
  /** After every slice and every change of status. `atRest`: nothing more comes by itself. */
  onChange(status: RunStatus, atRest: boolean): void;
}

export interface Pacer {
  play(): void;
  pause(): void;
  step(by: 'event' | 'frame'): void;
  /** Goes to a simulated time as fast as it can, then stands. */
  runTo(time: number): void;
  /** Simulated seconds per second of wall time; Infinity = as fast as it goes. */
  setSpeed(speed: number): void;
  status(): RunStatus;
  /** Simulated seconds per second that were really reached lately; 0 when standing. */
  trueSpeed(): number;
  /** Forgets the run: nothing is called back any more. */
  stop(): void;
}

/** Longest stretch of work between two looks at the messages, as far as it can be foreseen. */
export const sliceMs = 8;
/** What a slice's dearest gulp has cost is expected of the next slices' gulps, too, from slice to slice so much less. */
const forgetting = 0.95;
/** No more is expected: what takes longer would make slices so short that listening costs more than working. */
const mostExpectedMs = sliceMs / 2;
/** Between two slices when the run is not behind: 60 a second are enough for eyes. */
const breathMs = 16;
/** Events between two looks at the clock. */
const gulpEvents = 256;
/** How far the run may fall behind the wall clock before the difference is forgotten (a slow machine, a sleeping laptop). */
const mostBehindMs = 250;
/** The true speed is measured over at least this long. */
const measureMs = 500;

export function createPacer(run: Paceable, { frameSeconds, seconds }: { frameSeconds: number; seconds: number }, world: PacerWorld): Pacer {
  let status: RunStatus = run.finished() ? 'finished' : 'paused';
  let speed = 1;
  let anchor = { wallMs: 0, simulated: 0 };
  let measured = { wallMs: 0, simulated: 0, speed: 0 };
  /** What the next gulp may cost: one that closes the frame of a large design takes as long as ten that do not. */
  let dearestMs = mostExpectedMs;
  /** Where a step or a `runTo` ends that is being made; null while playing. */
  let stepEnd: number | null = null;
  let callOff: (() => void) | null = null;

  const settle = (next: RunStatus) => {
    status = run.finished() ? 'finished' : next;
    stepEnd = null;
    measured.speed = 0;
    callOff?.();
    callOff = null;
  };

  const anchorHere = () => {
    anchor = { wallMs: world.clockMs(), simulated: run.now() };
  };

  /** Simulated time the run should have reached by now; being far behind is forgiven, so there is never a jump. */
  const target = (wallMs: number): number => {
    if (stepEnd !== null) return stepEnd;
    if (speed === Number.POSITIVE_INFINITY) return seconds;
    const due = anchor.simulated + ((wallMs - anchor.wallMs) / 1000) * speed;
    const behindMs = ((due - run.now()) / speed) * 1000;
    if (behindMs <= mostBehindMs) return Math.min(due, seconds);
    anchor = { wallMs, simulated: run.now() + (mostBehindMs / 1000) * speed };
    return Math.min(anchor.simulated, seconds);
  };

  const measure = (wallMs: number) => {
    if (wallMs - measured.wallMs < measureMs) return;
    measured = { wallMs, simulated: run.now(), speed: ((run.now() - measured.simulated) / (wallMs - measured.wallMs)) * 1000 };
  };

  const slice = () => {
    callOff = null;
    if (world.holdOn()) {
      callOff = world.wait(0, slice);
      return;
    }
    const began = world.clockMs();
    const until = target(began);
    const from = run.now();
    let events = 0;
    let reached = false;
    let ms = 0;
    dearestMs *= forgetting;
    // one gulp at least: a machine so busy that a slice's time is over before it began gets on all the same
    do {
      const happened = run.advance(until, gulpEvents);
      const before = ms;
      ms = world.clockMs() - began;
      dearestMs = Math.max(dearestMs, Math.min(ms - before, mostExpectedMs));
      events += happened;
      reached = happened < gulpEvents;
    } while (!reached && !run.finished() && ms + dearestMs < sliceMs);
    world.worked({ ms, events, seconds: run.now() - from });
    if (stepEnd === null) measure(world.clockMs());
    if (run.finished() || (stepEnd !== null && reached)) settle('paused');
    else callOff = world.wait(reached ? breathMs : 0, slice);
    world.onChange(status, callOff === null);
  };

  const start = () => {
    anchorHere();
    measured = { wallMs: anchor.wallMs, simulated: anchor.simulated, speed: 0 };
    callOff ??= world.wait(0, slice);
  };

  const runTo = (time: number) => {
    settle('paused');
    if (!run.finished() && time > run.now()) {
      stepEnd = Math.min(time, seconds);
      start();
    }
    world.onChange(status, callOff === null);
  };

  return {
    play() {
      if (status === 'playing' || run.finished()) return;
      stepEnd = null;
      status = 'playing';
      start();
      world.onChange(status, callOff === null);
    },
    pause() {
      if (status !== 'playing' && stepEnd === null) return;
      settle('paused');
      world.onChange(status, callOff === null);
    },
    step(by) {
      if (by === 'frame') {
        runTo((Math.floor(run.now() / frameSeconds + 1e-9) + 1) * frameSeconds);
        return;
      }
      if (!run.finished()) run.stepEvent();
      settle('paused');
      world.onChange(status, callOff === null);
    },
    runTo,
    setSpeed(next) {
      speed = next;
      anchorHere();
      measured = { wallMs: anchor.wallMs, simulated: anchor.simulated, speed: measured.speed };
    },
    status: () => status,
    trueSpeed: () => measured.speed,
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}

/** `wait` of a real worker. `setTimeout` would take 4 ms and more; a message to oneself only lets waiting messages pass. */
export function waitInWorker(ms: number, then: () => void): () => void {
  if (ms > 0) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  }
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    then();
  };
  channel.port2.postMessage(null);
  return () => channel.port1.close();
}
