import { describe, expect, it } from 'vitest';
import { tipPlace } from './tipPlace.ts';

const view = { width: 1000, height: 700 };
const tip = { width: 100, height: 26 };

describe('the place of a tooltip', () => {
  it('is centred on the wished side', () => {
    expect(tipPlace({ left: 400, top: 300, width: 40, height: 32 }, tip, 'bottom', view)).toEqual({ x: 370, y: 338 });
    expect(tipPlace({ left: 400, top: 300, width: 40, height: 32 }, tip, 'left', view)).toEqual({ x: 294, y: 303 });
  });

  it('changes to the other side where there is no room', () => {
    expect(tipPlace({ left: 400, top: 660, width: 40, height: 32 }, tip, 'bottom', view).y).toBe(628);
    expect(tipPlace({ left: 20, top: 300, width: 40, height: 32 }, tip, 'left', view).x).toBe(66);
  });

  it('never leaves the window', () => {
    expect(tipPlace({ left: 980, top: 10, width: 20, height: 20 }, tip, 'bottom', view).x).toBe(892);
    expect(tipPlace({ left: 0, top: 10, width: 20, height: 20 }, tip, 'bottom', view).x).toBe(8);
  });
});
