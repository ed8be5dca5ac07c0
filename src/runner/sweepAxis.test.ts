import { describe, expect, it } from 'vitest';
import { number } from '../schema/fields.ts';
import { idOf, shop } from './designsForTests.ts';
import { fieldAt, readRange, readTarget, targetsOf, targetText, valueAt, valuesIn, withValueAt } from './sweepAxis.ts';

const design = shop();
const web = idOf(design, 'web-server');
const whole = number({ default: 1, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'assumption' });
const share = number({ default: 10, min: 0, max: 100, unit: '%', source: 'assumption' });

describe('what can be swept', () => {
  it('is every number of every part, wire and the workload, and nothing that means nothing as it is set', () => {
    const texts = targetsOf(design).map(targetText);
    expect(texts).toContain(`${web}.instances`);
    expect(texts).toContain(`${design.links[0].id}.timeoutMs`);
    expect(texts).toContain('workload.traffic');
    expect(texts).not.toContain(`${web}.state`);
    // a stateless server has no sessions; steady traffic has no spike
    expect(texts).not.toContain(`${web}.sessionKB`);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(targetText(readTarget(design, text)!)).toBe(text);
  });

  it('is read and written where it stands', () => {
    for (const [text, value] of [
      [`${web}.instances`, 7],
      [`${design.links[1].id}.timeoutMs`, 321],
      ['workload.traffic', 3],
    ] as const) {
      const target = readTarget(design, text)!;
      expect(valueAt(design, target)).not.toBe(value);
      expect(valueAt(withValueAt(design, target, value), target)).toBe(value);
    }
  });

  it.each(['nobody.instances', `${web}.nothing`, `${web}.state`, web, '', '.', 'workload.shape', `${web}.toString`])(
    'is not %j',
    (text) => {
      expect(readTarget(design, text)).toBeNull();
    },
  );

  it('has no field where there is no part', () => {
    expect(fieldAt(design, { on: 'link', id: 'l99', field: 'timeoutMs' })).toBeNull();
    expect(valueAt(design, { on: 'node', id: 'x', field: 'instances' })).toBeNaN();
  });
});

describe('a range', () => {
  it.each([
    ['1..8', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['1..8:4', [1, 3, 6, 8]],
    ['1..1000', [1, 3, 6, 17, 45, 119, 314, 500]],
    ['1..100:log:3', [1, 10, 100]],
    ['1..9:linear:5', [1, 3, 5, 7, 9]],
    ['8,2,2,4', [2, 4, 8]],
    ['8..5', [5, 6, 7, 8]],
    ['3', [3]],
  ])('%s of whole numbers is these, once each, within the limits', (text, values) => {
    const range = readRange(text, whole)!;
    const spread = valuesIn(range, whole);
    if (text === '1..1000') {
      expect(spread[0]).toBe(1);
      expect(spread.at(-1)).toBe(500);
      expect(spread.every(Number.isInteger)).toBe(true);
      // by factors, as its slider goes
      expect(spread[1]).toBeLessThan(10);
    } else expect(spread).toEqual(values);
  });

  it('of shares is evenly spaced and keeps fractions', () => {
    expect(valuesIn(readRange('0..35', share)!, share)).toEqual([0, 5, 10, 15, 20, 25, 30, 35]);
    expect(valuesIn(readRange('1..7', share)!, share)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(valuesIn(readRange('0..1', share)!, share)).toHaveLength(8);
    expect(valuesIn(readRange('0.5,1.25', share)!, share)).toEqual([0.5, 1.25]);
    expect(valuesIn(readRange('-5,200', share)!, share)).toEqual([0, 100]);
  });

  it.each(['', 'a..b', '1..', '1..2..3', '1..8:x', '1..8:0', '1..8:2.5', '1..8:log:linear', '1,,2', '1:log', 'NaN', '1..Infinity'])(
    'is not %j',
    (text) => {
      expect(readRange(text, whole)).toBeNull();
    },
  );
});
