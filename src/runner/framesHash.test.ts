import { describe, expect, it } from 'vitest';
import type { Frame } from '../engine/frame.ts';
import { createFramesHash, framesHash } from './framesHash.ts';

const frame = (values: number[], latency: number[] = [], index = 0): Frame => ({
  index,
  start: index,
  end: index + 1,
  values: Float64Array.from(values),
  latency: Uint32Array.from(latency),
});

describe('framesHash', () => {
  it('is this text for these frames, on every machine and for ever', () => {
    expect(framesHash([frame([1, 0.1, -1], [65_537, 3]), frame([2, 1e-300, 7], [], 1)])).toBe('c4321ed5e3629820');
  });

  it('sees the last bit, the order, and where a frame ends', () => {
    const seen = new Set([
      framesHash([]),
      framesHash([frame([0.1])]),
      framesHash([frame([0.1 + Number.EPSILON / 16])]),
      framesHash([frame([0, 0.1])]),
      framesHash([frame([0.1, 0])]),
      framesHash([frame([0.1], [1])]),
      framesHash([frame([0.1], [], 1)]),
      framesHash([frame([0.1]), frame([0.1])]),
      framesHash([frame([-0])]),
      framesHash([frame([0])]),
    ]);
    expect(seen.size).toBe(10);
    for (const text of seen) expect(text).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is the same frame by frame, and wherever an array lies in its buffer', () => {
    const frames = [frame([3, 4], [5, 6]), frame([7, 8], [9, 10], 1)];
    const hash = createFramesHash();
    for (const each of frames) hash.add(each);
    expect(hash.text()).toBe(framesHash(frames));
    const within = new Float64Array([0, 3, 4]).subarray(1);
    expect(framesHash([{ ...frames[0], values: within }])).toBe(framesHash([frames[0]]));
  });
});
