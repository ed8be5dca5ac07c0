import { describe, expect, it } from 'vitest';
import { Memory } from './memory.ts';
import { Ring, ringPlace } from './ring.ts';

const keys = 100_000;
const names = (count: number) => Array.from({ length: count }, (_, i) => `web/${i}`);

function ringOf(members: number, points: number): Ring {
  const ring = new Ring(new Memory(), names(members));
  for (let member = 0; member < members; member++) ring.set(member, points);
  return ring;
}

const ownersIn = (ring: Ring): Int32Array => Int32Array.from({ length: keys }, (_, key) => ring.ownerOf(ringPlace(key)));

function partsOf(owners: Int32Array, members: number): number[] {
  const parts = new Array<number>(members).fill(0);
  for (const owner of owners) parts[owner] += 1 / owners.length;
  return parts;
}

it('is a circle: what lies behind the last point belongs to the first', () => {
  for (let members = 2; members < 12; members++) {
    const ring = ringOf(members, 1);
    expect(ring.ownerOf(0xffffffff)).toBe(ring.ownerOf(0));
    const next = new Int32Array(members);
    expect(ring.ownersOf(0xffffffff, members, next)).toBe(members);
    expect(next[0]).toBe(ring.ownerOf(0));
  }
});

describe('places of keys', () => {
  it('neighbours in number are spread as evenly as by lot (chi-square over 256 arcs, 99.9 %)', () => {
    const arcs = new Float64Array(256);
    for (let key = 0; key < keys; key++) arcs[Math.floor(ringPlace(key) / 2 ** 24)]++;
    const expected = keys / 256;
    expect(arcs.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(330);
  });
});

describe('ring', () => {
  it('an empty one has no owner', () => {
    expect(new Ring(new Memory(), names(3)).ownerOf(5)).toBe(-1);
    expect(new Ring(new Memory(), []).ownerOf(5)).toBe(-1);
  });

  it('the more points, the evener: the spread of the parts is about 1/sqrt(points)', () => {
    const spread = (points: number): number => {
      const parts = partsOf(ownersIn(ringOf(50, points)), 50);
      return Math.sqrt(parts.reduce((sum, part) => sum + (part * 50 - 1) ** 2, 0) / 50);
    };
    expect(spread(1)).toBeGreaterThan(0.7);
    expect(spread(100)).toBeGreaterThan(0.07);
    expect(spread(100)).toBeLessThan(0.14);
    expect(spread(1000)).toBeLessThan(0.05);
  });

  it('a fifth member takes a fifth of all keys, all of them from the others; modulo would move four fifths', () => {
    const ring = ringOf(5, 200);
    ring.set(4, 0);
    const before = ownersIn(ring);
    ring.set(4, 200);
    const after = ownersIn(ring);
    let moved = 0;
    let elsewhere = 0;
    let moduloMoved = 0;
    for (let key = 0; key < keys; key++) {
      if (before[key] !== after[key]) moved++;
      if (before[key] !== after[key] && after[key] !== 4) elsewhere++;
      if (ringPlace(key) % 4 !== ringPlace(key) % 5) moduloMoved++;
    }
    expect(elsewhere).toBe(0);
    expect(Math.abs(moved / keys - 0.2)).toBeLessThan(0.03);
    expect(Math.abs(moduloMoved / keys - 0.8)).toBeLessThan(0.005);
    ring.set(4, 0);
    expect(ownersIn(ring)).toEqual(before);
  });

  it('twice the points, twice the part', () => {
    const ring = ringOf(3, 300);
    ring.set(2, 600);
    const [a, b, c] = partsOf(ownersIn(ring), 3);
    expect(Math.abs(a - 0.25)).toBeLessThan(0.04);
    expect(Math.abs(b - 0.25)).toBeLessThan(0.04);
    expect(Math.abs(c - 0.5)).toBeLessThan(0.05);
  });

  it('a member’s place does not depend on who else there is', () => {
    const few = new Ring(new Memory(), ['a', 'b']);
    const many = new Ring(new Memory(), ['x', 'a', 'y', 'b']);
    for (const member of [0, 1]) few.set(member, 50);
    for (const member of [1, 3]) many.set(member, 50);
    for (let key = 0; key < 1000; key++) expect(many.ownerOf(ringPlace(key))).toBe(few.ownerOf(ringPlace(key)) === 0 ? 1 : 3);
  });

  it('names the owner and those who come next, each once', () => {
    const ring = ringOf(4, 20);
    const into = new Int32Array(4);
    for (let key = 0; key < 500; key++) {
      expect(ring.ownersOf(ringPlace(key), 3, into)).toBe(3);
      expect(new Set(into.subarray(0, 3)).size).toBe(3);
      expect(into[0]).toBe(ring.ownerOf(ringPlace(key)));
    }
    expect(ring.ownersOf(1, 9, new Int32Array(9))).toBe(4);
    // who follows the owner inherits from it
    const [first, second] = [ring.ownersOf(77, 2, into), into[1]];
    expect(first).toBe(2);
    ring.set(into[0], 0);
    expect(ring.ownerOf(77)).toBe(second);
  });

  it('is the same after a snapshot is put back', () => {
    const memory = new Memory();
    const ring = new Ring(memory, names(4));
    for (const member of [0, 1, 2]) ring.set(member, 50);
    const before = ownersIn(ring);
    const photo = memory.snapshot();
    ring.set(3, 50);
    ring.set(0, 0);
    expect(ownersIn(ring)).not.toEqual(before);
    memory.restore(photo);
    expect(ownersIn(ring)).toEqual(before);
  });
});
