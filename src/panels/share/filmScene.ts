/** What a film shows: the picture of the design, renewed a few times a second, and on it the dots of the canvas as they move. */

import { currentCamera } from '../../canvas/viewport.ts';
import { imageOf, pictureNow } from './pictureNow.ts';

/** Between two renewals of the picture under the dots. */
const renewMs = 250;

export interface FilmScene {
  /** Of the canvas on the page, pixels. */
  width: number;
  height: number;
  /** As the canvas looks now, at this share of its size. */
  draw(ctx: CanvasRenderingContext2D, scale: number): void;
  end(): void;
}

export async function filmScene(): Promise<FilmScene> {
  const frame = document.getElementById('canvas');
  if (!frame) throw new Error('nothing to film');
  const [width, height] = [frame.clientWidth, frame.clientHeight];
  let picture: { image: HTMLImageElement; left: number; top: number } | null = null;
  const renew = async (): Promise<void> => {
    const { svg } = pictureNow();
    const [left, top] = (/viewBox="(-?[\d.]+) (-?[\d.]+)/.exec(svg) ?? []).slice(1).map(Number);
    picture = { image: await imageOf(svg), left, top };
  };
  await renew();
  const renewal = setInterval(() => void renew(), renewMs);
  return {
    width,
    height,
    draw(ctx, scale) {
      ctx.setTransform(scale, 0, 0, scale, 0, 0);
      ctx.fillStyle = getComputedStyle(frame).getPropertyValue('--canvas') || 'white';
      ctx.fillRect(0, 0, width, height);
      if (!picture) return;
      const { x, y, zoom } = currentCamera();
      ctx.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
      ctx.drawImage(picture.image, picture.left, picture.top);
      ctx.setTransform(scale, 0, 0, scale, 0, 0);
      for (const layer of frame.querySelectorAll<HTMLCanvasElement>('canvas[data-layer="traffic"]'))
        if (layer.width > 0) ctx.drawImage(layer, 0, 0, width, height);
    },
    end: () => clearInterval(renewal),
  };
}
