import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptValue } from './accept.ts';
import { choice, defaultsOf, flag, number } from './fields.ts';
import { isSafeId, parseValues, shown } from './parse.ts';

const rate = number({ default: 100, min: 0, max: 200, unit: '/s', source: 'test' });
const count = number({ default: 2, min: 1, max: 10, unit: '', integer: true, source: 'test' });
const policy = choice(['lru', 'fifo'], { default: 'lru', source: 'test' });
const durable = flag({ default: true, source: 'test' });
const fields = { rate, count, policy, durable };

describe('one value', () => {
  it.each([
    [rate, 12.5, 12.5, null],
    [rate, -1, 0, 'clamped'],
    [rate, 201, 200, 'clamped'],
    [rate, Number.POSITIVE_INFINITY, 200, 'clamped'],
    [rate, Number.NEGATIVE_INFINITY, 0, 'clamped'],
    [rate, 1e308, 200, 'clamped'],
    [rate, 5e-324, 5e-324, null],
    [rate, Number.NaN, 100, 'not-a-value'],
    [rate, '12', 100, 'not-a-value'],
    [rate, null, 100, 'not-a-value'],
    [rate, [5], 100, 'not-a-value'],
    [count, 3, 3, null],
    [count, 3.4, 3, 'rounded'],
    [count, 0.5, 1, 'clamped'],
    [count, 9007199254740993, 10, 'clamped'],
    [policy, 'fifo', 'fifo', null],
    [policy, 'random', 'lru', 'unknown-option'],
    [policy, 1, 'lru', 'not-a-value'],
    [policy, '__proto__', 'lru', 'unknown-option'],
    [durable, false, false, null],
    [durable, 0, true, 'not-a-value'],
    [durable, 'false', true, 'not-a-value'],
  ])('%o takes %o as %o (%o)', (field, given, value, reason) => {
    expect(acceptValue(field, given)).toEqual({ value, reason });
  });

  it('never keeps minus zero', () => {
    expect(Object.is(acceptValue(rate, -0).value, 0)).toBe(true);
  });

  it('makes something that the schema accepts of anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(rate, count, policy, durable), fc.anything(), (field, given) => {
        const { value } = acceptValue(field, given);
        expect(acceptValue(field, value)).toEqual({ value, reason: null });
      }),
    );
  });
});

describe('the values of a spec', () => {
  it('takes good values silently and fills in what is missing', () => {
    expect(parseValues(fields, { rate: 5 })).toEqual({ values: { ...defaultsOf(fields), rate: 5 }, repairs: [] });
    expect(parseValues(fields, undefined)).toEqual({ values: defaultsOf(fields), repairs: [] });
  });

  it('names every repair', () => {
    const { values, repairs } = parseValues(fields, { rate: 999, policy: 'mru', colour: 'red' });
    expect(values).toEqual({ rate: 200, count: 2, policy: 'lru', durable: true });
    expect(repairs).toEqual([
      { field: 'rate', reason: 'clamped', given: '999', kept: 200 },
      { field: 'policy', reason: 'unknown-option', given: 'mru', kept: 'lru' },
      { field: 'colour', reason: 'unknown-field', given: 'red', kept: null },
    ]);
  });

  it.each(['text', 7, true, [1, 2]])('gives defaults for %o and says so', (given) => {
    const { values, repairs } = parseValues(fields, given);
    expect(values).toEqual(defaultsOf(fields));
    expect(repairs).toMatchObject([{ field: '', reason: 'not-a-value' }]);
  });

  it('is not touched by keys that name an object’s own machinery', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"rate":7,"polluted":true},"constructor":{"prototype":{"polluted":true}},"rate":3}');
    const { values, repairs } = parseValues(fields, hostile);
    expect(values).toEqual({ ...defaultsOf(fields), rate: 3 });
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(repairs.map((repair) => repair.field)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('ids', () => {
  it.each(['web-1', 'A', '_', '0', 'x'.repeat(24)])('accepts %o', (id) => expect(isSafeId(id)).toBe(true));
  it.each([
    '',
    'x'.repeat(25),
    'x'.repeat(10_000),
    'a b',
    'a:b',
    'a.b',
    '웹',
    0,
    null,
    undefined,
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'web-1\n',
  ])('refuses %o', (id) => expect(isSafeId(id)).toBe(false));
});

it('shows anything in forty characters', () => {
  fc.assert(fc.property(fc.jsonValue(), (given) => void expect(shown(given).length).toBeLessThanOrEqual(40)));
});
