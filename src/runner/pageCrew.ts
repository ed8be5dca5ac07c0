/** A crew of this browser's workers. The page makes one where it needs one, and loads this file late. */

import { type Crew, createCrew, crewBeatMs } from './crew.ts';
import type { Mishap } from './mishap.ts';
import { ownWorker } from './ownWorker.ts';

/** More than this costs memory for each and gains little on the machines that have them. */
const mostWorkers = 8;

/**
 * @param address the worker's, as `import address from './xWorker.ts?worker&url'` gives it; its code calls `serveCrew`
 * @param name shown by the browser's tools
 */
export function pageCrew<J, P, R>(address: string, name: string): Crew<J, P, R> {
  return createCrew<J, P, R>({
    makeMember(ears) {
      const worker = ownWorker(address, name);
      const died = (why: Mishap) => ears.died(why);
      let hasSpoken = false;
      worker.onmessage = ({ data }) => {
        hasSpoken = true;
        ears.said(data);
      };
      worker.onerror = () => died(hasSpoken ? 'engine' : 'unstarted');
      worker.onmessageerror = () => died('unreadable');
      return { send: (job) => worker.postMessage(job), end: () => worker.terminate() };
    },
    everyBeat(beat) {
      const timer = setInterval(beat, crewBeatMs);
      return () => clearInterval(timer);
    },
    size: Math.min(navigator.hardwareConcurrency || 1, mostWorkers),
  });
}
