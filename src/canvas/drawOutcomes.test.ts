import { describe, expect, it } from 'vitest';
import type { Colours } from './colours.ts';
import { drawOutcomes } from './drawOutcomes.ts';
import type { CardPlace } from './gaugePainter.ts';

const colours = { ok: 'ok', busy: 'busy', saturated: 'saturated', down: 'down', surface: 'surface', stroke: 1 } as Colours;
const near: CardPlace = { x: 100, y: 200, height: 72, isBare: false, distance: 'near' };

interface Stroke {
  colour: string;
  width: number;
  isDashed: boolean;
  /** Degrees from the top with the clock, or places on the bar. */
  from: number;
  to: number;
  radius: number;
}

/** What is stroked, in order. */
function strokesOf(arcs: readonly number[], place: CardPlace, swept = 1, on = colours): Stroke[] {
  const strokes: Stroke[] = [];
  let [from, to, dash, radius] = [0, 0, 0, 0];
  const degrees = (angle: number): number => Math.round((angle * 180) / Math.PI + 90);
  const ctx = {
    strokeStyle: '',
    lineWidth: 0,
    lineCap: '',
    beginPath: () => undefined,
    setLineDash: (pattern: number[]) => {
      dash = pattern.length;
    },
    arc: (_x: number, _y: number, r: number, a: number, b: number) => {
      [from, to, radius] = [degrees(a), degrees(b), r];
    },
    moveTo: (_x: number, y: number) => {
      from = y;
    },
    lineTo: (_x: number, y: number) => {
      to = y;
    },
    stroke: () => {
      strokes.push({ colour: ctx.strokeStyle, width: ctx.lineWidth, isDashed: dash > 0, from, to, radius });
    },
  };
  drawOutcomes(ctx as unknown as CanvasRenderingContext2D, arcs, place, on, swept);
  return strokes;
}

/** By shape: ok, failed, retry, shed. */
const all = [0.4, 0.3, 0.2, 0.1];

describe('the ring of outcomes', () => {
  it('goes round from the top, each outcome as far as its share', () => {
    const ends = strokesOf(all, near).map(({ from, to }) => [from, to]);
    // ok, retry, failed, turned away and its hollow, a little apart
    expect(ends).toEqual([
      [3, 141],
      [147, 213],
      [219, 321],
      [327, 357],
      [327, 357],
    ]);
    expect(strokesOf([1, 0, 0, 0], near).map(({ from, to }) => to - from)).toEqual([360]);
  });

  it('tells outcomes apart without colour: thin, thick, dashed, hollow', () => {
    const [ok, retry, failed, shed, hollow] = strokesOf(all, near);
    expect(new Set([ok, retry, failed, shed].map(({ width, isDashed }) => `${width}/${isDashed}`)).size).toBe(3);
    expect(ok.width).toBeLessThan(failed.width / 2);
    expect([ok, retry, failed, shed].map(({ isDashed }) => isDashed)).toEqual([false, true, false, false]);
    expect(hollow).toMatchObject({ colour: 'surface', from: shed.from, to: shed.to });
    expect(hollow.width).toBeLessThan(shed.width);
  });

  it('never lies on the icon, and stays clear of the name on a projector, too', () => {
    for (const on of [colours, { ...colours, stroke: 1.75 }])
      for (const { colour, width, radius } of strokesOf(all, near, 1, on)) {
        if (colour === 'surface') continue;
        // half of the icon, which is 14 units wide while a run is shown, and one between
        expect(radius - width / 2).toBeGreaterThanOrEqual(8);
        // the name begins 14 units from the icon's middle
        expect(radius + width / 2).toBeLessThan(14);
      }
  });

  it('is a bar on the edge from far away, from its foot upwards', () => {
    const [ok, , failed] = strokesOf([0.5, 0.5, 0, 0], { ...near, distance: 'further' });
    expect(failed).toBeUndefined();
    expect(ok.from).toBeGreaterThan(ok.to);
    expect(ok.from).toBeLessThanOrEqual(near.y + near.height);
    expect(strokesOf(all, { ...near, distance: 'further' }).at(-1)!.to).toBeGreaterThanOrEqual(near.y);
  });

  it('sweeps: what is well again takes over from the top what was there', () => {
    const strokes = strokesOf([0, 1, 0, 0], near, 0.25);
    expect(strokes.map(({ colour }) => colour)).toEqual(['saturated', 'surface', 'ok']);
    expect(strokes.at(-1)).toMatchObject({ from: 0, to: 90 });
  });
});
