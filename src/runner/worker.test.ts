import { expect, it, vi } from 'vitest';
import { compile } from './compile.ts';
import { shop } from './designsForTests.ts';
import type { FromWorker } from './protocol.ts';

/** By its name only: what checks the page's files knows no worker's. */
const workerFile: string = './worker.ts';

/** The worker's own file in this process: what it posts, with all that it hands to `postMessage`, until it is done. */
async function postedBy(seconds: number): Promise<unknown[][]> {
  const { plan } = compile({ ...shop(), seconds });
  const posted: unknown[][] = [];
  const scope: { onmessage?: (event: { data: unknown }) => void; postMessage?: (...given: unknown[]) => void } = {};
  const done = new Promise<void>((resolve) => {
    scope.postMessage = (...given) => {
      posted.push(given);
      const message = given[0] as FromWorker;
      if (message.type === 'status' && message.status === 'finished') resolve();
    };
  });
  vi.stubGlobal('self', scope);
  await import(workerFile);
  const orders = [{ type: 'sample', every: 1 }, { type: 'load', runId: 1, plan }, { type: 'speed', speed: Infinity }, { type: 'play' }];
  for (const data of orders) scope.onmessage?.({ data });
  await done;
  vi.unstubAllGlobals();
  return posted;
}

// docs/performance.md: once a worker has given an array away, every access to any array takes longer
it('gives no array away: what it says is copied', async () => {
  const posted = await postedBy(5);
  const types = new Set(posted.map(([message]) => (message as FromWorker).type));
  expect([...types].sort()).toEqual(expect.arrayContaining(['frames', 'glance', 'loaded', 'samples', 'status']));
  expect(Math.max(...posted.map((given) => given.length))).toBe(1);
});
