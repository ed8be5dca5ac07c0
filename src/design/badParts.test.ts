/**
 * Parts, wires and groups out of bad hands, by the numbers of ux 4.6: what each must end as. Refused with a count (R), or opened with every
 * change named (P); what comes out is always a design that the next opening leaves as it is.
 */

import { describe, expect, it } from 'vitest';
import { nodeKinds } from '../nodes/specs.ts';
import type { Field } from '../schema/fields.ts';
import type { Design } from './design.ts';
import { emptyDesign, farthest } from './edits.ts';
import { groupsWithin } from './nesting.ts';
import { parseDesign, parseFile } from './parse.ts';
import type { Repair } from './repairs.ts';
import { problemsOf } from './rules.ts';
import { specOf } from './wires.ts';

interface Opened {
  design: Design;
  repairs: readonly Repair[];
}

function opened(given: object): Opened {
  const parsed = parseDesign({ ...emptyDesign(), ...given });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  // what was mended once needs no mending again
  expect(parseDesign(parsed.design)).toMatchObject({ ok: true, design: parsed.design, repairs: [] });
  return parsed;
}

const said = ({ repairs }: Opened): string[] => repairs.map(({ code, part, field }) => `${code} ${part} ${field}`.trim());
const cache = (id: unknown, more: object = {}) => ({ id, kind: 'cache', label: 'C', x: 0, y: 0, group: null, params: {}, ...more });
const group = (id: unknown, more: object = {}) => ({
  id,
  label: 'G',
  region: 'seoul',
  x: 0,
  y: 0,
  width: 400,
  height: 300,
  ...more,
});

describe('ux 4.6 #24: ids', () => {
  const bad: unknown[] = ['', 'x'.repeat(10_000), 0, 7, 'a:b', 'a.b', 'a b', 'é', '../x', null, {}, [], true];

  it.each(bad.map((id) => [String(id).slice(0, 12), id]))('%j is given another, and its wire follows', (_, id) => {
    const read = opened({ nodes: [{ ...cache('u'), kind: 'users' }, cache(id)], links: [{ id: 'l', from: 'u', to: id }] });
    expect(read.design.nodes[1].id).toMatch(/^[A-Za-z0-9_-]{1,24}$/);
    expect(read.design.links).toMatchObject([{ from: 'u', to: read.design.nodes[1].id }]);
    expect(said(read)).toEqual([`bad-id ${read.design.nodes[1].id} id`]);
  });

  it('0 and "0", and those that differ by case only, are two parts; of twice the same the second is renamed', () => {
    const read = opened({ nodes: [cache(0), cache('0'), cache('a'), cache('A'), cache('a')] });
    const ids = read.design.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.slice(1, 4)).toEqual(['0', 'a', 'A']);
    expect(said(read)).toEqual([`bad-id ${ids[0]} id`, `duplicate-id ${ids[4]} id`]);
  });
});

describe('ux 4.6 #25: numbers', () => {
  /** As a file says them: 1e999 is what becomes Infinity. */
  const words = ['1e999', '-1e999', '-0', '1e308', '-1e308', '5e-324', '-1', '0', '0.5', '1.01', '9007199254740993', '"12"', 'null', '[]'];

  function fits(field: Field, value: unknown): boolean {
    if (field.type !== 'number') return true;
    if (typeof value !== 'number' || Object.is(value, -0)) return false;
    return value >= field.min && value <= field.max && (!field.integer || Number.isInteger(value));
  }

  it.each(nodeKinds)('of %s: each field holds one that it can hold, and each change is named', (kind) => {
    const { fields } = specOf(kind);
    const numbers = Object.entries(fields).filter(([, field]) => field.type === 'number');
    for (const word of words) {
      const params = numbers.map(([name]) => `"${name}":${word}`).join();
      const parsed = parseFile(`{"format":2,"nodes":[{"id":"n","kind":"${kind}","label":"N","x":0,"y":0,"params":{${params}}}]}`);
      if (!parsed.ok) throw new Error(`${word}: ${parsed.problem.code}`);
      const kept = parsed.design.nodes[0].params;
      const given: unknown = JSON.parse(word);
      for (const [name, field] of numbers) {
        expect(fits(field, kept[name]), `${name} = ${word}`).toBe(true);
        // nothing is changed in silence, and nothing is called a change that is none; -0 is 0
        const isNamed = parsed.repairs.some(({ part, field: changed }) => part === 'n' && changed === name);
        expect(isNamed, `${name} = ${word}`).toBe(kept[name] !== given);
      }
    }
  });

  it('NaN, which no file can say, is the default', () => {
    const read = opened({ nodes: [cache('c', { params: { capacityKeys: Number.NaN, ttlSeconds: Number.POSITIVE_INFINITY } })] });
    const { capacityKeys, ttlSeconds } = specOf('cache').fields;
    expect(read.design.nodes[0].params).toMatchObject({
      capacityKeys: capacityKeys.default,
      ttlSeconds: ttlSeconds.type === 'number' ? ttlSeconds.max : 0,
    });
    expect(said(read).sort()).toEqual(['clamped c ttlSeconds', 'not-a-value c capacityKeys']);
  });
});

describe('ux 4.6 #26: places', () => {
  it('out of reach or no numbers are brought within it, and said', () => {
    const far = [1e9, -1e9, 1e999, Number.NaN, '5', null];
    const read = opened({ nodes: far.map((x, i) => cache(`c${i}`, { x, y: 0 })) });
    expect(read.design.nodes.map(({ x }) => x)).toEqual([farthest, -farthest, farthest, 0, 0, 0]);
    expect(said(read)).toEqual(far.map((_, i) => `bad-number c${i} x`));
  });

  it('all of them the same place are no trouble', () => {
    expect(said(opened({ nodes: Array.from({ length: 300 }, (_, i) => cache(`c${i}`)) }))).toEqual([]);
  });

  it('a saved view, of whatever zoom, is nobody’s: a design holds none', () => {
    for (const zoom of [0, -1, 1e6]) expect(said(opened({ view: { x: 0, y: 0, zoom } }))).toEqual(['unknown-field design view']);
  });
});

describe('ux 4.6 #31 to #34: parts that cannot be', () => {
  it('#31: of an unknown kind are named, and kept as notes with their wires; all others stay as they are', () => {
    const read = opened({
      nodes: [cache('c'), cache('t', { kind: 'toaster' }), { ...cache('u'), kind: 'users' }],
      links: [
        { id: 'l1', from: 'u', to: 't' },
        { id: 'l2', from: 'u', to: 'c' },
      ],
    });
    expect(read.design.nodes.map(({ id }) => id)).toEqual(['c', 'u']);
    expect(read.design.links.map(({ id }) => id)).toEqual(['l2']);
    expect(read.design.notes).toMatchObject([
      { id: 't', text: 'C', stranger: { part: { kind: 'toaster' }, wires: [{ id: 'l1', from: 'u', to: 't' }] } },
    ]);
    expect(read.repairs.map(({ code, part, given }) => `${code} ${part} ${given}`)).toEqual(['unknown-kind t toaster']);
  });

  it('#32: wires to nobody, to oneself and a thousand times the same are left out; one to a forbidden kind is shown as a problem', () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => ({ id: `l${i}`, from: 'u', to: 'c' }));
    const read = opened({
      nodes: [{ ...cache('u'), kind: 'users' }, cache('c')],
      links: [...thousand, { id: 'x', from: 'c', to: 'gone' }, { id: 'y', from: 'c', to: 'c' }, { id: 'z', from: 'c', to: 'u' }],
    });
    expect(read.design.links.map(({ id }) => id)).toEqual(['l0', 'z']);
    const codes = read.repairs.map(({ code }) => code);
    expect(codes.filter((code) => code === 'duplicate-link')).toHaveLength(999);
    expect(codes.slice(999)).toEqual(['dangling-link', 'self-link']);
    const shown = problemsOf(read.design).filter(({ code }) => code === 'wire-not-allowed');
    expect(shown).toMatchObject([{ link: 'l0' }, { link: 'z' }]);
  });

  it('#33: a group says by where it stands what it stands in: one inside itself, or two in each other, are said and go nowhere', () => {
    const read = opened({ groups: [group('a', { group: 'b' }), group('b', { group: 'a' }), group('c', { group: 'c' })] });
    expect(said(read)).toEqual(['unknown-field a group', 'unknown-field b group', 'unknown-field c group']);
    // frames of the very same size stand in each other: the later in the earlier, never in a circle
    expect(groupsWithin(read.design, ['a'])).toEqual(['b', 'c']);
    expect(groupsWithin(read.design, ['c'])).toEqual([]);
    const inNode = opened({ nodes: [cache('c', { group: 'c' })] });
    expect(inNode.design.nodes[0].group).toBeNull();
    expect(said(inNode)).toEqual(['unknown-group c group']);
  });

  it('#34: dates and time zones beside a design, whatever year, are said and left out', () => {
    for (const savedAt of ['+275761-01-01T00:00:00Z', '2026-02-30', 8.64e15 + 1, '1970-01-01T00:00:00+99:99']) {
      const read = opened({ savedAt, nodes: [cache('c', { changedAt: savedAt })] });
      expect(said(read)).toEqual(['unknown-field design savedAt', 'unknown-field c changedAt']);
      expect(JSON.stringify(read.design)).not.toContain(String(savedAt));
    }
  });
});
