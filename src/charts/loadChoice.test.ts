import { describe, expect, it } from 'vitest';
import { choosePart, type LoadPart } from './loadChoice.ts';

const part = (id: string, instances: number, isScalable = true): LoadPart => ({
  node: 0,
  id,
  label: id,
  instances,
  isScalable,
  measures: ['utilization'],
});

describe('choosePart', () => {
  it('takes the first wish that there is', () => {
    const parts = [part('a', 9), part('b', 1), part('c', 1)];
    expect(choosePart(parts, [undefined, 'gone', 'c', 'b'])?.id).toBe('c');
  });

  it('else the widest of those that can be widened', () => {
    expect(choosePart([part('lb', 1, false), part('web', 1), part('db', 1)], [])?.id).toBe('web');
    expect(choosePart([part('web', 2), part('db', 3)], [])?.id).toBe('db');
    expect(choosePart([part('lb', 1, false)], [])?.id).toBe('lb');
    expect(choosePart([], ['a'])).toBeUndefined();
  });
});
