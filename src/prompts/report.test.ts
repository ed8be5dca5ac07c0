import { describe, expect, it } from 'vitest';
import { setParam } from '../design/edits.ts';
import { engineMajor } from '../engine/version.ts';
import { digestOf, withStep } from './buildHistory.ts';
import { rubricEdition } from './edition.ts';
import { gradeSeed } from './grade.ts';
import { mergeSeeds } from './merge.ts';
import { buildVerdict, differencesOf } from './reportCheck.ts';
import {
  gradeFromPaper,
  gradeOnPaper,
  isOfOtherEdition,
  isOfOtherEngine,
  type ReportRecord,
  readReportFile,
  reportApp,
  reportFile,
  reportVersion,
} from './reportRecord.ts';
import { packPaper, paperTextOf, unpackPaper } from './reportText.ts';
import { paired, taskForTests } from './taskForTests.ts';

const task = { ...taskForTests, rubric: taskForTests.rubric.filter(({ id }) => id !== 'alone') };
const gradeOf = (design: typeof paired) =>
  mergeSeeds(
    task,
    [1, 2].map((seed) => gradeSeed(task, design, seed)),
  );
const grade = gradeOf(paired);
const steps = withStep([], task.given, paired, 90, 'paste');
const record: ReportRecord = {
  app: reportApp,
  version: reportVersion,
  engine: engineMajor,
  edition: rubricEdition,
  prompt: 'chat',
  mode: 'strict',
  pace: 1.5,
  elapsed: 2712,
  away: 190,
  marks: [{ at: 60, what: 'away', seconds: 190 }],
  phases: [{ phase: 'requirements', seconds: 412, budget: 450 }],
  bookmarks: [61.5],
  asked: ['order'],
  estimates: { servers: 10 },
  commitment: 'ab'.repeat(32),
  ...gradeOnPaper(grade),
  drill: { fault: 'surge', at: 31, struckAt: 2000, namedAt: 2031.5, wellAt: null, wrong: 1 },
  struck: [{ at: 1800, code: 'K7-PLUM', fault: 'cache-dies' }],
  build: { digest: digestOf(steps), count: 1, steps },
  design: paired,
};
const { design: _, ...paper } = record;

it('travels behind a link and in a file without losing a digit', async () => {
  const text = await packPaper(paper);
  expect(text).toMatch(/^r1\.[\w-]+\.[0-9a-z]+\.z$/);
  expect(await unpackPaper(text)).toEqual({ ok: true, paper });
  expect(readReportFile(reportFile(record))).toEqual({ ok: true, record });
  expect(paperTextOf(`a1.x.y.z&p=chat&r=${text}`)).toBe(text);
  expect(paperTextOf(`a1.x.y.z&amp;p=chat&amp;r=${text.slice(0, 40)}\n${text.slice(40)}.`)).toBe(text);
  expect(paperTextOf('a1.x.y.z&p=chat')).toBeNull();
});

it('a report of the first version is read for ever', async () => {
  const frozen =
    '{"app":"faultline-report","version":1,"engine":2,"prompt":"chat","mode":"coach","pace":1,"elapsed":60,"away":0,"marks":[],"asked":[],"estimates":{},"commitment":"","score":40,"seed":1,"lines":[{"id":"p99","value":0.4,"overall":null,"earned":10,"at":60}],"seeds":[{"score":40,"framesHash":"00ff","endedAt":null}],"fatal":["half"],"missing":[],"drill":null,"struck":[],"build":{"digest":"00","count":0,"steps":null}}';
  // editions, phases and bookmarks came later
  const paper = { ...JSON.parse(frozen), edition: 1, phases: null, bookmarks: [] };
  expect(await unpackPaper(await packPaper(JSON.parse(frozen)))).toEqual({ ok: true, paper });
});

describe('bad input 69: a forged report', () => {
  it('a true one is the same to the digit', () => {
    expect(differencesOf(paper, gradeOf(paired))).toEqual([]);
    expect(buildVerdict(task, record)).toBe('whole');
  });

  it('a better score, a better line, a line that is not there: each is named with what it is', () => {
    const second = grade.lines[1];
    const lines = paper.lines.map((line, i) => (i === 1 ? { ...line, value: 0.001, earned: 25 } : line));
    expect(differencesOf({ ...paper, lines, score: 99 }, grade)).toEqual([
      { line: 2, id: 'p99', what: 'value', said: 0.001, is: second.value },
      ...(second.earned === 25 ? [] : [{ line: 2, id: 'p99', what: 'earned', said: 25, is: second.earned }]),
      { line: 0, id: '', what: 'score', said: 99, is: grade.score },
    ]);
    expect(differencesOf({ ...paper, lines: paper.lines.slice(1) }, grade).map(({ line }) => line)).toContain(1);
  });

  it('the last digit counts, and so does another run with the same numbers', () => {
    const [first, ...others] = paper.lines.slice(1);
    const nearly = [paper.lines[0], { ...first, value: (first.value ?? 0) * (1 + 2 ** -52) }, ...others];
    expect(differencesOf({ ...paper, lines: nearly }, grade)).toHaveLength(1);
    const seeds = [{ ...paper.seeds[0], framesHash: 'feedfeedfeedfeed' }, paper.seeds[1]];
    expect(differencesOf({ ...paper, seeds }, grade)).toEqual([{ line: 0, id: '', what: 'frames', said: 1, is: 2 }]);
    expect(differencesOf({ ...paper, fatal: ['half'] }, grade)).toHaveLength(1);
  });

  it('another design under the same words is found', () => {
    expect(differencesOf(paper, gradeOf(setParam(paired, 'web-1', 'instances', 4))).length).toBeGreaterThan(1);
  });

  it('a build history that was changed, or leads elsewhere', () => {
    expect(buildVerdict(task, { ...record, build: { ...record.build, steps: [{ ...steps[0], at: 5 }] } })).toBe('other-digest');
    expect(buildVerdict(task, { ...record, design: setParam(paired, 'web-1', 'instances', 4) })).toBe('other-end');
    expect(buildVerdict(task, { ...record, build: { ...record.build, steps: null } })).toBe('left-out');
    const broken = [{ at: 1, label: 'x', change: { format: ['none'] as [unknown] } }];
    expect(buildVerdict(task, { ...record, build: { digest: digestOf(broken), count: 1, steps: broken } })).toBe('broken');
  });

  it('one of an earlier edition of the rubrics says so', () => {
    expect([isOfOtherEdition(record), isOfOtherEdition({ edition: 1 })]).toEqual([false, true]);
  });

  it('one of another engine says so', () => {
    expect([isOfOtherEngine(record), isOfOtherEngine({ engine: engineMajor - 1 })]).toEqual([false, true]);
  });
});

describe('rubbish', () => {
  it('is refused with a reason', async () => {
    const text = await packPaper(paper);
    const flipped = text.replace(/.(?=\.[0-9a-z]+\.z$)/, (c) => (c === 'A' ? 'B' : 'A'));
    expect((await unpackPaper(flipped)).ok).toBe(false);
    for (const bad of ['', 'r1', text.slice(0, 60), `${text}z`, 'r1.AAAA.1.z', text.replace('.z', '.y')])
      expect(await unpackPaper(bad)).toEqual({ ok: false, problem: 'damaged' });
    expect(await unpackPaper('r2.x.y.z')).toEqual({ ok: false, problem: 'newer-version' });
    expect(readReportFile('nothing')).toEqual({ ok: false, problem: 'not-json' });
    expect(readReportFile('{"app":"faultline"}')).toEqual({ ok: false, problem: 'not-a-report' });
    expect(readReportFile(JSON.stringify({ ...record, version: 2 }))).toEqual({ ok: false, problem: 'newer-version' });
    expect(readReportFile(JSON.stringify({ ...record, design: 3 }))).toEqual({ ok: false, problem: 'no-design' });
    for (const change of [
      { prompt: 'poker' },
      { score: 'NaN' },
      { lines: Array(100).fill(paper.lines[0]) },
      { estimates: { a: {} } },
      { pace: 3 },
    ])
      expect(readReportFile(JSON.stringify({ ...record, ...change }))).toEqual({ ok: false, problem: 'not-a-report' });
    expect(readReportFile(`${'['.repeat(1000)}${']'.repeat(1000)}`).ok).toBe(false);
  });

  it('what it says is shown line by line until it was played, in the order of the rubric', () => {
    const claimed = gradeFromPaper(task, paper);
    expect(claimed.lines).toEqual(grade.lines);
    expect(gradeFromPaper(task, { ...paper, lines: [] }).lines.map(({ earned }) => earned)).toEqual(task.rubric.map(() => 0));
  });
});
