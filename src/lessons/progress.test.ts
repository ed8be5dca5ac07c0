import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { createBench } from './bench.ts';
import { oneServer } from './one-server/lesson.ts';
import {
  answeredQuiz,
  begun,
  guessed,
  guessedSeconds,
  isFinished,
  isLocked,
  isRight,
  isUnderWay,
  readProgress,
  ticked,
  tickOf,
  wentOn,
} from './progress.ts';
import { twoTiers } from './two-tiers/lesson.ts';

const played = (seconds: number) => {
  const bench = createBench(oneServer.design);
  bench.make({ play: seconds });
  return bench.situation();
};
const asIs = (given: unknown): Design | null => (given as Design | null) ?? null;

describe('progress in a lesson', () => {
  it('is locked until the guess, ticks itself by what the run shows, and keeps its numbers', () => {
    const start = begun(oneServer);
    expect(isUnderWay(start)).toBe(false);
    expect(isLocked(oneServer, start)).toBe(true);
    expect(tickOf(oneServer, start, played(60)), 'without a guess nothing ticks').toBeNull();
    const guess = guessed(oneServer, start, 30);
    expect(isLocked(oneServer, guess)).toBe(false);
    expect(guessed(oneServer, guess, 40), 'the first guess counts').toBe(guess);
    expect([guessedSeconds(oneServer, start), guessedSeconds(oneServer, guess)]).toEqual([null, 0.03]);
    expect(tickOf(oneServer, guess, played(59))).toBeNull();
    const tick = tickOf(oneServer, guess, played(60))!;
    expect(tick.came).toBe(tick.shown.p99);
    expect(tick.shown.busy).toBeGreaterThan(0.3);
    const done = ticked(oneServer, guess, tick);
    expect(tickOf(oneServer, done, played(60)), 'it ticks once').toBeNull();
    expect(wentOn(oneServer, guess, oneServer.design), 'not before it is done').toBe(guess);
    const next = wentOn(oneServer, done, oneServer.design);
    expect(next).toMatchObject({ at: 1, begins: [oneServer.design, oneServer.design] });
    expect(isLocked(oneServer, next)).toBe(true);
  });

  it('is finished when every step and every question is', () => {
    const all = { ...begun(oneServer), at: oneServer.steps.length };
    expect(isFinished(oneServer, all)).toBe(false);
    const answer = { variant: 0, given: 1, answer: 1, right: true };
    expect(
      isFinished(
        oneServer,
        oneServer.quiz.reduce((so, { id }) => answeredQuiz(so, id, answer), all),
      ),
    ).toBe(true);
  });

  it('takes an answer as right within its share', () => {
    expect(isRight(0.63, 0.6, 0.06)).toBe(true);
    expect(isRight(0.64, 0.6, 0.06)).toBe(false);
  });
});

describe('progress that was kept', () => {
  const tick = { came: 40, shown: { p99: 40 } };
  const kept = {
    ...begun(oneServer),
    at: 1,
    guesses: { calm: 30 },
    ticked: { calm: tick },
    begins: [oneServer.design, oneServer.design],
  };

  it('is read as it was written', () => {
    expect(readProgress(oneServer, JSON.parse(JSON.stringify(kept)), asIs)).toEqual(kept);
  });

  it('of another lesson, or none at all, is nothing', () => {
    for (const given of [null, 3, 'x', {}, { ...kept, id: 'cache' }, { ...kept, at: -1 }, { ...kept, begins: 'none' }])
      expect(readProgress(oneServer, given, asIs)).toBeNull();
  });

  it('loses what is no longer of the lesson, and stands no further than what is done', () => {
    const read = readProgress(
      oneServer,
      {
        ...kept,
        at: 5,
        guesses: { gone: 1, calm: 30 },
        answers: { busy: { variant: 'x' } },
        ticked: { calm: tick, twice: { came: Number.NaN } },
      },
      asIs,
    );
    expect(read).toEqual(kept);
  });

  it('with a design that cannot be read goes back to before it', () => {
    expect(readProgress(oneServer, { ...kept, begins: [oneServer.design, null] }, asIs)?.at).toBe(0);
    expect(readProgress(oneServer, { ...kept, begins: [null] }, asIs)).toBeNull();
  });
});

describe('a setting that was changed while the run stood', () => {
  it('has been held for no time yet: the moment at which it takes effect lies just ahead', () => {
    const lesson = { ...twoTiers, steps: twoTiers.steps.filter(({ id }) => id === 'too-much') };
    const bench = createBench(lesson.design);
    bench.make({ play: 61 });
    bench.make({ set: ['users-1', 'ratePerSecond', 280] });
    const situation = bench.situation();
    const { run } = situation;
    if (!run) throw new Error('the bench has a run');
    // as the page's run stamps it
    const stood = { ...situation, run: { ...run, done: run.done.map((act) => ({ ...act, at: run.time + 0.001 })) } };
    expect(tickOf(lesson, guessed(lesson, begun(lesson), 253), stood)).toBeNull();
  });
});
