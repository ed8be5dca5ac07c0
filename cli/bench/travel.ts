/** What it costs to photograph a run, to put a photograph back, and to visit any moment of ten minutes. */

import { createRun } from '../../src/engine/run.ts';
import { chapter } from '../../src/library/chapter.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { createCheckpoints, pageLimits, stepsOf } from '../../src/runner/checkpoints.ts';
import { planOf } from './plans.ts';
import { cpuSeconds, median, rounded, wallMs } from './timing.ts';

const seconds = 600;
/** As the pacer's slices are. */
const sliceEvents = 20_000;
const visits = 60;

/** Moments of the run that fall evenly and in no order. */
const moment = (i: number) => ((i * 0.618033988749895) % 1) * seconds;

export function measureTravel() {
  const plan = planOf({ ...chapter.design, seconds });
  const run = createRun(plan, behaviorList);
  const checkpoints = createCheckpoints(run, () => performance.now(), pageLimits);
  let told = { frames: 0, notes: 0 };
  const handOver = () => {
    told = { frames: told.frames + run.takeFrames().length, notes: told.notes + run.takeNotes().length };
    return told;
  };
  const ranMs = wallMs(() => {
    while (!run.finished()) {
      const from = run.now();
      let events = 0;
      const ms = wallMs(() => {
        events = run.advance(seconds, sliceEvents);
      });
      checkpoints.offer(ms, stepsOf(events, (run.now() - from) / plan.frameSeconds, run.layout.columns.length), handOver);
      while (checkpoints.goOn());
    }
  });
  const visit = (i: number) => {
    checkpoints.visit(moment(i));
    run.advance(moment(i), Number.POSITIVE_INFINITY);
    run.takeFrames();
    run.takeNotes();
  };
  // on a machine with other things to do the clock says more about those
  const visitsCpuMs: number[] = [];
  const visitsMs = Array.from({ length: visits }, (_, i) =>
    wallMs(() => {
      visitsCpuMs.push(cpuSeconds(() => visit(i)) * 1000);
    }),
  );
  const snapshotMs: number[] = [];
  const restoreMs: number[] = [];
  for (let i = 0; i < 20; i++) {
    let snapshot = run.snapshot();
    snapshotMs.push(
      wallMs(() => {
        snapshot = run.snapshot();
      }),
    );
    restoreMs.push(wallMs(() => run.restore(snapshot)));
  }
  const bytes = run.snapshot().reduce((sum, cells) => sum + cells.byteLength, 0);
  return {
    design: 'the full chapter',
    simulatedSeconds: seconds,
    ranMs: Math.round(ranMs),
    snapshotMs: rounded(median(snapshotMs), 2),
    restoreMs: rounded(median(restoreMs), 2),
    snapshotBytes: bytes,
    checkpoints: checkpoints.count,
    checkpointBytes: checkpoints.bytes,
    seekMedianMs: rounded(median(visitsMs), 1),
    seekMostMs: rounded(Math.max(...visitsMs), 1),
    seekCpuMedianMs: rounded(median(visitsCpuMs), 1),
    seekCpuMostMs: rounded(Math.max(...visitsCpuMs), 1),
    seekAimMs: 150,
  };
}

export type TravelResult = ReturnType<typeof measureTravel>;
