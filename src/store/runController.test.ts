import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addNode, emptyDesign, moveParts, removeParts, setParam, setWorkloadParam } from '../design/edits.ts';
import type { Plan } from '../engine/plan.ts';
import type { Client, ClientWorld } from '../runner/client.ts';
import { idOf, shop } from '../runner/designsForTests.ts';
import type { FromWorker, LiveAct } from '../runner/protocol.ts';
import { designStore } from './designStore.ts';
import {
  injectFault,
  newSeed,
  pause,
  play,
  restart,
  seek,
  setSampling,
  setSpeed,
  startRunController,
  step,
  stepBack,
  togglePlay,
} from './runController.ts';
import { runStore } from './runStore.ts';
import { onSamples } from './samples.ts';
import { sessionStore } from './sessionStore.ts';

const web = idOf(shop(), 'web-server');
const database = idOf(shop(), 'database');

let world: ClientWorld;
let plans: Plan[];
let said: string[];
let acts: { key: number; acts: readonly LiveAct[] }[];
let stop: () => void;

const fakeClient = (given: ClientWorld): Client => {
  world = given;
  return {
    warm: () => {},
    load: (_, plan) => {
      plans.push(plan);
      said.push('load');
    },
    play: () => void said.push('play'),
    pause: () => void said.push('pause'),
    step: (by) => void said.push(`step ${by}`),
    runTo: (time) => void said.push(`runTo ${time}`),
    seek: (time) => void said.push(`seek ${time}`),
    setSpeed: (speed) => void said.push(`speed ${speed}`),
    setSampling: (every) => void said.push(`sample ${every}`),
    act: (key, list) => void acts.push({ key, acts: list }),
    record: async () => null,
    stop: () => {},
  };
};

const tell = (message: FromWorker) => world.onMessage(message);
const runId = () => runStore.getState().runId;
const glance = (time: number) => tell({ type: 'glance', runId: runId(), time, trueSpeed: 1, instances: new Float32Array(0), soFar: null });
const status = (name: 'playing' | 'paused' | 'finished') =>
  tell({ type: 'status', runId: runId(), status: name, time: runStore.getState().time });
const edit = (change: Parameters<ReturnType<typeof designStore.getState>['edit']>[1]) => {
  designStore.getState().edit('setParam', change);
  vi.advanceTimersByTime(200);
};
/** The worker confirms what it was last asked to do. */
const acted = (at: number, branchedAt: number | null = null) => {
  const asked = acts.at(-1);
  if (asked) tell({ type: 'acted', runId: runId(), key: asked.key, at, branchedAt, acts: asked.acts.map((act) => ({ at, ...act })) });
};
const playingAt = (time: number) => {
  status('playing');
  glance(time);
  said.length = 0;
};

beforeEach(() => {
  vi.useFakeTimers();
  plans = [];
  said = [];
  acts = [];
  designStore.getState().open(emptyDesign(), null, 'mine');
  stop = startRunController({ makeClient: fakeClient, autoplay: true });
  designStore.getState().open(shop(), 'a', 'mine');
});

afterEach(() => {
  stop();
  setSampling('auto');
  sessionStore.getState().set({ traffic: true });
  vi.useRealTimers();
});

it('keeps what was asked for while it was on its way: a lesson’s speed, and play', () => {
  stop();
  said.length = 0;
  setSpeed(10);
  play();
  stop = startRunController({ makeClient: fakeClient, autoplay: false, speed: 4 });
  expect(runStore.getState().speed).toBe(10);
  expect(said.filter((word) => word.startsWith('speed'))).toEqual(['speed 10']);
  expect(said.slice(said.indexOf('load'))).toContain('play');
});

describe('opening', () => {
  it('loads the design and plays it', () => {
    expect(said.slice(-2)).toEqual(['load', 'play']);
    expect(runStore.getState()).toMatchObject({ status: 'loading', time: 0, startedFrom: designStore.getState().design });
    expect(runStore.getState().index?.nodes.map(({ id }) => id)).toEqual(shop().nodes.map(({ id }) => id));
  });

  it('waits for Play, or goes to a moment, when told so', () => {
    stop();
    stop = startRunController({ makeClient: fakeClient, autoplay: false });
    expect(said.at(-1)).toBe('load');
    stop();
    stop = startRunController({ makeClient: fakeClient, runTo: 30 });
    expect(said.slice(-2)).toEqual(['load', 'runTo 30']);
  });

  it('begins another run for another document, and ignores what the old one still says', () => {
    const old = runId();
    designStore.getState().open(setParam(shop(), web, 'vcpu', 8), 'b', 'mine');
    expect(plans).toHaveLength(2);
    tell({ type: 'status', runId: old, status: 'finished', time: 60 });
    expect(runStore.getState().status).toBe('loading');
  });
});

describe('edits while it runs', () => {
  it('turns a changed number into an act, and records when it took effect', () => {
    playingAt(4);
    edit((design) => setParam(design, web, 'vcpu', 8));
    expect(plans).toHaveLength(1);
    expect(acts).toEqual([{ key: expect.any(Number), acts: [{ act: 'param', node: 2, field: 1, value: 8 }] }]);
    expect(runStore.getState().interventions).toEqual([]);
    acted(4.213);
    expect(runStore.getState().interventions).toEqual([{ at: 4.213, act: 'set', node: web, field: 'vcpu', value: 8 }]);
  });

  it('takes undo as one more act', () => {
    playingAt(4);
    edit((design) => setParam(design, web, 'instances', 5));
    designStore.getState().undo();
    vi.advanceTimersByTime(200);
    expect(acts.map((each) => each.acts)).toEqual([[{ act: 'instances', node: 2, count: 5 }], [{ act: 'instances', node: 2, count: 2 }]]);
  });

  it('gathers the edits of a slider that is being dragged', () => {
    playingAt(4);
    for (let i = 1; i <= 20; i++) {
      designStore.getState().edit('setWorkload', (design) => setWorkloadParam(design, 'traffic', 1 + i / 10));
      vi.advanceTimersByTime(16);
    }
    vi.advanceTimersByTime(200);
    expect(acts.length).toBeLessThan(6);
    expect(acts.at(-1)?.acts).toEqual([{ act: 'workload', field: 0, value: 3 }]);
  });

  it('does nothing for places', () => {
    playingAt(4);
    edit((design) => moveParts(design, [{ id: web, x: 1, y: 1 }]));
    expect([plans.length, acts.length]).toEqual([1, 0]);
  });

  it('begins again for another structure, and for more instances than there is room', () => {
    playingAt(4);
    edit((design) => setParam(design, web, 'instances', 30));
    expect(plans).toHaveLength(2);
    expect(said).toEqual(expect.arrayContaining(['load', 'play']));
    expect(runStore.getState()).toMatchObject({ time: 0, frames: [], interventions: [] });
    pause();
    said.length = 0;
    edit((design) => addNode(design, 'cache', { x: 0, y: 0 }));
    expect(said).toContain('load');
    expect(said).not.toContain('play');
  });

  it('shows what is wrong, stands still, and plays on when it is mended', () => {
    playingAt(4);
    edit((design) => removeParts(design, { nodes: [web] }));
    expect(runStore.getState()).toMatchObject({ status: 'paused', layout: null });
    expect(runStore.getState().problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect(plans).toHaveLength(1);
    designStore.getState().undo();
    vi.advanceTimersByTime(200);
    expect(plans).toHaveLength(2);
    expect(said.slice(-2)).toEqual(['load', 'play']);
  });

  it('is just the beginning of the run before the run has begun', () => {
    edit((design) => setParam(design, web, 'vcpu', 8));
    expect([plans.length, acts.length]).toEqual([2, 0]);
    expect(runStore.getState().startedFrom).toBe(designStore.getState().design);
  });

  it('leaves a finished run to be read, and runs the new design when it is played again', () => {
    playingAt(60);
    status('finished');
    edit((design) => setParam(design, web, 'vcpu', 8));
    expect([plans.length, acts.length]).toEqual([1, 0]);
    play();
    expect(plans).toHaveLength(2);
    expect(said.slice(-2)).toEqual(['load', 'play']);
  });
});

describe('acts of the user', () => {
  it('breaks and mends, after the edits that were made before', () => {
    playingAt(7);
    designStore.getState().edit('setParam', (design) => setParam(design, web, 'vcpu', 4));
    injectFault(database, 0, 'crash');
    injectFault(web, null, 'slow', 3);
    expect(acts.map((each) => each.acts[0])).toEqual([
      { act: 'param', node: 2, field: 1, value: 4 },
      { act: 'crash', node: 3, instance: 0, factor: 1 },
      { act: 'slow', node: 2, instance: -1, factor: 3 },
    ]);
    acted(7.001);
    expect(runStore.getState().interventions).toEqual([{ at: 7.001, act: 'slow', node: web, instance: null, factor: 3 }]);
    status('finished');
    injectFault(database, 0, 'recover');
    expect(acts).toHaveLength(3);
  });

  it('plays, pauses, steps, restarts and changes its luck', () => {
    playingAt(7);
    togglePlay();
    status('paused');
    step('frame');
    togglePlay();
    expect(said).toEqual(['pause', 'step frame', 'play']);
    status('playing');
    restart();
    expect(plans).toHaveLength(2);
    expect(plans[1]).toEqual(plans[0]);
    newSeed();
    vi.advanceTimersByTime(200);
    expect(plans[2].seed).not.toBe(plans[0].seed);
    designStore.getState().undo();
    vi.advanceTimersByTime(200);
    expect(plans[3].seed).toBe(plans[0].seed);
  });

  it('chooses round numbers of requests per dot, fewer dots at higher speed, none when traffic is off', () => {
    const rate = (ratePerSecond: number) => edit((design) => setParam(design, idOf(design, 'users'), 'ratePerSecond', ratePerSecond));
    rate(100);
    setSpeed(1);
    expect(runStore.getState().sampleEvery).toBe(5);
    setSpeed(16);
    expect(runStore.getState().sampleEvery).toBe(100);
    setSpeed(Number.POSITIVE_INFINITY);
    expect(runStore.getState().sampleEvery).toBe(500);
    rate(0);
    expect(runStore.getState().sampleEvery).toBe(1);
    sessionStore.getState().set({ traffic: false });
    expect(said.at(-1)).toBe('sample 0');
    sessionStore.getState().set({ traffic: true });
    setSampling(7);
    expect(said.at(-1)).toBe('sample 7');
  });
});

describe('what the worker says', () => {
  const frame = (index: number) => ({ index, start: index, end: index + 1, values: new Float64Array(1), latency: new Uint32Array(0) });

  it('reaches the store, the newest 3600 frames of it', () => {
    tell({ type: 'loaded', runId: runId(), layout: { columns: [] } });
    tell({
      type: 'frames',
      runId: runId(),
      frames: Array.from({ length: 3600 }, (_, i) => frame(i)),
      notes: [],
      notable: new Float64Array(0),
    });
    const note = { time: 1, code: 'crash', node: 0, instance: 0, value: 1 } as const;
    tell({ type: 'frames', runId: runId(), frames: [frame(3600)], notes: [note], notable: new Float64Array(0) });
    const { frames, notes, layout } = runStore.getState();
    expect([frames.length, frames[0].index, frames.at(-1)?.index]).toEqual([3600, 1, 3600]);
    expect([notes, layout]).toEqual([[note], { columns: [] }]);
  });

  it('hands samples to whoever listens, of this run only', () => {
    const heard: number[] = [];
    const deaf = onSamples((rows) => heard.push(rows.length));
    tell({ type: 'samples', runId: runId(), rows: new Float64Array(8) });
    tell({ type: 'samples', runId: runId() - 1, rows: new Float64Array(16) });
    deaf();
    tell({ type: 'samples', runId: runId(), rows: new Float64Array(24) });
    expect(heard).toEqual([8]);
  });

  it('shows a crash, and begins again on Play', () => {
    playingAt(5);
    tell({ type: 'crashed', runId: runId(), time: 5.5, why: 'engine' });
    expect(runStore.getState()).toMatchObject({ status: 'crashed', crash: 'engine', time: 5.5 });
    play();
    expect(runStore.getState()).toMatchObject({ status: 'loading', crash: null, time: 0 });
  });

  it('forgets what a replaced worker has shown, but not what the user did', () => {
    playingAt(5);
    injectFault(database, 0, 'crash');
    acted(5.1);
    tell({ type: 'frames', runId: runId(), frames: [frame(0)], notes: [], notable: new Float64Array(0) });
    world.onRestarted();
    expect(runStore.getState()).toMatchObject({ frames: [], time: 0, status: 'loading' });
    expect(runStore.getState().interventions).toHaveLength(1);
  });
});

describe('another moment', () => {
  const vcpu = (count: number) => (design: Parameters<typeof setParam>[0]) => setParam(design, web, 'vcpu', count);
  /** Played to 60 s; the web server got 4 vCPUs at 50 s. */
  const played = () => {
    playingAt(50);
    edit(vcpu(4));
    acted(50);
    glance(60);
    acts.length = 0;
    said.length = 0;
  };
  const back = (time: number) => {
    seek(time);
    tell({ type: 'rewound', runId: runId(), frames: 0, notes: 0, time });
    glance(time);
  };

  it('goes one second further back with every press, answered or not', () => {
    played();
    for (let press = 0; press < 4; press++) stepBack();
    expect(said).toEqual(['seek 59', 'seek 58', 'seek 57', 'seek 56']);
    glance(56);
    play();
    glance(56.4);
    stepBack();
    expect(said.at(-1)).toBe('seek 56');
  });

  it('keeps what was done later while nothing new is done', () => {
    played();
    back(30);
    expect(said).toEqual(['seek 30']);
    play();
    expect(acts).toEqual([]);
    expect(runStore.getState().interventions).toHaveLength(1);
  });

  it('takes another future with the next edit, from what the run stands at there', () => {
    played();
    back(30);
    edit(vcpu(8));
    expect(acts).toHaveLength(1);
    acted(30.001, 30);
    expect(runStore.getState().interventions).toEqual([{ at: 30.001, act: 'set', node: web, field: 'vcpu', value: 8 }]);
  });

  it('brings the parameters that the design shows along when a fault begins another future', () => {
    played();
    back(30);
    injectFault(database, 0, 'crash');
    expect(acts.map(({ acts: [first] }) => first.act)).toEqual(['param', 'crash']);
    back(55);
    acts.length = 0;
    injectFault(database, 0, 'recover');
    expect(acts.map(({ acts: [first] }) => first.act)).toEqual(['recover']);
  });
});
