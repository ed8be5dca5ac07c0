/** The crew of `runner/crew.ts` over Node's threads: a command's bundle starts itself again as a worker. */

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Crew, createCrew, crewBeatMs, type FromMember } from '../src/runner/crew.ts';

interface Hired {
  crewRole: string;
}

/**
 * @param bundle this command as a file that can be a worker
 * @param role told to the worker, which asks `isHiredAs` for it
 * @param size most threads; as many as the machine runs at once without it
 * @param silentSeconds after which a worker with a job is taken for dead, where its jobs may be silent for longer than usual
 */
export function nodeCrew<J, P, R>(bundle: URL, role: string, size = availableParallelism(), silentSeconds?: number): Crew<J, P, R> {
  return createCrew<J, P, R>({
    ...(silentSeconds === undefined ? {} : { mostSilentBeats: (1000 * silentSeconds) / crewBeatMs }),
    makeMember(ears) {
      const worker = new Worker(bundle, { workerData: { crewRole: role } satisfies Hired });
      worker.on('message', (message) => ears.said(message));
      worker.on('error', (error) => ears.died(error.message));
      worker.on('exit', () => ears.died('the worker ended by itself'));
      return { send: (job) => worker.postMessage(job), end: () => void worker.terminate() };
    },
    everyBeat(beat) {
      const timer = setInterval(beat, crewBeatMs);
      return () => clearInterval(timer);
    },
    size,
  });
}

/** Whether this bundle was started as such a worker, and not as the command. */
export const isHiredAs = (role: string): boolean => !isMainThread && (workerData as Hired | null)?.crewRole === role;

/** As `serveCrew` of `runner/crewMember.ts`, within a thread. */
export function serveNodeCrew<J, P, R>(play: (job: J, say: (partial: P) => void) => R): void {
  const send = (message: FromMember<P, R>) => parentPort?.postMessage(message);
  parentPort?.on('message', (job: J) => {
    try {
      send({ say: 'done', result: play(job, (partial) => send({ say: 'partial', partial })) });
    } catch (error) {
      send({ say: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  });
}
