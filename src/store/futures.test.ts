import { beforeEach, describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../design/design.ts';
import { setParam } from '../design/edits.ts';
import type { Frame } from '../engine/frame.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { idOf, shop } from '../runner/designsForTests.ts';
import { runHeadless } from '../runner/headless.ts';
import { summarise } from '../runner/summary.ts';
import { designStore } from './designStore.ts';
import { changeKept, forgetFutures, futuresStore, ghostOf, type KeptRun, keepRun, mostKept, withinBounds } from './futures.ts';
import { startKeeping } from './keepFutures.ts';
import { knownStore } from './known.ts';
import { type RunState, runStore } from './runStore.ts';

const seconds = 20;
const design: Design = { ...shop(), seconds };
const web = idOf(design, 'web-server');
const run = played(design);

function played(of: Design) {
  const { plan, index } = compile(of);
  if (!plan) throw new Error('cannot run');
  return { plan, index, ...runHeadless(plan, behaviors) };
}

let runId = 0;
const tell = (change: Partial<RunState>) => runStore.setState(change);
const begin = (of: Design = design) =>
  tell({ runId: ++runId, startedFrom: of, interventions: [], frames: [], notes: [], time: 0, layout: null, index: run.index });
const upTo = (time: number, frames: readonly Frame[] = run.frames) =>
  tell({ layout: run.layout, frames: frames.filter(({ end }) => end <= time), notes: run.notes.filter((note) => note.time <= time), time });
const crash = (at: number): ScenarioEvent => ({ at, act: 'crash', node: web, instance: 0 });
const kept = () => futuresStore.getState().kept;

beforeEach(() => {
  forgetFutures();
  begin();
  const stop = startKeeping();
  return stop;
});

describe('kept runs', () => {
  it('keeps a run that begins anew, whole, with the numbers of its summary', () => {
    upTo(12);
    begin();
    expect(kept()).toHaveLength(1);
    const [only] = kept();
    expect(only).toMatchObject({ design, branchedAt: null, until: 12, interventions: [] });
    expect(only.buckets?.list.map(({ values }) => values)).toEqual(run.frames.slice(0, 12).map(({ values }) => values));
    const told = summarise({ plan: run.plan, layout: run.layout, frames: run.frames.slice(0, 12), notes: [] });
    expect(only.figures.latency.p99).toBe(told.all.latency.p99);
    expect(only.figures.completed).toBeGreaterThan(100);
  });

  it('keeps nothing of a run that has shown nothing', () => {
    begin();
    upTo(0.5);
    begin();
    expect(kept()).toEqual([]);
  });

  it('knows what lies ahead of a moment it was put back to, and gives nothing up while nothing is done there', () => {
    upTo(15);
    upTo(4);
    expect(knownStore.getState().until).toBe(15);
    expect(knownStore.getState().buckets?.list).toHaveLength(15);
    upTo(9);
    upTo(15);
    upTo(18);
    expect(knownStore.getState().until).toBe(18);
    expect(knownStore.getState().buckets?.list.map(({ values }) => values)).toEqual(run.frames.slice(0, 18).map(({ values }) => values));
    expect(kept()).toEqual([]);
  });

  it('keeps the old future when something else is done before it, with the acts it had', () => {
    tell({ interventions: [crash(2), crash(9)] });
    upTo(15);
    upTo(4);
    tell({ interventions: [crash(2), crash(4)] });
    expect(kept()).toHaveLength(1);
    expect(kept()[0]).toMatchObject({ branchedAt: 4, until: 15, interventions: [crash(2), crash(9)] });
    expect(kept()[0].buckets?.list).toHaveLength(15);
    const { until, buckets } = knownStore.getState();
    expect([until, buckets?.list.length, buckets?.nextFrame]).toEqual([4, 4, 4]);
    const other = played(setParam(design, web, 'instances', 1)).frames;
    upTo(6, [...run.frames.slice(0, 4), ...other.slice(4)]);
    expect(knownStore.getState().buckets?.list[5].values).toEqual(other[5].values);
    expect(kept()[0].buckets?.list[5].values).toEqual(run.frames[5].values);
  });

  it('gives nothing up when something is done at the newest moment', () => {
    upTo(8);
    tell({ interventions: [crash(8.05)] });
    upTo(9);
    tell({ interventions: [crash(8.05), crash(9)] });
    expect(kept()).toEqual([]);
  });

  it('takes the same run played again for one, which keeps its pin and note', () => {
    upTo(5);
    begin();
    changeKept(kept()[0].id, { isPinned: true, note: 'three web servers' });
    upTo(9);
    begin(setParam(design, web, 'instances', 1));
    expect(kept()).toHaveLength(1);
    expect(kept()[0]).toMatchObject({ until: 9, isPinned: true, note: 'three web servers' });
    upTo(3);
    begin();
    expect(kept().map(({ until }) => until)).toEqual([9, 3]);
  });

  it('forgets them with the document', () => {
    upTo(5);
    begin();
    expect(kept()).toHaveLength(1);
    designStore.getState().open(shop(), null, 'mine');
    expect(kept()).toEqual([]);
    expect(ghostOf(futuresStore.getState())).toBeNull();
  });
});

describe('ghostOf', () => {
  it('is the newest run that is over, or the one chosen, until the next is over; none when switched off', () => {
    upTo(5);
    begin(setParam(design, web, 'instances', 1));
    upTo(6);
    begin();
    expect(ghostOf(futuresStore.getState())?.until).toBe(6);
    futuresStore.setState({ ghost: kept()[0].id });
    expect(ghostOf(futuresStore.getState())?.until).toBe(5);
    futuresStore.setState({ showsGhost: false });
    expect(ghostOf(futuresStore.getState())).toBeNull();
    futuresStore.setState({ showsGhost: true });
    upTo(7);
    begin(setParam(design, web, 'instances', 3));
    expect(ghostOf(futuresStore.getState())?.until).toBe(7);
  });
});

describe('withinBounds', () => {
  const one = (id: number, isPinned = false): KeptRun => ({ ...kept()[0], id, isPinned });
  const bytes = (runs: readonly KeptRun[]) => runs.filter(({ buckets }) => buckets !== null).map(({ id }) => id);

  it('lets the oldest rows without a pin go, and the oldest frames, never the newest', () => {
    upTo(5);
    begin();
    const many = Array.from({ length: mostKept + 5 }, (_, i) => one(i, i === 1));
    const rows = withinBounds(many);
    expect(rows).toHaveLength(mostKept + 1);
    expect(rows.slice(0, 2).map(({ id }) => id)).toEqual([1, 5]);
    const size = kept()[0].buckets?.list.reduce((sum, { values, latency }) => sum + values.byteLength + latency.byteLength, 0) ?? 0;
    expect(bytes(withinBounds([one(1, true), one(2), one(3), one(4)], 9, size * 2))).toEqual([1, 4]);
    expect(bytes(withinBounds([one(1, true), one(2), one(3)], 9, 0))).toEqual([3]);
  });

  it('keeps within bounds however many runs are over', () => {
    upTo(5);
    begin();
    const { id: _id, isPinned: _pin, note: _note, ...run } = kept()[0];
    for (let i = 0; i < 100; i++) keepRun({ ...run, design: { ...run.design, seed: `seed ${i}` } });
    expect(kept()).toHaveLength(mostKept);
  });
});
