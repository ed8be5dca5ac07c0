/**
 * From the run store to what the canvas draws: glances into a pulse about ten times a second, frames into readings at most
 * four times a second. React is told only of changes of class, which are rare.
 */

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { concealedSlots } from '../design/concealed.ts';
import type { Design, DesignNode, Id } from '../design/design.ts';
import { instancesOf } from '../design/instances.ts';
import { controlLinks, sourcesOf } from '../design/wires.ts';
import type { FrameLayout } from '../engine/frame.ts';
import { HEALTH } from '../engine/plan.ts';
import { GLANCE, SAMPLE } from '../runner/protocol.ts';
import { designStore } from '../store/designStore.ts';
import { type PlanIndex, type RunState, runStore } from '../store/runStore.ts';
import { onSamples } from '../store/samples.ts';
import { atRest, createPulse, hear, isSameHealth, type NodeHealth, nodeHealth, type Pulse, presentSlots, takeGlance } from './pulse.ts';
import {
  columnBySlot,
  columnsByNode,
  countJourney,
  emptyTally,
  fade,
  type LinkRate,
  linkRates,
  type Reading,
  readNode,
} from './readings.ts';

export interface LiveState {
  /** By node; renewed only when some node changes class. */
  health: ReadonlyMap<Id, NodeHealth>;
  readings: ReadonlyMap<Id, Reading>;
  rates: ReadonlyMap<Id, LinkRate>;
}

interface LiveStore extends LiveState {
  /** How many instances exist, by node; renewed only when some node has another number, or the run has followed an edit. */
  existing: ReadonlyMap<Id, number>;
}

const nothing: LiveStore = { health: new Map(), existing: new Map(), readings: new Map(), rates: new Map() };
export const liveStore = createStore<LiveStore>()(() => nothing);

export function useHealth(node: Id): NodeHealth {
  return useStore(liveStore, (state) => state.health.get(node) ?? atRest);
}

export function useLive<T>(selector: (state: LiveStore) => T): T {
  return useStore(liveStore, selector);
}

let pulse: Pulse = createPulse(0);
/** Another moment than now, while somebody points at one. */
let held: Pulse | null = null;
let goOn = (): void => {};
/** The instances as they are to be seen; the gauge layer reads it in its own loop. */
export const currentPulse = (): Pulse => held ?? pulse;

/** Shows another moment until it is called with null, and then what there is now. */
export function holdLive(shown: Pulse | null, state: LiveState = nothing): void {
  held = shown;
  if (shown) liveStore.setState({ ...state, existing: existingOf(state.health) });
  else goOn();
}

const slotsScratch: number[] = [];
/** The number of the instance that the card shows at a place in its row: those that are there, in order. */
export function instanceAt(node: Id, place: number): number {
  const found = runStore.getState().index?.nodes.find(({ id }) => id === node);
  if (!found) return place;
  const count = presentSlots(pulse, found.firstSlot, found.slots, slotsScratch);
  return place < count ? slotsScratch[place] - found.firstSlot : place;
}

/** The design at the newest glance, and how many instances it asked of each node. */
let planned: { design: Design | null; counts: ReadonlyMap<Id, number> } = { design: null, counts: new Map() };

/** Somebody changed the count since the run was last seen, so the run cannot have followed yet. */
export function isCountEdited(node: DesignNode): boolean {
  const count = planned.counts.get(node.id);
  return count !== undefined && count !== instancesOf(node);
}

/** Tells wires apart that lead to one node. */
let tally = emptyTally();
/** Sampled journeys, each over the drawn links of its plan link. */
function noteJourneys(rows: Float64Array): void {
  const links = runStore.getState().index?.links;
  for (let row = 0; row + SAMPLE.size <= rows.length; row += SAMPLE.size) {
    if (rows[row + SAMPLE.back] === 0) countJourney(tally, links?.[rows[row + SAMPLE.link]]?.drawn ?? []);
  }
}

/** A glance in which what is concealed looks well. */
function withoutHidden({ notes, index }: RunState, instances: Float32Array): Float32Array {
  const hidden = concealedSlots(notes, designStore.getState().design.scenario, index?.nodes ?? []);
  if (hidden.size === 0) return instances;
  const shown = instances.slice();
  for (const slot of hidden) {
    shown[slot * GLANCE.size + GLANCE.health] = HEALTH.up;
    shown[slot * GLANCE.size + GLANCE.slowFactor] = 1;
  }
  return shown;
}

/** By node, and the same map while none changed. Users are the world outside: they are neither busy nor broken. */
export function healthOf(of: Pulse, index: PlanIndex): ReadonlyMap<Id, NodeHealth> {
  const before = liveStore.getState().health;
  const outside = new Set(sourcesOf(designStore.getState().design).map((node) => node.id));
  let next: Map<Id, NodeHealth> | null = null;
  for (const { id, firstSlot, slots } of index.nodes) {
    const health = nodeHealth(of, firstSlot, slots);
    if (outside.has(id) || isSameHealth(before.get(id) ?? atRest, health)) continue;
    next ??= new Map(before);
    next.set(id, health);
  }
  return next ?? before;
}

/** The same map while every node has as many as before. */
function existingOf(health: ReadonlyMap<Id, NodeHealth>): ReadonlyMap<Id, number> {
  const before = liveStore.getState().existing;
  const isSame = before.size === health.size && [...health].every(([id, { total }]) => before.get(id) === total);
  return isSame ? before : new Map([...health].map(([id, { total }]) => [id, total]));
}

/** What the wires carry when parts have these readings. */
export function ratesOf(readings: ReadonlyMap<Id, Reading>): ReadonlyMap<Id, LinkRate> {
  const { design } = designStore.getState();
  const control = controlLinks(design);
  const calling = design.links.filter(({ id }) => !control.has(id));
  return linkRates(calling, (node) => readings.get(node)?.ratePerSecond ?? -1, tally);
}

const isMoving = ({ status }: RunState): boolean => status === 'playing' || status === 'loading';

const frameMillis = 250;
/** Without a new frame for this long the means of a run that moves are stale: slow motion. */
const freshMillis = 2500;

/** Starts following the run; the function returned ends it. Called by whichever view is shown, the canvas or the outline. */
export function startLiveFeed(): () => void {
  let layout: FrameLayout | null = null;
  let columns: ReturnType<typeof columnsByNode> = [];
  let busy: Int32Array = new Int32Array(0);
  let arrived: Int32Array = new Int32Array(0);
  let lastFrame = -1;
  let timer = 0;
  let framesCameAt = Number.NEGATIVE_INFINITY;

  const forget = (): void => {
    pulse = createPulse(0);
    tally = emptyTally();
    lastFrame = -1;
    planned = { design: null, counts: new Map() };
    liveStore.setState(nothing);
  };

  const readGlance = (state: RunState): void => {
    if (!state.glance || !state.index) return;
    const slots = state.glance.instances.length / GLANCE.size;
    if (pulse.slots !== slots) pulse = createPulse(slots);
    takeGlance(
      pulse,
      withoutHidden(state, state.glance.instances),
      state.glance.time,
      performance.now() - framesCameAt < freshMillis,
      !isMoving(state),
    );
    const { design } = designStore.getState();
    const hasFollowed = planned.design !== design;
    if (hasFollowed) planned = { design, counts: new Map(design.nodes.map((node) => [node.id, instancesOf(node)])) };
    if (held) return;
    const health = healthOf(pulse, state.index);
    const isNews = health !== liveStore.getState().health;
    if (isNews || hasFollowed) liveStore.setState({ health, existing: hasFollowed ? new Map(existingOf(health)) : existingOf(health) });
  };

  const readFrames = (): void => {
    timer = 0;
    const state = runStore.getState();
    const frame = state.frames.at(-1);
    if (!frame || !state.layout || !state.index) {
      pulse.mean.fill(-1);
      return;
    }
    if (state.layout !== layout) {
      layout = state.layout;
      columns = columnsByNode(layout);
      busy = columnBySlot(layout, state.index.nodes, 'utilization');
      arrived = columnBySlot(layout, state.index.nodes, 'arrived');
    }
    for (let slot = 0; slot < pulse.slots; slot++) pulse.mean[slot] = slot < busy.length && busy[slot] >= 0 ? frame.values[busy[slot]] : -1;
    hear(pulse, arrived, state.frames, lastFrame);
    lastFrame = frame.index;
    framesCameAt = performance.now();
    // no glance will come any more that would take the means in
    if (!isMoving(state)) readGlance(state);
    const readings = new Map<Id, Reading>();
    state.index.nodes.forEach(({ id }, i) => {
      readings.set(id, readNode(columns[i], frame));
    });
    const rates = ratesOf(readings);
    fade(tally);
    if (!held) liveStore.setState({ readings, rates });
  };

  const follow = (state: RunState, before: RunState): void => {
    if (state.runId !== before.runId) forget();
    if (state.glance !== before.glance) {
      if (state.glance) readGlance(state);
      else forget();
    } else if (isMoving(before) && !isMoving(state)) readGlance(state);
    if (state.frames !== before.frames && timer === 0) timer = window.setTimeout(readFrames, frameMillis);
  };

  goOn = () => {
    readGlance(runStore.getState());
    readFrames();
  };
  goOn();
  const stops = [runStore.subscribe(follow), onSamples(noteJourneys)];
  return () => {
    for (const stop of stops) stop();
    window.clearTimeout(timer);
    forget();
  };
}
