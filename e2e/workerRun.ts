/** A plan run by the built page's own worker, in whichever browser: plan in, frames out. */

import { readdirSync } from 'node:fs';
import type { Frame } from '../src/engine/frame.ts';
import type { Plan } from '../src/engine/plan.ts';
import { framesHash } from '../src/runner/framesHash.ts';

/** Where the page's files are served that carry no security policy of their own, so that a test may start the worker there. */
export const quietPage = 'favicon.svg';

export function workerFile(): string {
  const file = readdirSync('dist/assets').find((name) => /^worker-.*\.js$/.test(name));
  if (!file) throw new Error('dist has no worker: build first');
  return `assets/${file}`;
}

export interface WorkerRun {
  workerUrl: string;
  plan: Plan;
  /** Moments to go back to before the run plays to its end for good; none without it. */
  visits?: readonly number[];
}

/** Frames as a browser hands them over: bytes in base64, since neither protocol carries typed arrays. */
export type PackedFrame = { index: number; values: string; latency: string };

/** Runs inside the browser, so it may use nothing of this module. */
export function framesFromWorker({ workerUrl, plan, visits = [] }: WorkerRun): Promise<PackedFrame[]> {
  const pack = (array: Float64Array | Uint32Array): string => {
    let text = '';
    for (const byte of new Uint8Array(array.buffer, array.byteOffset, array.byteLength)) text += String.fromCharCode(byte);
    return btoa(text);
  };
  return new Promise((resolve, reject) => {
    let frames: PackedFrame[] = [];
    const left = [...visits];
    const worker = new Worker(workerUrl, { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.type === 'crashed') reject(new Error(data.message));
      if (data.type === 'frames') {
        for (const { index, values, latency } of data.frames) frames.push({ index, values: pack(values), latency: pack(latency) });
      }
      if (data.type === 'rewound') frames = frames.filter(({ index }) => index < data.frames);
      if (data.type !== 'status' || data.status !== 'finished') return;
      const visit = left.shift();
      if (visit === undefined) {
        resolve(frames);
        return;
      }
      worker.postMessage({ type: 'seek', time: visit });
      worker.postMessage({ type: 'play' });
    };
    worker.postMessage({ type: 'load', runId: 1, plan });
    worker.postMessage({ type: 'speed', speed: Number.POSITIVE_INFINITY });
    worker.postMessage({ type: 'play' });
  });
}

export function hashOfPacked(frames: readonly PackedFrame[]): string {
  const unpack = (text: string) => new Uint8Array(Buffer.from(text, 'base64')).buffer;
  return framesHash(
    frames.map(({ index, values, latency }): Frame => {
      return { index, start: 0, end: 0, values: new Float64Array(unpack(values)), latency: new Uint32Array(unpack(latency)) };
    }),
  );
}
