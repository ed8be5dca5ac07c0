import { expect, it } from 'vitest';
import { addNode, setParam, setTitle } from '../../design/edits.ts';
import { livingExample } from '../../library/firstVisit.ts';
import { firstStepOf } from './firstVisit.ts';

const design = setTitle(livingExample.design, 'First example');
const stepOf = (changed: typeof design) => firstStepOf(changed, 'First example')?.step ?? null;

it('follows a first visitor from a calm server over a full one to two', () => {
  expect(stepOf(design)).toBe('calm');
  expect(stepOf(setParam(design, 'users-1', 'ratePerSecond', 440))).toBe('calm');
  const over = setParam(design, 'users-1', 'ratePerSecond', 600);
  expect(stepOf(over)).toBe('over');
  expect(stepOf(setParam(over, 'web-1', 'instances', 2))).toBe('mended');
});

it('leaves everything else alone', () => {
  expect(stepOf(setTitle(design, 'My shop'))).toBeNull();
  expect(stepOf(addNode(design, 'cache', { x: 0, y: 200 }))).toBeNull();
});
