/**
 * The one place where the design meets the run. It loads a compiled design into the worker, turns edits into acts while it
 * runs, and writes what comes back into the run store. Changed parameters become interventions at that simulated moment,
 * anything structural begins the run again on the same seed, moves and labels do nothing.
 */

import type { Design, Fault, Id } from '../design/design.ts';
import type { Plan } from '../engine/plan.ts';
import { actsOf, type Change, changesBetween, defaultSlowFactor } from '../runner/changes.ts';
import { beatMs, type Client, type ClientWorld, createClient, makeWorker, type Recorded } from '../runner/client.ts';
import { compile } from '../runner/compile.ts';
import { actsBetween, withRoomOf } from '../runner/diff.ts';
import type { FromWorker, LiveAct } from '../runner/protocol.ts';
import { type DesignState, designStore } from './designStore.ts';
import { emptyHistory } from './history.ts';
import { pointAt } from './moment.ts';
import { reachedBy, runsAlike } from './replay.ts';
import { changeBy, nothingShown } from './runMessages.ts';
import { runStore } from './runStore.ts';
import { tellSamples } from './samples.ts';
import { sampleEvery } from './sampling.ts';
import { sessionStore } from './sessionStore.ts';

export interface RunControllerOptions {
  /** Plays as soon as a document is opened. Left out: unless the reader asked for less motion. */
  autoplay?: boolean | null;
  speed?: number | null;
  /** Goes as fast as it can to this simulated second and stands there, instead of playing. */
  runTo?: number | null;
  /** For tests. */
  makeClient?: (world: ClientWorld) => Client;
}

/** The first edit reaches the run at once; those that follow faster than this (a slider being dragged) reach it together. */
const editRestMs = 100;

/** What the worker has: the design its parameters stand at, and that design's plan with the room the run began with. */
let given: { design: Design; plan: Plan } | null = null;
let client: Client | null = null;
let options: RunControllerOptions = {};
let nextKey = 1;
const asked = new Map<number, Change>();
let restTimer: ReturnType<typeof setTimeout> | null = null;
let hiddenWhilePlaying = false;
/** What the reader wants, which outlives a run that begins again and a design that cannot run for a moment. */
let wantsToPlay = false;
let sampling: number | 'auto' = 'auto';
/** The design in hand when the run was put to another moment: until it is edited, the run goes on as it went before. */
let soughtWith: Design | null = null;
/** The moment the run was last sent to and stands at, or will in a moment; null once it goes on. */
let soughtTime: number | null = null;

/** A lesson asks for a guess first: the run stands, and goes no further than it has come. */
const isLocked = (): boolean => sessionStore.getState().runLocked;

/**
 * Begins to watch the stores and the page. Called once, maybe seconds after the first picture: a speed that was chosen until then (a lesson
 * has its own) stays, and who has pressed play plays. Returns how to stop.
 */
export function startRunController(wanted: RunControllerOptions = {}): () => void {
  const isPlayAsked = wantsToPlay;
  const { speed } = runStore.getState();
  options = wanted;
  const everyBeat = (beat: () => void) => {
    const timer = setInterval(beat, beatMs);
    return () => clearInterval(timer);
  };
  client = (wanted.makeClient ?? createClient)({ makeWorker, onMessage: receive, onRestarted: forgetShown, everyBeat });
  client.warm();
  setSpeed(speed === 1 ? (wanted.speed ?? 1) : speed);
  const stopDesign = designStore.subscribe(onDesign);
  const stopSession = sessionStore.subscribe((state, before) => {
    if (state.traffic !== before.traffic) applySampling();
  });
  const onVisibility = () => pauseWhileHidden(document.hidden);
  globalThis.document?.addEventListener('visibilitychange', onVisibility);
  if (designStore.getState().design.nodes.length > 0) opened();
  if (isPlayAsked) play();
  return () => {
    stopDesign();
    stopSession();
    globalThis.document?.removeEventListener('visibilitychange', onVisibility);
    if (restTimer) clearTimeout(restTimer);
    client?.stop();
    client = null;
    given = null;
    wantsToPlay = false;
    hiddenWhilePlaying = false;
  };
}

export function play(): void {
  if (isLocked()) return;
  wantsToPlay = true;
  soughtTime = null;
  const { status } = runStore.getState();
  if (status === 'finished' || status === 'crashed' || !given) load();
  else {
    takeEdits();
    client?.play();
  }
}

export function pause(): void {
  wantsToPlay = false;
  client?.pause();
}

export function togglePlay(): void {
  if (runStore.getState().status === 'playing') pause();
  else play();
}

/** As fast as it goes to a simulated second, then stands there. */
export function playTo(time: number): void {
  if (isLocked() || !given) return;
  wantsToPlay = false;
  soughtTime = null;
  takeEdits();
  client?.runTo(time);
}

export function step(by: 'event' | 'frame'): void {
  if (isLocked()) return;
  wantsToPlay = false;
  soughtTime = null;
  pointAt(null);
  if (runStore.getState().status === 'finished') load();
  takeEdits();
  client?.step(by);
}

/**
 * Stands at a simulated second, one that has passed or one to come. What was done after it is done again when the run goes on, until
 * something else is done: then the future is another one. Whoever goes somewhere wants to see that, wherever the mouse rests.
 */
export function seek(time: number): void {
  const { status } = runStore.getState();
  if (!given || status === 'crashed' || (isLocked() && time > runStore.getState().time)) return;
  wantsToPlay = false;
  pointAt(null);
  takeEdits();
  soughtWith = designStore.getState().design;
  soughtTime = Math.max(0, time);
  client?.seek(soughtTime);
}

/** To the beginning of the second that has begun; from there one further back. Counts from where it was sent before it got there. */
export function stepBack(): void {
  seek(Math.ceil((soughtTime ?? runStore.getState().time) - 1e-6) - 1);
}

/** From the beginning with the same luck; keeps playing if it was, and plays if it had come to its end. */
export function restart(): void {
  if (runStore.getState().status === 'finished' && !isLocked()) wantsToPlay = true;
  load();
}

/** Other luck, as an edit: it can be undone, and it is what the link then holds. A run that had come to its end begins again. */
export function newSeed(): void {
  const hadEnded = runStore.getState().status === 'finished';
  const letters = crypto.getRandomValues(new Uint8Array(6));
  const seed = Array.from(letters, (n) => 'abcdefghjkmnpqrstuvwxyz23456789'[n % 31]).join('');
  designStore.getState().edit('setSeed', (design) => ({ ...design, seed }));
  if (hadEnded) restart();
}

export function setSpeed(speed: number): void {
  runStore.setState({ speed });
  client?.setSpeed(speed);
  applySampling();
}

/** Breaks or mends a node, or one instance of it, now. It is recorded, so that a link can replay it. */
export function injectFault(node: Id, instance: number | null, fault: Fault, factor?: number): void {
  doNow({ act: fault, node, instance, ...(fault === 'slow' ? { factor: factor ?? defaultSlowFactor } : {}) });
}

/** Does to the run what changes no design: a fault, or its end. It is recorded, so that a link can replay it. */
export function doNow(change: Change): void {
  takeEdits();
  branch();
  ask(change);
}

/** The run as it can be played again elsewhere, from before a simulated second on; null while there is none. */
export function recordRun(time: number): Promise<Recorded | null> {
  return client?.record(time) ?? Promise.resolve(null);
}

/** One dot per so many requests, 0 none; 'auto' chooses by the design and the speed. */
export function setSampling(every: number | 'auto'): void {
  sampling = every;
  applySampling();
}

function onDesign(state: DesignState, before: DesignState): void {
  if (state.design === before.design) return;
  if (state.history === emptyHistory) opened();
  else if (!restTimer) takeEditsAndRest();
}

function takeEditsAndRest(): void {
  const { design } = designStore.getState();
  takeEdits();
  restTimer = setTimeout(() => {
    restTimer = null;
    if (designStore.getState().design !== design) takeEditsAndRest();
  }, editRestMs);
}

function opened(): void {
  const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
  const runTo = sessionStore.getState().moment?.at ?? options.runTo ?? null;
  // Only the first document; the next ones play.
  options = { ...options, runTo: null };
  wantsToPlay = runTo === null && !isLocked() && (options.autoplay ?? !still);
  load();
  if (runTo !== null) client?.runTo(runTo);
}

/** Gives the design in hand to the worker, from the beginning. */
function load(): void {
  stopResting();
  const { design } = designStore.getState();
  const { plan, problems, index } = compile(design);
  const runId = runStore.getState().runId + 1;
  asked.clear();
  soughtWith = null;
  soughtTime = null;
  given = plan && { design, plan };
  runStore.setState({ ...nothingShown, runId, status: plan ? 'loading' : 'paused', startedFrom: design, problems, index });
  applySampling();
  if (!plan) {
    client?.pause();
    return;
  }
  client?.load(runId, plan);
  if (wantsToPlay && globalThis.document?.hidden) hiddenWhilePlaying = true;
  else if (wantsToPlay) client?.play();
}

/** Brings the run up to date with the design. A finished run stays as it is until it is played again. */
function takeEdits(): void {
  stopResting();
  const { design } = designStore.getState();
  if (soughtWith && runsAlike(soughtWith, design)) return;
  returnToMoment();
  if (given && runsAlike(given.design, design)) return;
  const { plan, problems, index } = compile(design);
  runStore.setState({ problems });
  const { status, time } = runStore.getState();
  if (status === 'finished') return;
  const acts = given && plan && time > 0 && status !== 'crashed' ? actsBetween(given.plan, plan) : 'restart';
  if (!given || !plan || acts === 'restart') {
    load();
    return;
  }
  const from = given.design;
  given = { design, plan: withRoomOf(given.plan, plan) };
  if (acts === 'same') return;
  for (const change of changesBetween(from, design)) ask(change, actsOf(design, index, change));
  applySampling();
}

/** After a leap in time the run may stand at other parameters than the design shows: what it stands at, by what was done until then. */
function returnToMoment(): void {
  const { startedFrom, interventions, time } = runStore.getState();
  if (soughtWith && given && startedFrom) {
    const done = interventions.filter(({ at }) => at <= time);
    const design = reachedBy(startedFrom, done);
    const { plan } = compile(design);
    if (plan) given = { design, plan: withRoomOf(given.plan, plan) };
  }
  soughtWith = null;
}

/** Something is done at a moment the run was put back to: it takes the parameters that the design shows. */
function branch(): void {
  if (!soughtWith) return;
  returnToMoment();
  takeEdits();
}

function ask(change: Change, acts: LiveAct[] | null = actsNow(change)): void {
  const { status } = runStore.getState();
  if (!acts || status === 'finished' || status === 'crashed') return;
  const key = nextKey++;
  asked.set(key, change);
  client?.act(key, acts);
}

function actsNow(change: Change): LiveAct[] | null {
  const { index } = runStore.getState();
  return given && index && actsOf(given.design, index, change);
}

function receive(message: FromWorker): void {
  const state = runStore.getState();
  if (message.type === 'samples') {
    if (message.runId === state.runId) tellSamples(message.rows);
    return;
  }
  if (message.type === 'acted') {
    const change = message.runId === state.runId ? asked.get(message.key) : undefined;
    asked.delete(message.key);
    const { branchedAt } = message;
    const before = branchedAt === null ? state.interventions : state.interventions.filter(({ at }) => at <= branchedAt);
    // What was played beyond this moment is another future's.
    const told = { frames: state.frames, notes: state.notes };
    if (change) runStore.setState({ interventions: [...before, { at: message.at, ...change }], told });
    return;
  }
  const change = changeBy(state, message);
  if (change) runStore.setState(change);
}

/** The worker was replaced and plays the same run again, acts and all: only what was shown is forgotten. */
function forgetShown(): void {
  const { interventions } = runStore.getState();
  runStore.setState({ ...nothingShown, interventions, status: 'loading' });
}

/** A hidden page stops its clock and goes on from there when it is seen again, without a jump. */
function pauseWhileHidden(hidden: boolean): void {
  if (hidden && runStore.getState().status === 'playing') {
    hiddenWhilePlaying = true;
    client?.pause();
  } else if (!hidden && hiddenWhilePlaying) {
    hiddenWhilePlaying = false;
    client?.play();
  }
}

function applySampling(): void {
  const { speed } = runStore.getState();
  const wanted = sampling === 'auto' ? sampleEvery(designStore.getState().design, speed) : sampling;
  const every = sessionStore.getState().traffic ? wanted : 0;
  runStore.setState({ sampleEvery: every || wanted });
  client?.setSampling(every);
}

function stopResting(): void {
  if (restTimer) clearTimeout(restTimer);
  restTimer = null;
}
