import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setParam } from '../design/edits.ts';
import type { Plan } from '../engine/plan.ts';
import type { Client, ClientWorld } from '../runner/client.ts';
import { idOf, shop } from '../runner/designsForTests.ts';
import type { LiveAct } from '../runner/protocol.ts';
import {
  actsDone,
  closePair,
  doInBoth,
  openPair,
  pairStore,
  partInB,
  pausePair,
  playPair,
  seekPair,
  setPairSpeed,
  sideStores,
} from './pair.ts';

interface FakeSide {
  world: ClientWorld;
  plan: Plan;
  runId: number;
  sent: number[];
  sought: number[];
  acts: { key: number; acts: readonly LiveAct[] }[];
  isStopped: boolean;
}

let fakes: FakeSide[] = [];

const makeClient = (world: ClientWorld): Client => {
  const fake: FakeSide = { world, plan: null as unknown as Plan, runId: -1, sent: [], sought: [], acts: [], isStopped: false };
  fakes.push(fake);
  const nothing = () => undefined;
  return {
    warm: nothing,
    load(runId, plan) {
      fake.runId = runId;
      fake.plan = plan;
    },
    play: nothing,
    pause: nothing,
    step: nothing,
    runTo: (time) => fake.sent.push(time),
    seek: (time) => fake.sought.push(time),
    setSpeed: nothing,
    setSampling: nothing,
    record: async () => null,
    act: (key, acts) => fake.acts.push({ key, acts }),
    stop() {
      fake.isStopped = true;
    },
  } as Client;
};

/** The worker of a side says that it stands there. */
const stands = (side: number, time: number) => {
  const { world, runId } = fakes[side];
  world.onMessage({ type: 'glance', runId, time, trueSpeed: 0, instances: new Float32Array(0), soFar: null });
};

const a = { title: 'A', design: { ...shop(), seconds: 60 } };
const web = idOf(a.design, 'web-server');
const b = { title: 'B', design: setParam(a.design, web, 'instances', 5) };

beforeEach(() => {
  vi.useFakeTimers();
  fakes = [];
  expect(openPair(a, b, makeClient)).toBeNull();
  setPairSpeed(1);
  stands(0, 0);
  stands(1, 0);
});

afterEach(() => {
  closePair();
  vi.useRealTimers();
});

it('gives both the same luck and length, whatever their parts are called', () => {
  expect(fakes.map(({ plan }) => [plan.seed, plan.seconds])).toEqual([
    [a.design.seed, 60],
    [a.design.seed, 60],
  ]);
  const other = { ...b.design, nodes: b.design.nodes.map((node) => (node.id === web ? { ...node, id: 'other' } : node)) };
  const links = other.links.map((link) => ({
    ...link,
    from: link.from === web ? 'other' : link.from,
    to: link.to === web ? 'other' : link.to,
  }));
  openPair(a, { title: 'B', design: { ...other, links } }, makeClient);
  expect(fakes[3].plan.nodes.map(({ id }) => id)).toEqual(fakes[2].plan.nodes.map(({ id }) => id));
  expect(partInB(web)).toBe('other');
});

it('sends both to the same moments, and on only when both have come', () => {
  playPair();
  const [first] = fakes[0].sent;
  expect(fakes.map(({ sent }) => sent)).toEqual([[first], [first]]);
  stands(0, first);
  vi.advanceTimersByTime(5000);
  expect(fakes[0].sent).toEqual([first]);
  expect(pairStore.getState().time).toBe(0);
  stands(1, first - 0.001);
  vi.advanceTimersByTime(5000);
  expect(fakes[0].sent).toEqual([first]);
  stands(1, first);
  expect(pairStore.getState().time).toBe(first);
  vi.advanceTimersByTime(100);
  expect(fakes[0].sent).toHaveLength(2);
  expect(fakes[0].sent).toEqual(fakes[1].sent);
  // five seconds of waiting are no reason to leap
  expect(fakes[0].sent[1] - first).toBeLessThanOrEqual(0.25);
});

it('does to both what is done, when both stand, and never in between', () => {
  playPair();
  const [first] = fakes[0].sent;
  stands(0, first);
  doInBoth({ act: 'crash', node: web, instance: null });
  expect(fakes.map(({ acts }) => acts.length)).toEqual([0, 0]);
  stands(1, first);
  expect(fakes[0].acts).toEqual(fakes[1].acts);
  expect(fakes[0].acts).toHaveLength(1);
  const { runId, acts } = fakes[0];
  fakes[0].world.onMessage({ type: 'acted', runId, key: acts[0].key, at: first, branchedAt: null, acts: [] });
  expect(actsDone()).toEqual([
    [{ at: first, act: 'crash', node: web, instance: null }],
    [{ at: first, act: 'crash', node: web, instance: null }],
  ]);
});

it('stands where it is paused, goes back together, and ends together', () => {
  playPair();
  pausePair();
  const [first] = fakes[0].sent;
  stands(0, first);
  stands(1, first);
  vi.advanceTimersByTime(5000);
  expect(fakes[0].sent).toHaveLength(1);
  seekPair(12);
  expect(fakes.map(({ sought }) => sought)).toEqual([[12], [12]]);
  stands(0, 12);
  expect(pairStore.getState().time).toBe(first);
  stands(1, 12);
  expect(pairStore.getState().time).toBe(12);
  seekPair(1000);
  stands(0, 60);
  expect(pairStore.getState().status).toBe('paused');
  stands(1, 60);
  expect(pairStore.getState()).toMatchObject({ status: 'finished', time: 60 });
  playPair();
  expect(fakes[0].sought.at(-1)).toBe(0);
});

it('says which of the two cannot run, and what stopped them', () => {
  fakes[1].world.onMessage({ type: 'crashed', runId: fakes[1].runId, time: 3, why: 'memory' });
  expect(pairStore.getState()).toMatchObject({ status: 'crashed', crash: 'memory' });
  playPair();
  expect(fakes[0].sent).toEqual([]);
  const broken = { title: 'x', design: { ...a.design, links: [] } };
  expect(openPair(broken, b, makeClient)).toBe('a');
  expect(openPair(a, broken, makeClient)).toBe('b');
});

it('lets both go when it is closed', () => {
  closePair();
  expect(fakes.every(({ isStopped }) => isStopped)).toBe(true);
  expect(pairStore.getState().sides).toBeNull();
  expect(sideStores).toHaveLength(2);
});
