/**
 * Two designs played side by side by one clock: each has a worker of its own, and both are sent to the next moment together; the next
 * one is asked for only when both have arrived. So a slow machine slows both, and what is seen of the one is of the same second as of
 * the other. Never saved; loaded with the dialog that shows it. The design in hand and its own run are left alone.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Design, Id, ScenarioEvent } from '../design/design.ts';
import type { Plan } from '../engine/plan.ts';
import { actsOf, type Change } from '../runner/changes.ts';
import { beatMs, type Client, type ClientWorld, createClient, makeWorker } from '../runner/client.ts';
import { compile } from '../runner/compile.ts';
import type { Mishap } from '../runner/mishap.ts';
import type { FromWorker } from '../runner/protocol.ts';
import { withLuckOf } from '../runner/sameLuck.ts';
import { pause } from './runController.ts';
import { changeBy, nothingShown } from './runMessages.ts';
import { type RunState, runStore } from './runStore.ts';
import { sampleEvery } from './sampling.ts';

export interface PairSide {
  title: string;
  design: Design;
  plan: Plan;
}

export interface PairState {
  status: 'idle' | 'paused' | 'playing' | 'finished' | 'crashed';
  crash: Mishap | null;
  sides: readonly [PairSide, PairSide] | null;
  /** Simulated seconds that both have reached. */
  time: number;
  /** Of both. */
  seconds: number;
  speed: number;
  /** What was done to both, newest last. */
  acts: readonly { at: number; change: Change }[];
}

export const pairStore = createStore<PairState>()(() => ({
  status: 'idle',
  crash: null,
  sides: null,
  time: 0,
  seconds: 0,
  speed: 1,
  acts: [],
}));

export type SideName = 0 | 1;
type SideRun = Pick<RunState, 'layout' | 'index' | 'frames' | 'notes' | 'glance' | 'time' | 'runId' | 'sampleEvery'>;

/** What each side has shown, in the words of a run. */
export const sideStores: readonly [StoreApi<RunState>, StoreApi<RunState>] = [
  createStore<RunState>()(() => runStore.getInitialState()),
  createStore<RunState>()(() => runStore.getInitialState()),
];
export type { SideRun };

type HearSamples = (rows: Float64Array) => void;
const hearers: [Set<HearSamples>, Set<HearSamples>] = [new Set(), new Set()];

/** Sampled journeys of one side; returns how to stop. */
export function onSideSamples(side: SideName, hear: HearSamples): () => void {
  hearers[side].add(hear);
  return () => hearers[side].delete(hear);
}

/** Two steps of the clock are at least so far apart, ms: eyes need no more, and workers are not woken for nothing. */
const stepMs = 50;
/** A step is never longer than what this much wall time asks for, so that a page that slept does not leap. */
const mostStepMs = 250;
/** Simulated seconds of a step at full speed. */
const fullStepSeconds = 5;

let clients: readonly [Client, Client] | null = null;
let sides: readonly [PairSide, PairSide] | null = null;
/** Where both were sent. */
let target = 0;
let arrived: [boolean, boolean] = [false, false];
let lastStepAt = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
let nextKey = 1;
/** Acts that wait for both to stand, and those that A has not confirmed. */
let waiting: Change[] = [];
const asked = new Map<number, Change>();
/** Ids of A's parts as B calls them; a part that B has not is not there. */
let namesInB: ReadonlyMap<Id, Id> = new Map();

export type CannotCompare = 'a' | 'b';

/**
 * @param a in hand
 * @param b already under the users it is to have; it gets the luck and the length of `a`
 * @param makeClient for tests
 * @returns which of the two cannot run; null when both stand at their beginning
 */
export function openPair(
  a: { title: string; design: Design },
  b: { title: string; design: Design },
  makeClient: (world: ClientWorld) => Client = createClient,
): CannotCompare | null {
  const ofA = compile(a.design);
  if (!ofA.plan) return 'a';
  const designB: Design = { ...b.design, seed: a.design.seed, seconds: a.design.seconds };
  const ofB = compile(designB);
  if (!ofB.plan) return 'b';
  closePair();
  // Both would want the same cores.
  pause();
  const planB = withLuckOf(ofB.plan, ofA.plan);
  sides = [
    { ...a, plan: ofA.plan },
    { title: b.title, design: designB, plan: planB },
  ];
  namesInB = new Map(planB.nodes.map(({ id }, i) => [id, designB.nodes[i].id]));
  clients = [0, 1].map((side) => clientOf(side as SideName, makeClient)) as unknown as readonly [Client, Client];
  for (const [side, { plan, design }] of sides.entries()) {
    const { index } = side === 0 ? ofA : ofB;
    const runId = sideStores[side].getState().runId + 1;
    sideStores[side].setState({ ...nothingShown, runId, index, startedFrom: design, status: 'loading' });
    clients[side].load(runId, plan);
  }
  target = 0;
  arrived = [false, false];
  waiting = [];
  asked.clear();
  pairStore.setState({ status: 'paused', crash: null, sides, time: 0, seconds: a.design.seconds, acts: [] });
  applySampling();
  return null;
}

function clientOf(side: SideName, makeClient: (world: ClientWorld) => Client): Client {
  return makeClient({
    makeWorker,
    onMessage: (message) => receive(side, message),
    // It plays the same run again from its beginning, which is what it is asked for next.
    onRestarted() {
      sideStores[side].setState({ ...nothingShown, status: 'loading' });
      clients?.[side].runTo(target);
    },
    everyBeat(beat) {
      const beats = setInterval(beat, beatMs);
      return () => clearInterval(beats);
    },
  });
}

export function closePair(): void {
  stopClock();
  for (const client of clients ?? []) client.stop();
  clients = null;
  sides = null;
  pairStore.setState({ status: 'idle', sides: null });
}

export function playPair(): void {
  const { status, seconds } = pairStore.getState();
  if (!clients || status === 'crashed' || status === 'playing') return;
  if (target >= seconds) seekPair(0);
  pairStore.setState({ status: 'playing' });
  lastStepAt = performance.now();
  if (arrived[0] && arrived[1]) step();
}

export function pausePair(): void {
  if (pairStore.getState().status !== 'playing') return;
  stopClock();
  pairStore.setState({ status: 'paused' });
}

/** Both stand at a simulated second, past ones included. */
export function seekPair(time: number): void {
  const { status, seconds } = pairStore.getState();
  if (!clients || status === 'crashed') return;
  stopClock();
  target = Math.min(seconds, Math.max(0, time));
  arrived = [false, false];
  for (const client of clients) client.seek(target);
  pairStore.setState({ status: 'paused' });
}

export function setPairSpeed(speed: number): void {
  pairStore.setState({ speed });
  applySampling();
}

/** Does one thing to both at the moment at which both stand, or will stand when they have come to where they are on their way to. */
export function doInBoth(change: Change): void {
  if (!clients) return;
  waiting.push(change);
  if (arrived[0] && arrived[1]) actNow();
}

function actNow(): void {
  for (const change of waiting.splice(0)) {
    const key = nextKey++;
    asked.set(key, change);
    for (const [side, own] of [change, renamed(change)].entries()) {
      const { index } = sideStores[side].getState();
      const acts = own && index && sides ? actsOf(sides[side].design, index, own) : null;
      if (acts) clients?.[side].act(key, acts);
    }
  }
}

/** The change as B calls its part; null where it has none. */
function renamed(change: Change): Change | null {
  if (!('node' in change)) return change;
  const node = namesInB.get(change.node);
  return node === undefined ? null : { ...change, node };
}

/** What was done to each, with its moment, in that side's own names. */
export function actsDone(): readonly [readonly ScenarioEvent[], readonly ScenarioEvent[]] {
  const { acts } = pairStore.getState();
  return [
    acts.map(({ at, change }) => ({ at, ...change })),
    acts.flatMap(({ at, change }) => {
      const own = renamed(change);
      return own ? [{ at, ...own }] : [];
    }),
  ];
}

/** The part of B that has the luck of one of A. */
export const partInB = (id: Id): Id | undefined => namesInB.get(id);

function receive(side: SideName, message: FromWorker): void {
  const store = sideStores[side];
  const state = store.getState();
  if (message.type === 'samples') {
    if (message.runId === state.runId) for (const hear of hearers[side]) hear(message.rows);
    return;
  }
  if (message.type === 'acted') {
    if (side === 0 && message.runId === state.runId) acted(message);
    return;
  }
  const change = changeBy(state, message);
  if (change) store.setState(change);
  if (message.type === 'crashed') {
    stopClock();
    pairStore.setState({ status: 'crashed', crash: message.why });
    return;
  }
  const { time } = store.getState();
  arrived[side] = time >= target - 1e-6 || store.getState().status === 'finished';
  if (arrived[0] && arrived[1]) bothArrived();
}

/** A says at which moment: at the same one as in B. Acts of a future that was given up are void. */
function acted({ key, at, branchedAt }: Extract<FromWorker, { type: 'acted' }>): void {
  const change = asked.get(key);
  asked.delete(key);
  if (!change) return;
  pairStore.setState(({ acts }) => ({ acts: [...acts.filter((act) => branchedAt === null || act.at <= branchedAt), { at, change }] }));
}

function bothArrived(): void {
  actNow();
  const { status, time, seconds } = pairStore.getState();
  if (time !== target) pairStore.setState({ time: target });
  if (target >= seconds) {
    stopClock();
    if (status !== 'finished') pairStore.setState({ status: 'finished' });
    return;
  }
  if (status === 'playing') timer ??= setTimeout(step, Math.max(0, stepMs - (performance.now() - lastStepAt)));
}

/** Sends both on, as far as the wall clock asks for since the last step. */
function step(): void {
  timer = null;
  const { speed, seconds, status } = pairStore.getState();
  if (!clients || status !== 'playing') return;
  const now = performance.now();
  const passed = Math.min(mostStepMs, Math.max(stepMs / 2, now - lastStepAt)) / 1000;
  lastStepAt = now;
  target = Math.min(seconds, target + (Number.isFinite(speed) ? speed * passed : fullStepSeconds));
  arrived = [false, false];
  for (const client of clients) client.runTo(target);
}

function stopClock(): void {
  if (timer) clearTimeout(timer);
  timer = null;
}

/** One dot stands for as many requests in both: by the one that needs more. */
function applySampling(): void {
  if (!clients || !sides) return;
  const { speed } = pairStore.getState();
  const every = Math.max(...sides.map(({ design }) => sampleEvery(design, speed)));
  for (const [side, client] of clients.entries()) {
    sideStores[side].setState({ sampleEvery: every });
    client.setSampling(every);
  }
}
