import { expect, it } from 'vitest';
import { planOf } from '../nodes/testRun.ts';
import { firstRecorded, RecordedDemands, recordedDemands } from './recording.ts';

const plan = (demands: readonly number[]) =>
  planOf({
    seconds: 10,
    nodes: { one: { kind: 'users' }, two: { kind: 'users' }, web: { kind: 'web-server' }, db: { kind: 'database' } },
    links: [
      ['one', 'web'],
      ['two', 'web'],
      ['web', 'db'],
    ],
    recording: { instants: demands.map((_, i) => i), demands },
  });

it('finds what each request of each population brings, and nothing for any other', () => {
  const demands = [0.5, 0.25, 0];
  const recorded = recordedDemands(plan(demands)) as RecordedDemands;
  for (const id of ['one', 'two']) {
    demands.forEach((seconds, i) => {
      expect(recorded.of((firstRecorded(id) + i) & 0x7fffffff)).toBe(seconds);
    });
    expect(recorded.of((firstRecorded(id) + 3) & 0x7fffffff)).toBe(-1);
    expect(recorded.of((firstRecorded(id) - 1) & 0x7fffffff)).toBe(-1);
  }
  // only who sends requests of its own has any
  for (const id of ['web', 'db']) expect(recorded.of(firstRecorded(id))).toBe(-1);
  expect(firstRecorded('one')).not.toBe(firstRecorded('two'));
});

it('counts on beyond the highest number', () => {
  const recorded = new RecordedDemands([1, 2, 3], Int32Array.of(0x7ffffffe));
  expect([0x7ffffffe, 0x7fffffff, 0, 1].map((request) => recorded.of(request))).toEqual([1, 2, 3, -1]);
});

it('says nothing where nothing is recorded', () => {
  expect(recordedDemands(plan([]))).toBeNull();
});
