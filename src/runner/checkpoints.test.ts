import { describe, expect, it } from 'vitest';
import type { Frame } from '../engine/frame.ts';
import { createRun } from '../engine/run.ts';
import { chapter } from '../library/chapter.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { type CheckpointLimits, createCheckpoints, type Told } from './checkpoints.ts';
import { compile } from './compile.ts';

const seconds = 40;
const { plan } = compile({ ...chapter.design, seconds });
if (!plan) throw new Error('the template does not compile');

/** Plays the chapter's template in steps of 1,000 events, each said to have taken 1 ms. */
function played(everyMs: number, mostBytes = Number.POSITIVE_INFINITY) {
  const run = createRun(plan!, behaviorList);
  const frames: Frame[] = [];
  let notes = 0;
  const handOver = (): Told => {
    frames.push(...run.takeFrames());
    notes += run.takeNotes().length;
    return { frames: frames.length, notes };
  };
  const checkpoints = createCheckpoints(run, () => 0, { everyMs, mostBytes });
  while (!run.finished()) {
    run.advance(seconds, 1000);
    checkpoints.offer(1, 1000, handOver);
    while (checkpoints.goOn());
  }
  handOver();
  return { run, checkpoints, frames };
}

describe('checkpoints', () => {
  it('lead back to any moment, and on from there to the same frames', () => {
    const { run, checkpoints, frames } = played(100);
    expect(checkpoints.count).toBeGreaterThan(5);
    for (const time of [31.7, 3.25, 39.999, 0, 12, 12.5, 25]) {
      const back = checkpoints.visit(time);
      if (back) expect(back.at).toBeLessThanOrEqual(time);
      const from = back ? back.frames : Number.NaN;
      run.advance(time, Number.POSITIVE_INFINITY);
      expect(run.now()).toBe(time);
      if (back) expect(run.takeFrames()).toEqual(frames.slice(from, Math.floor(time)));
    }
    checkpoints.visit(7.5);
    run.takeFrames();
    run.advance(seconds, Number.POSITIVE_INFINITY);
    expect(run.takeFrames().at(-1)).toEqual(frames.at(-1));
  });

  it('stay where the run is when that is nearer', () => {
    const { run, checkpoints } = played(100);
    checkpoints.visit(20);
    const { at } = checkpoints.visit(10) ?? { at: -1 };
    expect(at).toBeGreaterThan(0);
    run.advance(10, Number.POSITIVE_INFINITY);
    expect(checkpoints.visit(10)).toBeNull();
    expect(run.now()).toBe(10);
  });

  it('become fewer, evenly, when memory is short, and never take more of it', () => {
    const roomy = played(20);
    const mostBytes = roomy.checkpoints.bytes / 4;
    const tight = played(20, mostBytes);
    expect(tight.checkpoints.bytes).toBeLessThanOrEqual(mostBytes);
    expect(tight.checkpoints.count).toBeGreaterThan(3);
    // the beginning is never given up
    expect(tight.checkpoints.visit(0)?.at).toBe(0);
    // one that is too large for the room leaves the beginning alone
    expect(played(20, 1000).checkpoints.count).toBe(1);
  });

  it('taken in pieces are the same photograph, and keep nobody waiting', () => {
    const { run } = played(100);
    const pieces = run.photograph(4096);
    let stretches = 0;
    for (;;) {
      const { done, value } = pieces.next();
      if (done) {
        expect(value).toEqual(run.snapshot());
        break;
      }
      stretches++;
    }
    expect(stretches).toBeGreaterThan(100);
  });

  it('are given up when the run moves on before they are done', () => {
    const run = createRun(plan!, behaviorList);
    let wallMs = 0;
    // every look at the clock costs more than a stretch may take
    const checkpoints = createCheckpoints(
      run,
      () => {
        wallMs += 10;
        return wallMs;
      },
      { everyMs: 1, mostBytes: Number.POSITIVE_INFINITY },
    );
    run.advance(5, Number.POSITIVE_INFINITY);
    checkpoints.offer(5, 5, () => ({ frames: 5, notes: 0 }));
    expect(checkpoints.goOn()).toBe(true);
    checkpoints.giveUp();
    expect(checkpoints.goOn()).toBe(false);
    expect(checkpoints.count).toBe(1);
  });

  it('of a future that is no more are gone', () => {
    const { checkpoints } = played(100);
    checkpoints.forgetAfter(15);
    expect(checkpoints.visit(39)?.at).toBeLessThanOrEqual(15);
  });
});

/** A run that is nothing but a clock, photographed in ten pieces that cost so many milliseconds each; a photograph has 10 bytes. */
function onStage(limits: Partial<CheckpointLimits> = {}, cost: number | { pieceMs: number } = 1) {
  let wallMs = 0;
  const run = {
    time: 0,
    now: () => run.time,
    *photograph() {
      for (let piece = 0; piece < 10; piece++) {
        wallMs += typeof cost === 'number' ? cost : cost.pieceMs;
        yield undefined;
      }
      return [new Uint8Array(10)];
    },
    restore: () => undefined,
  };
  const checkpoints = createCheckpoints(run, () => wallMs, { everyMs: 10, mostBytes: Number.POSITIVE_INFINITY, ...limits });
  /** Does so much in so long, a second of the run, and takes the photograph that is due. @returns whether one was taken */
  const workFor = (ms: number, steps: number): boolean => {
    const before = checkpoints.count;
    run.time++;
    checkpoints.offer(ms, steps, () => ({ frames: run.time, notes: 0 }));
    while (checkpoints.goOn());
    return checkpoints.count > before;
  };
  return { run, checkpoints, work: (ms: number) => workFor(ms, ms), workFor };
}

describe('when they are taken', () => {
  it('is after so much work, counted from the newest or from where somebody jumped to', () => {
    const { checkpoints, work } = onStage({}, 0);
    expect([9, 1, 9, 1].map(work)).toEqual([false, true, false, true]);
    work(9);
    checkpoints.visit(1);
    expect([9, 1].map(work)).toEqual([false, true]);
  });

  it('is so seldom that they cost an eighth of all work', () => {
    const { work } = onStage();
    expect(work(10)).toBe(true);
    // that one took 10 ms, and so does each after it
    expect([69, 1, 79, 1].map(work)).toEqual([false, true, false, true]);
  });

  it('is not seldom for ever because one of them was disturbed', () => {
    const cost = { pieceMs: 0 };
    const { work } = onStage({}, cost);
    for (let i = 0; i < 200; i++) work(10);
    cost.pieceMs = 10;
    work(10);
    cost.pieceMs = 0;
    expect([10, 10].map(work)).toEqual([true, true]);
  });

  it('is never twice at one moment', () => {
    const { run, checkpoints, work } = onStage({}, 0);
    work(10);
    run.time--;
    expect(work(10)).toBe(false);
    expect(checkpoints.count).toBe(2);
  });

  it('is less often once memory was short, and never where four do not fit', () => {
    const { checkpoints, work } = onStage({ mostBytes: 50 }, 0);
    for (let i = 0; i < 4; i++) expect(work(10)).toBe(true);
    // the sixth is too much: the second goes, and so does the next that would leave as short a way
    expect([work(10), checkpoints.count, checkpoints.bytes]).toEqual([false, 5, 50]);
    expect([checkpoints.visit(1)?.at, checkpoints.visit(2)?.at]).toEqual([0, 2]);
    expect(onStage({ mostBytes: 40 }, 0).work(10)).toBe(true);
    expect(onStage({ mostBytes: 39 }, 0).work(10)).toBe(false);
  });

  it('is so that the ways between them stay even, however long it goes on with memory short', () => {
    for (const works of [37, 70, 100, 250, 1000]) {
      const { checkpoints, work } = onStage({ mostBytes: 160 }, 0);
      for (let i = 0; i < works; i++) work(10);
      const moments = [...new Set(Array.from({ length: works }, (_, time) => checkpoints.visit(time)?.at ?? -1)), works];
      const ways = moments.slice(1).map((at, i) => at - moments[i]);
      expect(checkpoints.count).toBeGreaterThan(12);
      expect(Math.max(...ways)).toBeLessThanOrEqual((2 * works) / 12);
    }
  });

  it('is by what was done: where the machine had other things to do, and where it had none, ways are as long', () => {
    const works = 400;
    const { checkpoints, workFor } = onStage({ mostBytes: 160 }, 0);
    // for a quarter of the run everything takes twenty times as long
    for (let i = 0; i < works; i++) workFor(i >= 100 && i < 200 ? 100 : 5, 5);
    const moments = [...new Set(Array.from({ length: works }, (_, time) => checkpoints.visit(time)?.at ?? -1)), works];
    const ways = moments.slice(1).map((at, i) => at - moments[i]);
    expect(Math.max(...ways)).toBeLessThanOrEqual((2 * works) / 12);
  });

  it('is between two looks at the messages, and not at all when the run jumps or takes another way meanwhile', () => {
    for (const leave of ['visit', 'forgetAfter', 'giveUp'] as const) {
      const { run, checkpoints } = onStage({}, 2);
      run.time = 5;
      checkpoints.offer(10, 10, () => ({ frames: 5, notes: 0 }));
      // three pieces of 2 ms are more than 5 ms
      expect([checkpoints.goOn(), checkpoints.goOn()]).toEqual([true, true]);
      checkpoints[leave](5);
      expect(checkpoints.goOn()).toBe(false);
      expect(checkpoints.count).toBe(1);
    }
  });
});
