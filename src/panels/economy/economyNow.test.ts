import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setParam, setSeconds } from '../../design/edits.ts';
import type { Frame } from '../../engine/frame.ts';
import { templateNamed } from '../../library/templates.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { businessOfRun } from '../../runner/business.ts';
import { compile } from '../../runner/compile.ts';
import { costOf } from '../../runner/cost.ts';
import { runHeadless } from '../../runner/headless.ts';
import { summarise } from '../../runner/summary.ts';
import { type RunState, runStore } from '../../store/runStore.ts';
import { economyOf } from './economyNow.ts';

const design = setSeconds(templateNamed('chapter')!.design, 40);
const web = design.nodes.find(({ kind }) => kind === 'web-server')!;
const plan = compile(design).plan!;
const first = runHeadless(plan, behaviors);
/** The same design run with other luck: what may become of a run that is put back and then gets another future. */
const second = runHeadless(compile({ ...design, seed: 'other' }).plan!, behaviors);

/** A frame that nobody has seen yet. @param read hears when somebody looks into it */
const fresh = (frame: Frame, read: (frame: Frame) => void = () => {}): Frame => ({
  ...frame,
  get values() {
    read(frame);
    return frame.values;
  },
});
const stateOf = (frames: readonly Frame[]): RunState => ({ ...runStore.getState(), startedFrom: design, layout: first.layout, frames });

it('costs and earns as the summary of all frames says, wherever a run went on, was put back to, or went on otherwise', () => {
  const few = fc.integer({ min: 0, max: 9 });
  const leap = fc.record({ back: few, on: few, isOther: fc.boolean(), isAnew: fc.boolean() });
  fc.assert(
    fc.property(fc.array(leap, { maxLength: 12 }), (leaps) => {
      let frames: readonly Frame[] = [];
      for (const { back, on, isOther, isAnew } of leaps) {
        const kept = isAnew && back > 7 ? [] : frames.slice(0, Math.max(0, frames.length - back));
        frames = [...kept, ...(isOther ? second : first).frames.slice(kept.length, kept.length + on).map((frame) => fresh(frame))];
        const { cost, business } = economyOf(stateOf(frames), design);
        const all = frames.map((frame) => fresh(frame));
        const summary = all.length > 0 ? summarise({ plan, layout: first.layout, frames: all, notes: [] }) : null;
        expect(cost).toEqual(costOf(design, summary));
        expect(business).toEqual(businessOfRun(design, first.layout, all));
      }
    }),
    { numRuns: 40 },
  );
});

it('looks into new frames alone while a run goes on, however long it has been', () => {
  const seen = new Set<Frame>();
  const frames = first.frames.map((frame) => fresh(frame, (each) => seen.add(each)));
  economyOf(stateOf(frames.slice(0, 30)), design);
  seen.clear();
  economyOf(stateOf(frames.slice(0, 32)), design);
  expect([...seen].map(({ index }) => index)).toEqual([30, 31]);
  seen.clear();
  economyOf(stateOf(frames.slice(0, 32)), setParam(design, web.id, 'instances', 7));
  expect(seen.size).toBe(0);
});
