import { select } from 'd3-selection';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interrupt } from './cameraMotion.ts';
import { interpolateZoom } from './cameraPath.ts';

interface Motion {
  duration: (millis: number) => Motion;
  ease: (easing: (share: number) => number) => Motion;
  on: (names: string, listener: () => void) => Motion;
  tween: (name: string, tween: () => (share: number) => void) => Motion;
}

let frames: (() => void)[] = [];
let now = 0;

/** Plays the frames of a screen, one every `millis`. */
function play(count: number, millis: number): void {
  for (let i = 0; i < count; i++) {
    now += millis;
    for (const frame of frames.splice(0)) frame();
  }
}

beforeEach(() => {
  frames = [];
  now = 0;
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A motion of 100 ms over an element, and what it told. */
function motionOf(element: object, told: (string | number)[]): Motion {
  const motion = (select(element as Element) as unknown as { transition: () => Motion }).transition().duration(100);
  return motion
    .ease((share) => share)
    .on('start.zoom', () => told.push('start'))
    .on('interrupt.zoom end.zoom', () => told.push('over'))
    .on('end', () => told.push('end'))
    .tween('zoom', () => (share) => told.push(share));
}

describe('a motion of the camera', () => {
  it('goes to its very end, and says when it starts and ends', () => {
    const told: (string | number)[] = [];
    motionOf({}, told);
    play(6, 40);
    expect(told).toEqual(['start', 0.4, 0.8, 1, 'over', 'end']);
  });

  it('stops where it is when a hand takes hold', () => {
    const element = {};
    const told: (string | number)[] = [];
    motionOf(element, told);
    play(1, 40);
    interrupt(element as Element);
    play(4, 40);
    expect(told).toEqual(['start', 0.4, 'over']);
  });

  it('gives way to the next one, and to nobody else', () => {
    const [element, other] = [{}, {}];
    const told: (string | number)[] = [];
    const after: (string | number)[] = [];
    motionOf(element, told);
    play(1, 40);
    interrupt(other as Element);
    motionOf(element, after);
    play(4, 40);
    expect(told).toEqual(['start', 0.4, 'over']);
    expect(after).toEqual(['start', 0.4, 0.8, 1, 'over', 'end']);
  });

  it('says nothing of an end when it was stopped before it began', () => {
    const element = {};
    const told: (string | number)[] = [];
    motionOf(element, told);
    interrupt(element as Element);
    play(4, 40);
    expect(told).toEqual([]);
  });
});

describe('the way of the camera', () => {
  // Reference: d3-interpolate 3.0.2, interpolateZoom([30, 30, 40], [135, 85, 60]).
  it.each([
    [0, [30, 30, 40]],
    [0.25, [40.117580129377984, 35.299684829674185, 81.76932053638562]],
    [0.5, [72, 52, 126.04761005270991]],
    [1, [135, 85, 60]],
  ] as const)('is that of d3-interpolate: at %s', (share, view) => {
    const found = interpolateZoom([30, 30, 40], [135, 85, 60])(share);
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(view[i], 9);
    });
  });

  it('zooms evenly where it stands', () => {
    const way = interpolateZoom([10, 20, 800], [10, 20, 200]);
    expect(way(0.5)[2]).toBeCloseTo(400, 9);
    expect(way(1)[2]).toBeCloseTo(200, 9);
  });
});
