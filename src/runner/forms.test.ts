import { expect, it } from 'vitest';
import { linkFields } from '../design/linkFields.ts';
import { FORM } from '../engine/durations.ts';
import { specs } from '../nodes/specs.ts';
import type { Fields } from '../schema/fields.ts';

/** A choice reaches the engine as the index of its option, so options and the engine's numbers must stand in one order. */
const inOrder = Object.keys(FORM);

it('the forms of a delay and of a service are the ones the engine means', () => {
  expect(linkFields.delay.options).toEqual(inOrder);
  let checked = 0;
  for (const { fields } of Object.values(specs)) {
    const service = (fields as Fields).service;
    if (service?.type !== 'choice') continue;
    expect(service.options).toEqual(inOrder.slice(0, service.options.length));
    checked++;
  }
  expect(checked).toBe(3);
});
