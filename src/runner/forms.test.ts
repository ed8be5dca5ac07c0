import { expect, it } from 'vitest';
import { linkFields } from '../design/linkFields.ts';
import { FORM } from '../engine/durations.ts';
import { DISCIPLINE } from '../engine/lines.ts';
import { specs } from '../nodes/specs.ts';
import type { Field, Fields, When } from '../schema/fields.ts';

/** A choice reaches the engine as the index of its option, so options and the engine's numbers must stand in one order. */
const inOrder = Object.keys(FORM);

const allFields = Object.values(specs).flatMap(({ fields }) => [fields as Fields]);
const optionsOf = (name: string): (readonly string[])[] =>
  allFields.flatMap((fields) => {
    const field: Field | undefined = fields[name];
    return field?.type === 'choice' ? [field.options] : [];
  });

it('the forms of a delay and of a service are the ones the engine means', () => {
  // wires have the first four: the others need more than a mean and a spread
  expect(linkFields.delay.options).toEqual(inOrder.slice(0, 4));
  for (const options of optionsOf('service')) expect(options).toEqual(inOrder);
});

it('the disciplines are the ones the engine means', () => {
  // web servers and services
  expect(optionsOf('discipline')).toEqual(Array.from({ length: 2 }, () => Object.keys(DISCIPLINE)));
});

/** What a condition asks, one thing after the other. */
const simple = (when: When | undefined): Exclude<When, { any: readonly When[] } | { all: readonly When[] }>[] =>
  when === undefined ? [] : 'any' in when ? when.any.flatMap(simple) : 'all' in when ? when.all.flatMap(simple) : [when];

it('a field that matters only with certain options names one of its own part that has them', () => {
  let checked = 0;
  for (const fields of allFields) {
    for (const when of Object.values(fields).flatMap((field) => simple(field.when))) {
      const other = fields[when.field];
      const options = other?.type === 'choice' ? other.options : other?.type === 'flag' ? ['true', 'false'] : [];
      if ('is' in when) expect(when.is.every((option) => options.includes(option))).toBe(true);
      else expect(other?.type === 'number' && other.min <= when.above && when.above < other.max).toBe(true);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(10);
});
