/** A WebM of the run as it plays: the picture, renewed a few times a second, and on it the dots of the canvas as they move. */

import { currentCamera } from '../../canvas/viewport.ts';
import { imageOf, pictureNow } from './pictureNow.ts';

const framesPerSecond = 30;
/** Between two renewals of the picture under the dots. */
const renewMs = 250;

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
  const frame = document.getElementById('canvas');
  const type = typeOfVideo();
  if (!frame || type === null) throw new Error('nothing to record with');
  const [width, height] = [frame.clientWidth, frame.clientHeight];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('nothing to draw on');
  let picture: { image: HTMLImageElement; left: number; top: number } | null = null;
  const renew = async (): Promise<void> => {
    const { svg } = pictureNow();
    const [left, top] = (/viewBox="(-?[\d.]+) (-?[\d.]+)/.exec(svg) ?? []).slice(1).map(Number);
    picture = { image: await imageOf(svg), left, top };
  };
  await renew();
  const draw = (): void => {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = getComputedStyle(frame).getPropertyValue('--canvas') || 'white';
    ctx.fillRect(0, 0, width, height);
    if (!picture) return;
    const { x, y, zoom } = currentCamera();
    ctx.setTransform(zoom, 0, 0, zoom, x, y);
    ctx.drawImage(picture.image, picture.left, picture.top);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    for (const layer of frame.querySelectorAll<HTMLCanvasElement>('canvas[data-layer="traffic"]'))
      if (layer.width > 0) ctx.drawImage(layer, 0, 0, width, height);
  };
  const recorder = new MediaRecorder(canvas.captureStream(framesPerSecond), { mimeType: type });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const ended = new Promise<void>((done) => recorder.addEventListener('stop', () => done(), { once: true }));
  recorder.start();
  const began = performance.now();
  const renewal = setInterval(() => void renew(), renewMs);
  await new Promise<void>((done) => {
    const step = (): void => {
      draw();
      const share = (performance.now() - began) / 1000 / seconds;
      onShare(Math.min(1, share));
      if (share >= 1 || signal.aborted) done();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  clearInterval(renewal);
  recorder.stop();
  await ended;
  return new Blob(pieces, { type: 'video/webm' });
}
