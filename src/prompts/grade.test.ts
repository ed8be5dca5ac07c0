import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { setParam, setWorkloadParam } from '../design/edits.ts';
import type { Task } from './calmDesign.ts';
import { gradeSeed } from './grade.ts';
import { mergeSeeds } from './merge.ts';
import { fatalCap, type SeedGrade } from './seedGrade.ts';
import { lone, paired, taskForTests as task } from './taskForTests.ts';

const seeds = [1, 2, 3];
const gradesOf = (design: Design, of: Task = task): SeedGrade[] => seeds.map((seed) => gradeSeed(of, design, seed));
const [loneGrades, pairedGrades] = [gradesOf(lone), gradesOf(paired)];
const [one, two] = [mergeSeeds(task, loneGrades), mergeSeeds(task, pairedGrades)];
const lineOf = ({ lines }: typeof one, id: string) => lines.find((line) => line.id === id)!;

describe('a hand-in', () => {
  it('with nothing to stand in loses what its fault and its drawing cost, and nothing else', () => {
    expect(lineOf(one, 'reach').earned).toBe(10);
    expect(lineOf(one, 'p99').earned).toBe(25);
    // one machine of one, dead for 20 of 60 seconds
    expect(lineOf(one, 'served').value).toBeLessThan(0.8);
    expect(lineOf(one, 'served').earned).toBe(0);
    expect(lineOf(one, 'back').value).toBeGreaterThan(15);
    expect(lineOf(one, 'alone').value).toBe(2);
    expect(one.score).toBeLessThan(two.score - 29);
  });

  it('with two of each gets what it is worth', () => {
    expect(two.score).toBeGreaterThan(90);
    expect(lineOf(two, 'alone')).toMatchObject({ value: 0, earned: 5 });
    expect(two).toMatchObject({ fatal: [], missing: [], cannotRun: false });
  });

  it('shows the second that proves each line', () => {
    // the crash is at 40 s of the run and ends at 60; windows are ten seconds
    expect([40, 50]).toContain(lineOf(one, 'served').at);
    expect(lineOf(one, 'back').at).toBe(40);
    const room = lineOf(one, 'room').at!;
    expect(room).toBeGreaterThanOrEqual(10);
    expect(room).toBeLessThan(40);
    expect(lineOf(one, 'alone').at).toBeNull();
  });

  it('is worth the median of its seeds, read from a run that there was', () => {
    const points = loneGrades.map((each) => each.points).sort((a, b) => a - b);
    expect(one.score).toBeCloseTo(points[1], 1);
    const apart = loneGrades.map((each, i) => ({ ...each, points: [70, 10, 40][i] }));
    expect(mergeSeeds(task, apart)).toMatchObject({ score: 40, seed: 3 });
    expect(mergeSeeds(task, apart.slice(0, 2))).toMatchObject({ score: 10, seed: 2 });
    const median = one.seeds.find(({ seed }) => seed === one.seed)!;
    expect(median.score).toBe(one.score);
    expect(one.lines.reduce((sum, { earned }) => sum + earned, 0)).toBeCloseTo(one.score, 0);
    expect(new Set(one.seeds.map(({ framesHash }) => framesHash)).size).toBe(3);
  });

  it('comes to at most 40 if something fatal happened in any seed', () => {
    const strict: Task = {
      ...task,
      fatal: [{ id: 'lost', when: { measure: { of: 'users', figure: 'availability' }, is: '<', value: 0.995 } }],
    };
    const grade = mergeSeeds(strict, gradesOf(lone, strict));
    expect(grade.fatal).toEqual(['lost']);
    expect(grade.score).toBe(Math.min(fatalCap, one.score));
    const mixed = pairedGrades.map((each) => (each.seed === 2 ? { ...each, fatal: ['half'] } : each));
    expect(mergeSeeds(task, mixed).score).toBe(fatalCap);
  });

  it('without a part that is needed gets no functional points', () => {
    const needy: Task = { ...task, needs: [{ id: 'queue', parts: { kinds: ['queue'] } }] };
    const grade = mergeSeeds(needy, [gradeSeed(needy, paired, 1)]);
    expect(grade.missing).toEqual(['queue']);
    expect(lineOf(grade, 'reach')).toMatchObject({ value: 1, earned: 0 });
  });

  it('that cannot run is worth nothing, and says so', () => {
    const broken = { ...lone, links: [] };
    const grade = mergeSeeds(task, gradesOf(broken));
    expect(grade).toMatchObject({ score: 0, cannotRun: true });
    expect(grade.lines.map(({ value }) => value)).toEqual(task.rubric.map(() => null));
  });

  it('gains nothing by what it changed of the users, the workload or its own timeline', () => {
    const eased = {
      ...setParam(setWorkloadParam(lone, 'traffic', 0.01), 'users-1', 'ratePerSecond', 1),
      seed: 'lucky',
      scenario: [{ at: 45, act: 'recover', node: 'web-1', instance: null } as const],
    };
    expect(gradeSeed(task, eased, 1)).toEqual(loneGrades[0]);
  });
});

describe('seeds from several machines', () => {
  it('come together the same in any order and through JSON', () => {
    const there = JSON.parse(JSON.stringify([pairedGrades[2], pairedGrades[0], pairedGrades[1]])) as SeedGrade[];
    expect(mergeSeeds(task, there)).toEqual(two);
  });

  it('are added up by their histograms, not by their percentiles', () => {
    // a seed in which everything took four times as long, a hundred times as often
    const slow = structuredClone(pairedGrades[0]);
    const key = Object.keys(slow.books)[0];
    const { latency } = slow.books[key];
    const shifted = latency.map((number, i) => (i % 2 === 0 ? number + 128 : 100 * number));
    const grades = [
      pairedGrades[0],
      pairedGrades[1],
      { ...slow, seed: 3, books: { ...slow.books, [key]: { ...slow.books[key], latency: shifted } } },
    ];
    const overall = lineOf(mergeSeeds(task, grades), 'p99').overall!;
    expect(overall / lineOf(two, 'p99').overall!).toBeGreaterThan(3.5);
  });

  it('of one seed say what the run itself says', () => {
    const alone = mergeSeeds(task, [pairedGrades[1]]);
    for (const id of ['p99', 'served', 'stale']) expect(lineOf(alone, id).overall).toBeCloseTo(lineOf(alone, id).value!, 10);
  });
});

it('what must never happen counts in whichever seed it was; of what may be, the median of the seeds is told', () => {
  const never = {
    ...task.rubric[0],
    id: 'never',
    goal: { measure: { of: 'part', parts: 'db-1', column: 'lostWrites', take: 'sum' }, is: '<=', value: 0 },
  } as const;
  const some = { ...never, id: 'some', goal: { ...never.goal, value: 5 } } as const;
  const seeds = [0, 0, 3].map((value, i) => {
    const line = { value, credit: 1, at: null };
    return { ...pairedGrades[0], seed: i + 1, points: 50, lines: { never: line, some: line } };
  });
  const { lines } = mergeSeeds({ ...task, rubric: [never, some], fatal: [] }, seeds);
  expect(lines.map(({ id, overall }) => [id, overall])).toEqual([
    ['never', 3],
    ['some', 0],
  ]);
  const unknown = seeds.map((each) => ({ ...each, lines: { never: { value: null, credit: 0, at: null } } }));
  expect(mergeSeeds({ ...task, rubric: [never], fatal: [] }, unknown).lines[0].overall).toBeNull();
});
