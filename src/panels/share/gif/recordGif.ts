/** A GIF of the run as it plays: for browsers that record no video, and for places that show none. Packed by a worker meanwhile. */

import { ownWorker } from '../../../runner/ownWorker.ts';
import { filmScene } from '../filmScene.ts';
import type { FromGif, ToGif } from './gifWorker.ts';
import address from './gifWorker.ts?worker&url';

/** More would weigh more than the places take that want a GIF. Pixels and hundredths of a second. */
const widest = 800;
const pictureMs = 100;
const heaviestBytes = 10_000_000;
/** As many may wait for the worker; a machine that is slower than that makes pictures that stand longer. */
const mostWaiting = 3;

export interface Filming {
  /** Share of the time that is over, 0 to 1. */
  onShare: (share: number) => void;
  /** Ends it early; what was filmed until then is kept. */
  stop: AbortSignal;
  /** Ends it at once; nothing is kept. */
  cancel: AbortSignal;
}

/**
 * @param seconds of wall time
 * @returns null when it was cancelled
 */
export async function recordGif(seconds: number, { onShare, stop, cancel }: Filming): Promise<Blob | null> {
  const scene = await filmScene();
  const worker = ownWorker(address, 'gif');
  try {
    const scale = Math.min(1, widest / scene.width);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(scene.width * scale);
    canvas.height = Math.round(scene.height * scale);
    const ctx = canvas.getContext('2d', { willReadFrequently: true });
    if (!ctx) throw new Error('nothing to draw on');
    const gif = packer(worker, canvas.width, canvas.height);
    const began = performance.now();
    let last = began;
    for (;;) {
      const now = performance.now();
      const share = (now - began) / 1000 / seconds;
      if (cancel.aborted) return null;
      onShare(Math.min(1, share));
      if (share >= 1 || stop.aborted || gif.bytes() > heaviestBytes) break;
      if (gif.waiting() < mostWaiting) {
        scene.draw(ctx, scale);
        gif.add(ctx.getImageData(0, 0, canvas.width, canvas.height).data, Math.max(pictureMs, now - last));
        last = now;
      }
      await new Promise((done) => setTimeout(done, pictureMs));
    }
    const made = await gif.end();
    return cancel.aborted ? null : made;
  } finally {
    scene.end();
    worker.terminate();
  }
}

/** What the worker packs, and how far it is. */
function packer(worker: Worker, width: number, height: number) {
  let bytes = 0;
  let sent = 0;
  let packed = 0;
  let done: (made: Blob) => void = () => undefined;
  let failed: (reason: Error) => void = () => undefined;
  const made = new Promise<Blob>((resolve, reject) => {
    [done, failed] = [resolve, reject];
  });
  // Who waits for it is told; until then nobody does.
  made.catch(() => undefined);
  const tell = (message: ToGif, give: Transferable[] = []): void => worker.postMessage(message, give);
  worker.onmessage = ({ data }: MessageEvent<FromGif>) => {
    if (data.say === 'done') done(data.gif);
    else [bytes, packed] = [data.bytes, packed + 1];
  };
  worker.onerror = ({ message }) => failed(new Error(message || 'the worker could not be started'));
  tell({ say: 'begin', width, height });
  return {
    bytes: () => bytes,
    waiting: () => sent - packed,
    add(rgba: Uint8ClampedArray<ArrayBuffer>, ms: number) {
      sent++;
      tell({ say: 'picture', rgba: rgba.buffer, ms }, [rgba.buffer]);
    },
    end() {
      tell({ say: 'end' });
      return made;
    },
  };
}
