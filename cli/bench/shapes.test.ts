import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { NodeContext } from '../../src/engine/behavior.ts';
import { Memory } from '../../src/engine/memory.ts';
import { Moments } from '../../src/engine/moments.ts';
import { Real } from '../../src/engine/real.ts';
import { createRun } from '../../src/engine/run.ts';
import { chapter } from '../../src/library/chapter.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { twoHundredNodes } from './bigDesigns.ts';
import { planOf } from './plans.ts';

setFlagsFromString('--allow-natives-syntax');
const isDictionary: (object: object) => boolean = runInThisContext('(object) => !%HasFastProperties(object)');
const sameShape: (a: object, b: object) => boolean = runInThisContext('(a, b) => %HaveSameMap(a, b)');
const isSameObject: (a: unknown, b: unknown) => boolean = runInThisContext('(a, b) => %IsSameHeapObject(a, b)');

/** What all kinds of a design are made with, after the second run: a dictionary is made of the second of its like, not of the first. */
function contexts(): NodeContext[] {
  const seen: NodeContext[] = [];
  const kinds = behaviorList.map((kind) => ({
    ...kind,
    create: (ctx: NodeContext) => {
      seen.push(ctx);
      return kind.create(ctx);
    },
  }));
  for (const design of [chapter.design, twoHundredNodes(10, 'shapes'), chapter.design]) {
    const run = createRun(planOf(design), kinds);
    run.advance(2, 1e5);
    run.restore(run.snapshot());
    run.advance(3, 1e5);
  }
  return seen;
}

/** Whether a field keeps a number with a fraction itself, and not the object that came with it. */
function keepsNumber(object: object, field: string): boolean {
  const fields = object as Record<string, number>;
  const number = Number('0.3');
  fields[field] = number;
  return !isSameObject(fields[field], number);
}

/** All objects that hang on one, arrays of numbers left out. */
function reached(from: object, found = new Set<object>()): Set<object> {
  if (found.has(from) || ArrayBuffer.isView(from)) return found;
  found.add(from);
  for (const value of Object.values(from)) if (typeof value === 'object' && value !== null) reached(value, found);
  return found;
}

// docs/performance.md: each of these once cost a tenth of all time, or more
describe('the compiler knows the shapes of what the engine reads at every event', () => {
  it('what kinds are made with is no dictionary, and of one shape', () => {
    const seen = contexts();
    expect(seen.length).toBeGreaterThan(200);
    expect(seen.filter(isDictionary)).toEqual([]);
    expect(seen.every((ctx) => sameShape(ctx, seen[0]))).toBe(true);
  });

  it('nothing that hangs on a run is a dictionary', () => {
    const all = [...reached(contexts()[0].net)];
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(isDictionary).map((object) => Object.keys(object).join())).toEqual([]);
  });

  // only what is known to hold fractions is written in place; into any other field each one is put as an object of its own
  it.each([
    ['moments', () => class extends Moments {}],
    ['numbers handed on', () => class extends Real {}],
  ] as const)('fields of %s are known to hold fractions, from the first on', (_, freshClass) => {
    for (const field of Object.keys(new (freshClass())(new Memory()))) {
      // of a class that nobody else has, since what is written to one object is known of all of its class
      const Own = freshClass();
      const [untouched, written] = [new Own(new Memory()), new Own(new Memory())];
      expect([field, keepsNumber(written, field), sameShape(untouched, written)]).toEqual([field, true, true]);
    }
  });

  it('moments of a run that was played and put back are known to hold fractions', () => {
    const { clock } = contexts()[0].net;
    expect(Object.keys(clock).filter((field) => !keepsNumber(clock, field))).toEqual([]);
  });

  it('a field without a value is not made before its value comes: made empty, it would be read as anything for ever', () => {
    class Late {
      readonly field: number;
      readonly before: string;
      constructor(field: number) {
        this.before = Object.keys(this).join();
        this.field = field;
      }
    }
    expect(new Late(1)).toEqual({ field: 1, before: '' });
  });
});
