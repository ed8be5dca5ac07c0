import { beforeEach, expect, it } from 'vitest';
import { writeHandIn } from '../design/assignment.ts';
import { encodeLink } from '../design/codec.ts';
import { setParam } from '../design/edits.ts';
import { setTargets } from '../design/targets.ts';
import { makeAssignment, type OpenKey, openKey } from '../prompts/assignmentKey.ts';
import type { GradeCrew, GradeJob } from '../prompts/gradeJob.ts';
import { alikesAmong, marksCsv } from '../prompts/marks.ts';
import type { SeedGrade } from '../prompts/seedGrade.ts';
import { lone, paired, taskForTests as task } from '../prompts/taskForTests.ts';
import type { JobEnd } from '../runner/crew.ts';
import { clearMarking, markingStore, mostRows, startMarking, stopMarking } from './marking.ts';

/** Answers jobs when it is told to; a job's points are its count of nodes times ten. */
function crewForTests(answersAtOnce = true) {
  const jobs: { job: GradeJob; settle: (end: JobEnd<SeedGrade>) => void }[] = [];
  const gradeOf = ({ design, seed }: GradeJob): SeedGrade => ({
    seed,
    points: 10 * design.nodes.length,
    lines: Object.fromEntries(task.rubric.map(({ id }) => [id, { value: 1, credit: design.nodes.length / 10, at: 20 }])),
    fatal: [],
    missing: [],
    framesHash: 'x',
    endedAt: null,
    scenario: [],
    books: {},
  });
  const crew: GradeCrew = {
    size: 2,
    add(job) {
      let settle: (end: JobEnd<SeedGrade>) => void = () => undefined;
      const ended = new Promise<JobEnd<SeedGrade>>((resolve) => {
        settle = resolve;
      });
      jobs.push({ job, settle });
      if (answersAtOnce)
        settle(job.design.title === 'fails' ? { end: 'failed', reason: 'out of memory' } : { end: 'done', result: gradeOf(job) });
      return { ended, cancel: () => settle({ end: 'cancelled' }) };
    },
    cancelAll() {
      for (const { settle } of jobs) settle({ end: 'cancelled' });
    },
  };
  return {
    crew,
    jobs,
    answer(count: number) {
      for (const { job, settle } of jobs.slice(0, count)) settle({ end: 'done', result: gradeOf(job) });
    },
  };
}

const taskOf = (prompt: string) => (prompt === 'chat' ? Promise.resolve(task) : null);
const [loneLink, pairedLink] = [await encodeLink(lone), await encodeLink(paired)];
const state = () => markingStore.getState();

beforeEach(clearMarking);

it('71. 500 rows, of which many are the same and some are rubbish: each is graded once, none is lost, all are told apart', async () => {
  const { crew, jobs } = crewForTests();
  const links = await Promise.all(Array.from({ length: 20 }, (_, i) => encodeLink(setParam(paired, 'web-1', 'instances', i + 2))));
  const rubbish = [
    '',
    'see my mail',
    pairedLink.slice(0, 50),
    `a9.${'x'.repeat(40)}.3.z`,
    'https://example.org/',
    '<script>alert(1)</script>',
    'a1.AAAA.0.z',
  ];
  const rows = Array.from({ length: 500 }, (_, i) =>
    i % 10 === 9 ? rubbish[Math.floor(i / 10) % rubbish.length] : `https://x.org/#${links[i % 20]}`,
  );
  // names that a spreadsheet would take for formulas, links that some take for comments
  const nameOf = (i: number) => `${['', '=', '+', '-', '@', '\t='][i % 6]}S${i}`;
  const text = `name,link\n${rows.map((link, i) => `"${nameOf(i)}","${link}"`).join('\n')}`;
  await startMarking({ text, prompt: 'chat', seeds: 5, taskOf, crew });
  expect(state()).toMatchObject({ status: 'done', played: 2500, toPlay: 2500 });
  expect(state().rows).toHaveLength(500);
  expect(state().rows.filter(({ grade }) => grade !== null)).toHaveLength(450);
  expect(new Set(state().rows.flatMap(({ why }) => why ?? []))).toEqual(new Set(['no-link', 'cut', 'newer-version', 'damaged']));
  // i % 20 is never 9 or 19 where the row holds a link
  expect(jobs).toHaveLength(18 * 5);
  const alikes = alikesAmong(state().rows);
  expect(alikes[0].same).toHaveLength(24);
  expect(alikes[9]).toEqual({ same: [], close: [] });
  const csv = marksCsv(state().rows).split('\r\n');
  expect(csv).toHaveLength(502);
  expect(csv.filter((line) => /^"?[=+@\t-]/.test(line))).toEqual([]);
});

it('71. a stop keeps the rows that are whole, and says of the others that they were not played', async () => {
  const { crew, jobs, answer } = crewForTests(false);
  const marking = startMarking({ text: `${pairedLink}\n${loneLink}\nnothing`, prompt: 'chat', seeds: 2, taskOf, crew });
  await expect.poll(() => jobs.length).toBe(4);
  answer(3);
  await expect.poll(() => state().played).toBeGreaterThanOrEqual(3);
  await expect.poll(() => state().rows[0].grade?.score).toBe(40);
  stopMarking();
  await marking;
  expect(state().status).toBe('stopped');
  expect(state().rows.map(({ grade, why }) => [grade?.score ?? null, why])).toEqual([
    [40, null],
    [null, 'not-played'],
    [null, 'no-link'],
  ]);
});

it('a row that no machine can play says why, and one of an unknown prompt too; the others are graded', async () => {
  const { crew } = crewForTests();
  const failing = await encodeLink({ ...lone, title: 'fails' });
  await startMarking({ text: `link,prompt\n${failing},chat\n${loneLink},poker\n${loneLink},`, prompt: 'chat', seeds: 1, taskOf, crew });
  expect(state().rows.map(({ why, problem, grade }) => [why, problem, grade?.score ?? null])).toEqual([
    ['failed', 'out of memory', null],
    ['no-prompt', 'no-prompt', null],
    [null, null, 30],
  ]);
});

it('marking anew forgets what was marked, and takes no more rows than a page can hold', async () => {
  const first = crewForTests(false);
  const one = startMarking({ text: loneLink, prompt: 'chat', seeds: 1, taskOf, crew: first.crew });
  await expect.poll(() => first.jobs.length).toBe(1);
  const { crew } = crewForTests();
  await startMarking({ text: 'x\n'.repeat(mostRows + 5), prompt: 'chat', seeds: 1, taskOf, crew });
  await one;
  expect(state().rows).toHaveLength(mostRows);
  expect(state().status).toBe('done');
});

it('with a key all rows are of its assignment: who, for what, and against which rules', async () => {
  const { crew } = crewForTests();
  const asked = { id: 'hw', words: '', deadline: '', locked: ['db-1'], free: [], kinds: null, traffic: true };
  const made = (await makeAssignment({
    design: setTargets(lone, { p99Ms: 500 }),
    task: asked,
    hidden: { scenario: false, traffic: false },
    salt: '',
  }))!;
  const key = (await openKey(made.key)) as OpenKey;
  const gradeCrew: GradeCrew = { ...crew, add: (job) => crew.add({ ...job, task }) };
  const handIn = (name: string, hash = key.hash) => encodeLink({ ...made.student, assignment: writeHandIn(hash, name, '7') });
  const cheat = await encodeLink(setParam({ ...made.student, assignment: writeHandIn(key.hash, 'Lee', '') }, 'db-1', 'replicas', 3));
  const text = ['link,assignment', `${await handIn('Kim')},HW 1`, cheat, loneLink, await handIn('Choi', '0'.repeat(64)), 'nothing'].join(
    '\n',
  );
  const keyed = { ...key, task: { ...key.task, rubric: task.rubric } };
  await startMarking({ text, prompt: 'chat', key: keyed, seeds: 1, taskOf, crew: gradeCrew });
  expect(
    state().rows.map(({ name, prompt, why, isUnsigned, breaches = [] }) => [
      name,
      prompt,
      why,
      isUnsigned,
      breaches.map(({ what }) => what),
    ]),
  ).toEqual([
    ['Kim 7', 'hw', null, false, []],
    ['Lee', 'hw', null, false, ['set']],
    ['', 'hw', null, true, ['requirements']],
    ['Choi 7', 'hw', 'other-assignment', false, []],
    ['', 'hw', 'no-link', undefined, []],
  ]);
  expect(state().rows.map(({ grade }) => grade !== null)).toEqual([true, true, true, false, false]);
  const csv = marksCsv(state().rows).split('\r\n');
  expect(csv[2]).toContain('db-1.replicas was changed');
  expect(csv[3]).toContain('not handed in for this assignment; the requirements were changed');
});
