import { expect, it } from 'vitest';
import type { NoteCode } from '../engine/frame.ts';
import type { Mark } from './marks.ts';
import { stretchesOf } from './stretches.ts';

const mark = (time: number, code: NoteCode, node = 0): Mark => ({ time, code, tone: 'bad', node, instances: [], value: 0 });

it('a stretch lasts from what begins it to what ends it at the same part, and what overlaps is one', () => {
  const marks = [
    mark(3, 'crash', 1),
    mark(4, 'recover', 2),
    mark(5, 'failover-started', 1),
    mark(9, 'promoted', 1),
    mark(12, 'deploy-started', 3),
    mark(20, 'breaker-open', 4),
    mark(22, 'breaker-closed', 4),
    mark(30, 'saturated', 1),
    mark(40, 'hang', 5),
  ];
  expect(stretchesOf(marks)).toEqual([
    { from: 3, to: 9, tone: 'bad' },
    { from: 20, to: 22, tone: 'bad' },
    { from: 40, to: Number.POSITIVE_INFINITY, tone: 'bad' },
    { from: 12, to: Number.POSITIVE_INFINITY, tone: 'plain' },
  ]);
});
