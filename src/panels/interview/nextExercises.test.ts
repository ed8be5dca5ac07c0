import { expect, it } from 'vitest';
import { rubricGroups } from '../../prompts/marks.ts';
import type { GradedLine } from '../../prompts/merge.ts';
import { nextExercises, type RubricGroup } from './nextExercises.ts';

const line = (group: RubricGroup, points: number, earned: number): GradedLine => ({
  id: `${group}-${points}`,
  group,
  points,
  earned,
  value: null,
  at: null,
  overall: null,
});

it('advises the costliest group first, and nothing for what was earned', () => {
  const found = nextExercises([line('steady', 25, 20), line('chaos', 15, 3), line('chaos', 10, 10), line('cost', 15, 15)], 'chat');
  expect(found.map(({ group, lost }) => [group, lost])).toEqual([
    ['chaos', 12],
    ['steady', 5],
  ]);
  expect(nextExercises([line('cost', 15, 15), line('steady', 25, 24.6)], 'chat')).toEqual([]);
});

it('never sends anybody to the task that was just taken, and to nothing twice', () => {
  const lines = rubricGroups.map((group, i) => line(group, 20 - i, 0));
  for (const taken of ['url-shortener', 'chat', 'video', 'ticketing']) {
    const found = nextExercises(lines, taken);
    expect(found).toHaveLength(3);
    expect(found.map(({ prompt }) => prompt)).not.toContain(taken);
    expect(new Set(found.map(({ lesson }) => lesson)).size).toBe(3);
    expect(new Set(found.map(({ prompt }) => prompt)).size).toBe(3);
  }
  // every group has somebody to train it, whichever task was taken
  for (const group of rubricGroups) expect(nextExercises([line(group, 10, 0)], 'url-shortener')).toHaveLength(1);
});
