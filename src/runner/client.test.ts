import { describe, expect, it } from 'vitest';
import type { Plan } from '../engine/plan.ts';
import { createClient, type WorkerLike } from './client.ts';
import { compile } from './compile.ts';
import { shop } from './designsForTests.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const plan = compile(shop()).plan as Plan;

interface FakeWorker extends WorkerLike {
  said: ToWorker[];
  ended: boolean;
  says(message: FromWorker): void;
}

function setting({ failToMake = 0 } = {}) {
  const workers: FakeWorker[] = [];
  const messages: FromWorker[] = [];
  let beat = () => {};
  let restarts = 0;
  let refusals = failToMake;
  const client = createClient({
    makeWorker() {
      if (refusals-- > 0) throw new Error('forbidden');
      const said: ToWorker[] = [];
      const worker: FakeWorker = {
        said,
        ended: false,
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        postMessage: (message) => said.push(message),
        terminate: () => {
          worker.ended = true;
        },
        says: (message) => worker.onmessage?.({ data: message } as MessageEvent<FromWorker>),
      };
      workers.push(worker);
      return worker;
    },
    onMessage: (message) => messages.push(message),
    onRestarted: () => restarts++,
    everyBeat: (each) => {
      beat = each;
      return () => {
        beat = () => {};
      };
    },
  });
  const silence = (beats: number) => {
    for (let i = 0; i < beats; i++) beat();
  };
  return { client, workers, messages, silence, restarts: () => restarts };
}

const loaded = (runId: number): FromWorker => ({ type: 'loaded', runId, layout: { columns: [] } });
const playing = (runId: number): FromWorker => ({ type: 'status', runId, status: 'playing', time: 0 });

describe('client', () => {
  it('starts a worker, tells it speed and sampling, and passes on what it says', () => {
    const { client, workers, messages } = setting();
    client.setSpeed(16);
    client.load(1, plan);
    client.play();
    expect(workers[0].said.map(({ type }) => type)).toEqual(['speed', 'sample', 'load', 'play']);
    workers[0].says(loaded(1));
    workers[0].says(loaded(7));
    expect(messages).toEqual([loaded(1)]);
    client.load(2, plan);
    expect(workers).toHaveLength(1);
  });

  it('ux 4.6 #58: replaces a worker that falls silent while playing, once, with everything the user did', () => {
    const { client, workers, messages, silence, restarts } = setting();
    client.load(1, plan);
    workers[0].says(loaded(1));
    client.play();
    workers[0].says(playing(1));
    const act = { act: 'crash', node: 3, instance: 0, factor: 1 } as const;
    workers[0].says({ type: 'acted', runId: 1, key: 1, at: 4.2, branchedAt: null, acts: [{ at: 4.2, ...act }] });
    client.act(2, [{ ...act, act: 'recover' }]);
    silence(5);
    expect(restarts()).toBe(0);
    silence(1);
    expect(restarts()).toBe(1);
    expect(workers[0].ended).toBe(true);
    const load = workers[1].said.find((message) => message.type === 'load');
    expect(load?.plan.acts).toEqual([{ at: 4.2, ...act }]);
    expect(workers[1].said.map(({ type }) => type)).toEqual(['speed', 'sample', 'load', 'act', 'play']);
    workers[1].says(loaded(1));
    workers[1].says(playing(1));
    silence(6);
    expect(workers[1].ended).toBe(true);
    expect(messages.at(-1)).toMatchObject({ type: 'crashed', runId: 1, why: 'silent' });
    expect(restarts()).toBe(1);
  });

  it('fetches the code of the worker before there is a run', () => {
    const { client, workers } = setting();
    client.warm();
    expect(workers).toHaveLength(1);
    client.load(1, plan);
    expect(workers).toHaveLength(1);
    expect(workers[0].said.at(-1)).toMatchObject({ type: 'load', runId: 1 });
  });

  it('waits half a minute for the first word, which a slow line may hold up', () => {
    const { client, workers, silence, restarts } = setting();
    client.load(1, plan);
    client.play();
    silence(59);
    expect(restarts()).toBe(0);
    silence(1);
    expect(restarts()).toBe(1);
    expect(workers[0].ended).toBe(true);
  });

  it('is patient with a worker that stands, and with one that goes on answering', () => {
    const { client, workers, silence, restarts } = setting();
    client.load(1, plan);
    workers[0].says(loaded(1));
    silence(100);
    client.play();
    for (let i = 0; i < 10; i++) {
      silence(5);
      workers[0].says(playing(1));
    }
    client.pause();
    workers[0].says({ type: 'status', runId: 1, status: 'paused', time: 3 });
    silence(100);
    expect(restarts()).toBe(0);
  });

  it('ux 4.6 #58: never throws: no worker at all is a crashed run', () => {
    const { client, messages } = setting({ failToMake: 2 });
    client.load(1, plan);
    client.play();
    client.act(1, []);
    expect(messages).toEqual([{ type: 'crashed', runId: 1, time: 0, why: 'unstarted' }]);
  });

  it('ux 4.6 #58: gets a worker at the second try when the first could not be made or broke', () => {
    const once = setting({ failToMake: 1 });
    once.client.load(1, plan);
    expect(once.workers[0].said.at(-1)).toMatchObject({ type: 'load', runId: 1 });
    const broken = setting();
    broken.client.load(1, plan);
    broken.workers[0].onerror?.({ message: '404' } as ErrorEvent);
    expect(broken.workers[1].said.at(-1)).toMatchObject({ type: 'load', runId: 1 });
  });

  it('ux 4.6 #58: replaces a worker whose message cannot be read, once, and outlives a hundred thousand that can', () => {
    const { client, workers, messages, restarts } = setting();
    client.load(1, plan);
    workers[0].says(loaded(1));
    client.play();
    for (let i = 0; i < 100_000; i++) workers[0].says(playing(1));
    expect([messages.length, restarts()]).toEqual([100_001, 0]);
    workers[0].onmessageerror?.({} as MessageEvent);
    expect([restarts(), workers[0].ended]).toEqual([1, true]);
    workers[1].onmessageerror?.({} as MessageEvent);
    expect(messages.at(-1)).toMatchObject({ type: 'crashed', runId: 1 });
    expect(workers).toHaveLength(2);
  });

  it('ux 4.6 #58: a worker that is forbidden says nothing, not even why; one whose memory ran out says so in its last error', () => {
    const forbidden = setting();
    forbidden.client.load(1, plan);
    for (const worker of [0, 1]) forbidden.workers[worker].onerror?.({} as ErrorEvent);
    expect(forbidden.messages).toEqual([{ type: 'crashed', runId: 1, time: 0, why: 'unstarted' }]);
    for (const message of ['Uncaught RangeError: Array buffer allocation failed', 'Uncaught RangeError: Invalid typed array length: -1']) {
      const { client, workers, messages, restarts } = setting();
      client.load(1, plan);
      for (const worker of [0, 1]) {
        workers[worker].says(loaded(1));
        client.play();
        workers[worker].onerror?.({ message } as ErrorEvent);
      }
      expect([restarts(), workers[1].ended]).toEqual([1, true]);
      expect(messages.at(-1)).toEqual({ type: 'crashed', runId: 1, time: 0, why: 'memory' });
    }
  });

  it('ux 4.6 #58: takes an engine that failed at its word, and makes a new worker for the next run', () => {
    const { client, workers, messages, restarts } = setting();
    client.load(1, plan);
    workers[0].says({ type: 'crashed', runId: 1, time: 3, why: 'engine' });
    expect(restarts()).toBe(0);
    expect(messages).toHaveLength(1);
    client.load(2, plan);
    expect(workers).toHaveLength(2);
  });
});
