/** The worker's message loop: no physics, no decisions. See `protocol.ts` for what is said here. */

import { createRun, type Run } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { type Checkpoints, createCheckpoints, pageLimits, stepsOf } from './checkpoints.ts';
import { mishapOf } from './mishap.ts';
import { createPacer, type Pacer, waitInWorker } from './pacer.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { createReporter, type Reporter, type Send } from './reporter.ts';

/** What is used of a worker's global scope; named here because the checks of the page's world read this file too. */
declare const self: {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

declare const console: { error(thrown: unknown): void };

type Message<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>;

interface Loaded {
  runId: number;
  run: Run;
  pacer: Pacer;
  reporter: Reporter;
  checkpoints: Checkpoints;
  /** Somebody went to where it stands now, and nothing has been done there since. */
  cameBack: boolean;
}

const clockMs = () => performance.now();
/** Arrays are copied, never transferred: after the first that a worker gives away its engine is slower for ever (docs/performance.md). */
const send: Send = (message) => self.postMessage(message);

let loaded: Loaded | null = null;
/** Both outlive the run they were said in. */
let speed = 1;
let every = 0;

function load({ runId, plan }: Message<'load'>): void {
  loaded?.pacer.stop();
  const run = createRun(plan, behaviorList);
  const pacer = createPacer(run, plan, {
    clockMs,
    wait: (ms, then) => waitInWorker(ms, () => guarded(then)),
    worked: ({ ms, events, seconds }) =>
      checkpoints.offer(ms, stepsOf(events, seconds / plan.frameSeconds, run.layout.columns.length), () => {
        reporter.report(pacer.status(), true);
        return reporter.told();
      }),
    holdOn: () => checkpoints.goOn(),
    onChange: (status, atRest) => reporter.report(status, atRest),
  });
  const slots = plan.nodes.reduce((sum, node) => sum + node.slots, 0);
  const reporter = createReporter({ runId, run, slots }, { send, clockMs, trueSpeed: pacer.trueSpeed });
  pacer.setSpeed(speed);
  run.setSampling(every);
  const checkpoints = createCheckpoints(run, clockMs, pageLimits);
  loaded = { runId, run, pacer, reporter, checkpoints, cameBack: false };
  send({ type: 'loaded', runId, layout: run.layout });
  reporter.report(pacer.status(), true);
}

/**
 * All acts of one message take effect at one moment; a run that has finished takes none. What else was done while the run stood at that
 * moment holds beside it; what was done there before somebody went back to it is another future's.
 */
function act(now: Loaded, { key, acts }: Message<'act'>): void {
  const { run, runId, pacer, reporter, checkpoints } = now;
  if (run.finished()) return;
  const at = run.nextActTime();
  const stamped = acts.map((each) => ({ at, ...each }));
  const after = now.cameBack ? run.now() : at;
  now.cameBack = false;
  const branchedAt = run.forgetActsAhead(after) ? after : null;
  for (const each of stamped) run.act(each);
  checkpoints.forgetAfter(run.now());
  send({ type: 'acted', runId, key, at, branchedAt, acts: stamped });
  reporter.report(pacer.status(), true);
}

function step({ pacer, checkpoints }: Loaded, by: 'event' | 'frame'): void {
  checkpoints.giveUp();
  pacer.step(by);
}

/** Stands at a moment of the run, past ones included. */
function seek(now: Loaded, time: number): void {
  const { runId, run, pacer, reporter, checkpoints } = now;
  pacer.pause();
  now.cameBack = true;
  const back = checkpoints.visit(time);
  if (back) {
    const { frames, notes } = back;
    reporter.rewind({ frames, notes });
    send({ type: 'rewound', runId, frames, notes, time: run.now() });
  }
  pacer.runTo(time);
}

function handle(message: ToWorker): void {
  if (message.type === 'speed') speed = message.speed;
  if (message.type === 'sample') every = message.every;
  if (message.type === 'load') load(message);
  if (!loaded) return;
  const { run, pacer } = loaded;
  if (message.type === 'speed') pacer.setSpeed(speed);
  else if (message.type === 'sample') run.setSampling(every);
  else if (message.type === 'play') pacer.play();
  else if (message.type === 'pause') pacer.pause();
  else if (message.type === 'step') step(loaded, message.by);
  else if (message.type === 'run-to') pacer.runTo(message.time);
  else if (message.type === 'seek') seek(loaded, message.time);
  else if (message.type === 'act') act(loaded, message);
  else if (message.type === 'photo')
    send({ type: 'photo', runId: loaded.runId, key: message.key, snapshot: loaded.checkpoints.before(message.before) });
}

/** An engine that throws has failed for good: the page is told when and of what kind, the console all of it, and nothing more comes. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(error);
    send({ type: 'crashed', runId: loaded?.runId ?? -1, time: loaded?.run.now() ?? 0, why: mishapOf(error) });
    loaded?.pacer.stop();
    loaded = null;
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => guarded(() => handle(event.data));
