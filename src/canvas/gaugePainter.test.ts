import { afterEach, expect, it, vi } from 'vitest';
import { loadText } from '../i18n/text.ts';
import { compile } from '../runner/compile.ts';
import { shop } from '../runner/designsForTests.ts';
import type { Colours } from './colours.ts';
import { createGaugePainter } from './gaugePainter.ts';
import type { LiveState } from './liveFeed.ts';
import { CELL, createPulse } from './pulse.ts';
import type { Reading } from './readings.ts';

afterEach(() => vi.unstubAllGlobals());

const colours = { lineSizes: { near: 12, far: 14, further: 16 }, font: 'sans-serif', ramp: ['0', '1', '2', '3', '4'], stroke: 1 };
const view = { width: 1000, height: 800, x: 0, y: 0, zoom: 1 };

/** One card with one cell; `paint` paints it once and says how high its last filling was, in canvas units. */
async function card() {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const { index } = compile(shop());
  const [place, node] = [index?.nodes[1], shop().nodes[1]];
  if (!index || !place || place.id !== node.id) throw new Error('no such part');
  const pulse = createPulse(place.firstSlot + place.slots);
  pulse.cell[place.firstSlot] = CELL.ok;
  const measured = vi.fn((text: string) => ({ width: 6 * text.length }));
  let fill = 0;
  let height = 0;
  const ctx = new Proxy({} as Record<string, unknown>, {
    get: (_, name) =>
      name === 'measureText'
        ? measured
        : name === 'roundRect'
          ? (_x: number, _y: number, _width: number, high: number) => {
              height = high;
            }
          : name === 'fill'
            ? () => {
                fill = height;
              }
            : () => undefined,
    set: () => true,
  }) as unknown as CanvasRenderingContext2D;
  const painter = createGaugePainter();
  const { canvas, common } = await loadText('en');
  const tell = (ratePerSecond: number): void => {
    const reading = { ratePerSecond, backlog: 0, hitShare: -1, lagSeconds: 0 } as Reading;
    const live: LiveState = { health: new Map(), readings: new Map([[node.id, reading]]), rates: new Map() };
    painter.tell({ ...canvas.live, duration: common.duration }, live);
  };
  painter.place(index);
  tell(100);
  const paint = (load: number, mayMove: boolean): number => {
    pulse.load[place.firstSlot] = load;
    fill = 0;
    painter.begin(ctx, pulse, colours as unknown as Colours, view, 0.016, true, mayMove);
    painter.paint(node, 1, 100, 100);
    return fill;
  };
  return { painter, paint, tell, measured };
}

it('lets fills rise while the run plays, and shows them at once where it stands', async () => {
  const { painter, paint } = await card();
  paint(0.1, true);
  expect(painter.isMoving()).toBe(false);
  const rising = paint(0.9, true);
  expect(painter.isMoving()).toBe(true);
  const there = paint(0.9, false);
  expect(painter.isMoving()).toBe(false);
  expect(rising).toBeGreaterThan(0);
  expect(there).toBeGreaterThan(3 * rising);
});

it('measures again only what says something else than before', async () => {
  const { paint, tell, measured } = await card();
  paint(0.5, false);
  const once = measured.mock.calls.length;
  expect(once).toBeGreaterThan(0);
  tell(100);
  paint(0.5, false);
  expect(measured).toHaveBeenCalledTimes(once);
  tell(250);
  paint(0.5, false);
  expect(measured.mock.calls.length).toBeGreaterThan(once);
});
