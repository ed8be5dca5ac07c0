import { expect, it } from 'vitest';
import { sweepCsv } from './trialCsv.ts';

it('a sweep is a line per point, its interval lowest end first, and gaps where there is none yet', () => {
  const axes = [{ target: { on: 'workload', field: 'traffic' }, values: [1, 2] }] as const;
  const points = [
    { values: [1], worlds: 5, value: 0.04, interval: { value: 0.04, low: 0.035, high: 0.046 }, isTooLittle: false },
    { values: [2], worlds: 1, value: 0.5, interval: null, isTooLittle: true },
  ];
  const [head, ...lines] = sweepCsv(axes, points, 'p99').trimEnd().split('\r\n');
  expect(head.split(',').slice(1)).toEqual(['worlds', 'p99 (s)', 'low (95 %)', 'high (95 %)']);
  expect(lines).toEqual(['1,5,0.04,0.035,0.046', '2,1,0.5,,']);
});
