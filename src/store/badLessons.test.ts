/** Lessons that nobody should write, and names of none: the page asks, waits or says so, and never runs in a circle. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../goals/goal.ts';
import { createBench } from '../lessons/bench.ts';
import type { Lesson, Step } from '../lessons/lesson.ts';
import { oneServer } from '../lessons/one-server/lesson.ts';
import { begun, guessed, isFinished, isLocked, type Progress, readProgress, ticked, tickOf, wentOn } from '../lessons/progress.ts';
import { walk } from '../lessons/walk.ts';
import { designStore } from './designStore.ts';
import { lessonStore, openLesson } from './lesson.ts';
import { sessionStore } from './sessionStore.ts';

const always: Condition = { all: [] };
const never: Condition = { not: always };
const step = (id: string, done: Condition, more: Partial<Step> = {}): Step => ({ id, done, moves: [{ play: 5 }], ...more });
const lessonOf = (steps: readonly Step[], more: Partial<Lesson> = {}): Lesson => ({ ...oneServer, steps, quiz: [], ...more });

/** What the page does four times a second, and what a learner presses. */
function taken(lesson: Lesson) {
  const bench = createBench(lesson.design);
  let progress: Progress = begun(lesson);
  return {
    now: () => progress,
    play: (seconds: number) => bench.make({ play: seconds }),
    look() {
      const tick = tickOf(lesson, progress, bench.situation());
      if (tick) progress = ticked(lesson, progress, tick);
      return tick !== null;
    },
    guess(what: number | string) {
      progress = guessed(lesson, progress, what);
    },
    goOn() {
      progress = wentOn(lesson, progress, lesson.design);
    },
  };
}

describe('ux 4.6 #68: lessons', () => {
  it('a step that is always done ticks once, after its guess, and waits to be left', () => {
    const asks = { ask: 'choice', answers: [{ id: 'yes', right: always }] } as const;
    const learner = taken(lessonOf([step('a', always), step('b', always, { predict: asks }), step('c', always)]));
    expect(learner.look()).toBe(true);
    expect(learner.look(), 'not a second time').toBe(false);
    expect(learner.now().at, 'not by itself').toBe(0);
    learner.goOn();
    expect(learner.look(), 'it asks first').toBe(false);
    learner.guess('yes');
    expect(learner.look()).toBe(true);
    for (let i = 0; i < 50; i++) {
      learner.goOn();
      learner.look();
    }
    expect(learner.now().at).toBe(3);
  });

  it('a step that is never done waits, however long it is played; the walk of all lessons would tell', () => {
    const lesson = lessonOf([step('a', never), step('b', always)]);
    const learner = taken(lesson);
    for (let i = 0; i < 20; i++) {
      learner.play(5);
      expect(learner.look()).toBe(false);
      learner.goOn();
    }
    expect(learner.now()).toEqual(begun(lesson));
    expect(walk(lesson).steps[0].problems).toContain('not done after its moves');
  });

  it('steps that undo one another, or have one name, come to an end', () => {
    const there = step('there', always, { moves: [{ set: ['users-1', 'ratePerSecond', 300] }] });
    const back = step('back', always, { moves: [{ set: ['users-1', 'ratePerSecond', 200] }] });
    const lesson = lessonOf([there, back, there, back]);
    const learner = taken(lesson);
    let presses = 0;
    for (; learner.now().at < lesson.steps.length && presses < 100; presses++) {
      learner.look();
      learner.goOn();
    }
    expect(presses).toBe(lesson.steps.length);
    expect(walk(lesson).steps.map(({ problems }) => problems)).toEqual(lesson.steps.map(() => ['done before it begins']));
  });

  it('a step about a part that is not there, or whose answers are all wrong, is not done, and nothing breaks', () => {
    const gone: Condition = { setTo: { parts: 'no-such-part', field: 'ratePerSecond', value: 1 } };
    const asks = { ask: 'choice', answers: [{ id: 'no', right: never }] } as const;
    const learner = taken(lessonOf([step('a', gone)]));
    learner.play(5);
    expect(learner.look()).toBe(false);
    const other = taken(lessonOf([step('a', always, { predict: asks })]));
    other.guess('no');
    expect(other.look()).toBe(false);
  });

  it('without a step it is at its questions, without those at its end', () => {
    const nothing = lessonOf([]);
    expect(isLocked(nothing, begun(nothing))).toBe(false);
    expect(isFinished(nothing, begun(nothing))).toBe(true);
    expect(isFinished(lessonOf([], { quiz: oneServer.quiz }), begun(nothing))).toBe(false);
    expect(taken(nothing).look()).toBe(false);
  });

  it('a step that is missing since another day: on from the last that is there', () => {
    const lesson = lessonOf([step('a', always), step('new', always), step('c', always)]);
    const tick = { came: null, shown: {} };
    const kept = { ...begun(lesson), at: 3, ticked: { a: tick, old: tick, c: tick }, begins: Array(4).fill(lesson.design) };
    expect(readProgress(lesson, kept, () => lesson.design)).toMatchObject({ at: 1, ticked: { a: tick, c: tick } });
    expect(readProgress(lessonOf([]), { ...kept, at: 3 }, () => lesson.design)?.at).toBe(0);
  });
});

describe('ux 4.6 #68: names of no lesson', () => {
  beforeEach(() => sessionStore.getState().set({ dialog: null, linkProblem: null }));

  it.each([
    'no-such-lesson',
    '',
    'One-Server',
    'one-server/../cache',
    '__proto__',
    'constructor',
    'toString',
    '<img src=x onerror=alert(1)>',
    'x'.repeat(10_000),
  ])('%.30s: said, and nothing else is changed', async (id) => {
    const { design } = designStore.getState();
    expect(await openLesson(id)).toBe(false);
    expect(sessionStore.getState()).toMatchObject({
      dialog: 'link-problem',
      linkProblem: { problem: { code: 'no-lesson' } },
      lesson: null,
    });
    expect(lessonStore.getState().lesson).toBeNull();
    expect(designStore.getState().design).toBe(design);
  });
});
