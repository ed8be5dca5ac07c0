/** Fills that are told apart without their colour: the canvas twins of the legend's swatches. */

export type FillName = 'solid' | 'hatch' | 'dots' | 'bars';

/** A fill for a canvas, drawn for this screen's density; the surface shows through, as in the swatch. */
export function fillPattern(name: FillName, colour: string, surface: string): CanvasPattern | string {
  if (name === 'solid') return colour;
  const scale = devicePixelRatio;
  const size = Math.round(6 * scale);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const ctx = tile.getContext('2d');
  if (!ctx) return colour;
  ctx.fillStyle = surface;
  ctx.fillRect(0, 0, size, size);
  ctx.globalAlpha = 0.16;
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, size, size);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.3 * scale;
  ctx.beginPath();
  if (name === 'hatch') {
    // Drawn three times so that the diagonal meets itself across the tile's edges.
    for (const shift of [-size, 0, size]) {
      ctx.moveTo(shift - 1, size + 1);
      ctx.lineTo(shift + size + 1, -1);
    }
  } else if (name === 'bars') {
    ctx.moveTo(size / 2, 0);
    ctx.lineTo(size / 2, size);
  } else {
    ctx.fillStyle = colour;
    ctx.arc(size / 2, size / 2, 1.1 * scale, 0, 2 * Math.PI);
    ctx.fill();
  }
  if (name !== 'dots') ctx.stroke();
  return ctx.createPattern(tile, 'repeat') ?? colour;
}
