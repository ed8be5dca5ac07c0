import { describe, expect, it, vi } from 'vitest';
import { type Decoded, decodeLink, encodeLink } from '../design/codec.ts';
import { chapter } from '../library/chapter.ts';
import type { FromLinkWorker } from '../runner/linkWorker.ts';
import { type LinkWorkerLike, type ReadingWorld, readWatched } from './linkReading.ts';

type Behaviour = 'answers' | 'is silent' | 'never starts' | 'breaks at once' | 'breaks over it';

/** Workers of the given kinds, one after the other, and beats that a test lets fall. */
function worldOf(...kinds: (Behaviour | 'none')[]) {
  const beats = new Set<() => void>();
  const workers: { ended: boolean }[] = [];
  const readHere = vi.fn((text: string): Promise<Decoded> => decodeLink(text));
  const world: ReadingWorld = {
    makeWorker() {
      const kind = kinds[workers.length];
      if (kind === 'none' || kind === undefined) throw new Error('SecurityError');
      const state = { ended: false };
      workers.push(state);
      const tell = (data: FromLinkWorker) => worker.onmessage?.({ data } as MessageEvent<FromLinkWorker>);
      const fail = () => worker.onerror?.({ message: 'broken' } as ErrorEvent);
      const worker: LinkWorkerLike = {
        onmessage: null,
        onerror: null,
        terminate: () => {
          state.ended = true;
        },
        postMessage: (text) => {
          if (kind === 'answers') void decodeLink(text).then((decoded) => tell({ say: 'read', decoded }));
          if (kind === 'breaks over it') fail();
        },
      };
      queueMicrotask(() => {
        if (kind === 'breaks at once') fail();
        else if (kind !== 'never starts') tell({ say: 'ready' });
      });
      return worker;
    },
    everyBeat(beat) {
      beats.add(beat);
      return () => beats.delete(beat);
    },
    readHere,
  };
  const pass = async (count: number) => {
    for (let i = 0; i < count; i++) {
      for (const beat of beats) beat();
      await Promise.resolve();
    }
  };
  return { world, workers, readHere, pass, beats };
}

const link = await encodeLink(chapter.design);

describe('a link', () => {
  it('is read by the worker, which is ended then, and not by the page', async () => {
    const { world, workers, readHere, beats } = worldOf('answers');
    expect(await readWatched(link, world)).toMatchObject({ ok: true, design: chapter.design });
    expect([workers.map(({ ended }) => ended), readHere.mock.calls.length, beats.size]).toEqual([[true], 0, 0]);
  });

  it('that takes longer than half a second is tried once more with more patience, then refused', async () => {
    const { world, workers, readHere, pass, beats } = worldOf('is silent', 'is silent');
    const reading = readWatched(link, world);
    await pass(2);
    expect(workers.length).toBe(1);
    await pass(10);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    await pass(50);
    expect(await reading).toEqual({ ok: false, problem: { code: 'too-slow' } });
    expect([workers.map(({ ended }) => ended), readHere.mock.calls.length, beats.size]).toEqual([[true, true], 0, 0]);
  });

  it('is opened when only the first worker was too slow', async () => {
    const { world, pass } = worldOf('is silent', 'answers');
    const reading = readWatched(link, world);
    await pass(14);
    expect(await reading).toMatchObject({ ok: true });
  });

  it.each(['none', 'breaks at once'] as const)('is read by the page where a worker %s', async (kind) => {
    const { world, readHere } = worldOf(kind);
    expect(await readWatched(link, world)).toMatchObject({ ok: true });
    expect(readHere).toHaveBeenCalledOnce();
  });

  it('is read by the page where a worker’s code never comes', async () => {
    const { world, readHere, pass } = worldOf('never starts');
    const reading = readWatched(link, world);
    await pass(400);
    expect(await reading).toMatchObject({ ok: true });
    expect(readHere).toHaveBeenCalledOnce();
  });

  it('that breaks two workers is never given to the page', async () => {
    const { world, readHere } = worldOf('breaks over it', 'breaks over it');
    expect(await readWatched(link, world)).toEqual({ ok: false, problem: { code: 'too-slow' } });
    expect(readHere).not.toHaveBeenCalled();
  });
});
