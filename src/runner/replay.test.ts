import { describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../design/design.ts';
import { setParam, setWorkloadParam } from '../design/edits.ts';
import type { Frame, Note } from '../engine/frame.ts';
import type { Plan } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviorList, behaviors } from '../nodes/behaviors.ts';
import { actsOf, type Change } from './changes.ts';
import { compile } from './compile.ts';
import { framesHash } from './framesHash.ts';
import { runHeadless } from './headless.ts';
import { isConserved, summarise } from './summary.ts';

const seconds = 40;
const designOf = (id: string): Design => ({ ...(templateNamed(id)?.design as Design), seconds });
const busy = setWorkloadParam(designOf('chapter'), 'traffic', 0.3);

/** Plays like the worker does, in slices, and does the changes when their moment has come; returns what a link would hold. */
function playLive(
  design: Design,
  changes: readonly { after: number; change: Change }[],
  slice: (i: number) => { seconds: number; events: number },
) {
  const { plan, index } = compile(design);
  const run = createRun(plan as Plan, behaviorList);
  const interventions: ScenarioEvent[] = [];
  const frames: Frame[] = [];
  const notes: Note[] = [];
  let next = 0;
  run.setSampling(3);
  for (let i = 0; !run.finished(); i++) {
    const { seconds: step, events } = slice(i);
    run.advance(run.now() + step, events);
    while (next < changes.length && run.now() >= changes[next].after && !run.finished()) {
      const at = run.nextActTime();
      for (const act of actsOf(design, index, changes[next].change) ?? []) run.act({ at, ...act });
      interventions.push({ at, ...changes[next++].change });
    }
    frames.push(...run.takeFrames());
    notes.push(...run.takeNotes());
  }
  return { frames, notes, interventions, layout: run.layout, plan: plan as Plan };
}

const changes: { after: number; change: Change }[] = [
  { after: 3.2, change: { act: 'set-workload', field: 'traffic', value: 0.5 } },
  { after: 6, change: { act: 'crash', node: 'db-1', instance: 0 } },
  { after: 6, change: { act: 'set', node: 'web-1', field: 'instances', value: 4 } },
  { after: 9.99, change: { act: 'slow', node: 'web-1', instance: 1, factor: 8 } },
  { after: 12, change: { act: 'set-link', link: 'l1', field: 'retries', value: 2 } },
  { after: 20, change: { act: 'hang', node: 'cache-1', instance: null } },
  { after: 31, change: { act: 'recover', node: 'cache-1', instance: null } },
];

describe('a run', () => {
  it('does not depend on how it was sliced, watched or paced', () => {
    const whole = runHeadless(compile(busy).plan as Plan, behaviors);
    const crumbs = playLive(busy, [], (i) => ({ seconds: 0.013 * (1 + (i % 7)), events: 1 + (i % 997) }));
    expect(framesHash(crumbs.frames)).toBe(framesHash(whole.frames));
    expect(crumbs.notes).toEqual(whole.notes);
    expect(whole.frames).toHaveLength(seconds);
  });

  it('is replayed to the last bit from its beginning and what was done to it', () => {
    const live = playLive(busy, changes, () => ({ seconds: 0.1, events: 5000 }));
    const replayed = runHeadless(compile({ ...busy, scenario: live.interventions }).plan as Plan, behaviors);
    expect(live.interventions).toHaveLength(changes.length);
    expect(framesHash(replayed.frames)).toBe(framesHash(live.frames));
    expect(replayed.notes).toEqual(live.notes);
    expect(framesHash(runHeadless(live.plan, behaviors).frames)).not.toBe(framesHash(live.frames));
  });

  it('loses no request, whatever happens to it', () => {
    const { frames, layout, notes, plan } = playLive(busy, changes, () => ({ seconds: 1, events: 1e9 }));
    expect(isConserved(frames, layout)).toBe(true);
    const summary = summarise({ plan, layout, frames, notes });
    expect(summary.all.offered).toBeGreaterThan(15_000);
    expect(summary.all.offered).toBe(summary.all.completed + summary.all.failed + summary.inFlight.atEnd);
    expect(summary.failovers).toMatchObject([{ instance: 0, promotedAt: expect.any(Number) }]);
  });

  it('stops where it is told to, with the frames up to there', () => {
    const seen: number[] = [];
    const { frames, layout } = runHeadless(compile(busy).plan as Plan, behaviors, { seconds: 5, onFrame: ({ index }) => seen.push(index) });
    expect([seen, frames.length]).toEqual([[0, 1, 2, 3, 4], 0]);
    expect(layout.columns.length).toBeGreaterThan(100);
  });

  it('has other luck with another seed, and shares most of it with a design that differs in one part', () => {
    const plan = compile(busy).plan as Plan;
    const first = framesHash(runHeadless(plan, behaviors, { seconds: 3 }).frames);
    expect(framesHash(runHeadless({ ...plan, seed: 'other' }, behaviors, { seconds: 3 }).frames)).not.toBe(first);
    const bigger = compile(setParam(busy, 'db-1', 'vcpu', 16)).plan as Plan;
    const offered = (given: Plan) => {
      const { frames, layout, notes } = runHeadless(given, behaviors, { seconds: 10 });
      return summarise({ plan: given, layout, frames, notes }).all.offered;
    };
    expect(offered(bigger)).toBe(offered(plan));
  });
});
