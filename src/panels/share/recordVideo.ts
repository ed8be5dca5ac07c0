/** A WebM of the run as it plays. */

import { filmScene } from './filmScene.ts';

const framesPerSecond = 30;

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && typeof HTMLCanvasElement.prototype.captureStream === 'function' && typeOfVideo() !== null;

function typeOfVideo(): string | null {
  return ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'].find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/**
 * @param seconds of wall time
 * @param onShare how much of it is done, 0 to 1
 * @param signal ends it early; what was recorded until then is kept
 */
export async function recordVideo(seconds: number, onShare: (share: number) => void, signal: AbortSignal): Promise<Blob> {
  const type = typeOfVideo();
  if (type === null) throw new Error('nothing to record with');
  const scene = await filmScene();
  const canvas = document.createElement('canvas');
  canvas.width = scene.width;
  canvas.height = scene.height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('nothing to draw on');
  const recorder = new MediaRecorder(canvas.captureStream(framesPerSecond), { mimeType: type });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const ended = new Promise<void>((done) => recorder.addEventListener('stop', () => done(), { once: true }));
  recorder.start();
  const began = performance.now();
  await new Promise<void>((done) => {
    const step = (): void => {
      scene.draw(ctx, 1);
      const share = (performance.now() - began) / 1000 / seconds;
      onShare(Math.min(1, share));
      if (share >= 1 || signal.aborted) done();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  scene.end();
  recorder.stop();
  await ended;
  return new Blob(pieces, { type: 'video/webm' });
}
