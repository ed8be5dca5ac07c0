/** Links as the page reads them: see `linkReading.ts`. */

import workerUrl from '../runner/linkWorker.ts?worker&url';
import { ownWorker } from '../runner/ownWorker.ts';
import { beatMs, type LinkReading, readWatched } from './linkReading.ts';

/** Reads whatever somebody pasted or opened, in a worker. Never rejects. */
export function readLink(text: string): Promise<LinkReading> {
  return readWatched(text, {
    makeWorker: () => ownWorker(workerUrl, 'link'),
    everyBeat(beat) {
      const timer = setInterval(beat, beatMs);
      return () => clearInterval(timer);
    },
    readHere: async (given) => (await import('../design/codec.ts')).decodeLink(given),
  });
}
