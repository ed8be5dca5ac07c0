/** The cases spread over all cores: the longest first, each worker taking the next when it is done with one. */

import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { readCases } from '../../src/physics/caseFile.ts';
import { type CaseResult, goalFor, type Options, runCase } from '../../src/physics/check.ts';

interface Job {
  /** The file's text: a worker reads the cases itself, for they hold readers that cannot be sent. */
  text: string;
  options: Options;
}

/** The other side: answers each id it is sent with that case's result. Called where the bundle finds itself a worker. */
export function serve(job: Job): void {
  const cases = new Map(readCases(job.text).map((given) => [given.id, given]));
  parentPort?.on('message', (id: string) => {
    const given = cases.get(id);
    if (given) parentPort?.postMessage(runCase(given, job.options));
  });
}

/** A bundle that can start itself as a worker, or null to play everything here. */
export async function runAll(
  text: string,
  ids: readonly string[],
  options: Options,
  bundle: URL | null,
  onResult: (result: CaseResult) => void,
): Promise<CaseResult[]> {
  const cases = readCases(text).filter(({ id }) => ids.includes(id));
  const results = new Map<string, CaseResult>();
  const take = (result: CaseResult) => {
    results.set(result.id, result);
    onResult(result);
  };
  if (bundle === null) {
    for (const given of cases) take(runCase(given, options));
  } else {
    const queue = [...cases].sort((a, b) => goalFor(b, options).n - goalFor(a, options).n).map(({ id }) => id);
    const crew = Math.min(availableParallelism(), queue.length);
    await Promise.all(Array.from({ length: crew }, () => work(bundle, { text, options }, queue, take)));
  }
  return cases.map(({ id }) => results.get(id) as CaseResult);
}

function work(bundle: URL, job: Job, queue: string[], take: (result: CaseResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(bundle, { workerData: job });
    const next = () => {
      const id = queue.shift();
      if (id !== undefined) {
        worker.postMessage(id);
        return;
      }
      resolve();
      void worker.terminate();
    };
    worker.on('message', (result: CaseResult) => {
      take(result);
      next();
    });
    worker.on('error', reject);
    next();
  });
}
