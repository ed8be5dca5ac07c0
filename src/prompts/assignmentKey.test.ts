import { expect, it } from 'vitest';
import { writeHandIn } from '../design/assignment.ts';
import { addNode, removeParts, setParam, setSeconds, setWorkloadParam } from '../design/edits.ts';
import { setTargets } from '../design/targets.ts';
import { makeAssignment, type OpenKey, openKey } from './assignmentKey.ts';
import { gradeSeed } from './grade.ts';
import { gradedDesign } from './gradedDesign.ts';
import { handedInOf } from './handedIn.ts';
import { mergeSeeds } from './merge.ts';
import { lone, paired } from './taskForTests.ts';

const salt = '0123456789abcdef';
const exam = {
  ...setTargets(setSeconds(setWorkloadParam(lone, 'traffic', 1.5), 60), { p99Ms: 400, availabilityPercent: 99, monthlyUsd: 5000 }),
  scenario: [{ at: 20, act: 'crash' as const, node: 'web-1', instance: 0, seconds: 20 }],
};
const task = { id: 'hw', words: 'Survive.', deadline: '', locked: ['users-1', 'db-1'], free: [], kinds: null, traffic: true };

async function made(hidden = { scenario: true, traffic: false }) {
  const both = (await makeAssignment({ design: exam, task, hidden, salt }))!;
  return { ...both, open: (await openKey(both.key)) as OpenKey };
}

it('a student’s copy holds nothing of what is hidden but its promise; the key keeps the promise', async () => {
  const { student, key, open } = await made();
  expect(student.scenario).toEqual([]);
  expect(JSON.stringify(student)).not.toMatch(/"act":|\\"crash|0123456789abcdef/);
  expect(open).toMatchObject({ isKept: true, hidden: exam.scenario, assignment: { id: 'hw', locked: ['users-1', 'db-1'] } });
  expect(open.assignment.promise).toMatch(/^[0-9a-f]{64}$/);
  expect(open.task.given.scenario).toEqual(exam.scenario);
  // luck that nobody can try out before
  expect(open.task.id).toBe(salt);

  const other = { ...key, assignment: key.assignment!.replace('\\"at\\":20', '\\"at\\":30') };
  expect(other.assignment).not.toBe(key.assignment);
  expect(await openKey(other)).toMatchObject({ isKept: false });
  expect(await openKey({ ...key, assignment: key.assignment!.replace('\\"crash\\"', '\\"cra') })).toEqual({ problem: 'damaged' });
  expect(await openKey(student)).toEqual({ problem: 'no-key' });
});

it('with nothing hidden there is nothing to promise, and the key says so', async () => {
  const { student, open } = await made({ scenario: false, traffic: false });
  expect(student.scenario).toEqual(exam.scenario);
  expect(open).toMatchObject({ isKept: null, assignment: { promise: '' } });
  expect(open.task.id).toBe('hw');
});

it('hidden traffic is plain and steady in a student’s copy, and whole in marking', async () => {
  const trace = { name: 'launch', values: [0.2, 1], seconds: 60 };
  const design = { ...exam, workload: { ...exam.workload, params: { ...exam.workload.params, shape: 'trace' }, trace } };
  const both = (await makeAssignment({ design, task, hidden: { scenario: false, traffic: true }, salt }))!;
  expect(both.student.workload).toMatchObject({ trace: null, params: { shape: 'steady', traffic: 1.5 } });
  const open = (await openKey(both.key)) as OpenKey;
  expect(open.task.given.workload).toEqual(design.workload);
  expect(gradedDesign(open.task, both.student, 1).workload).toEqual(design.workload);
});

it('requirements are lines of a hundred points, met or not over the whole run under what was hidden', async () => {
  const { student, open } = await made();
  expect(open.task.rubric.map(({ id, points }) => [id, points])).toEqual([
    ['p99Ms', 34],
    ['availabilityPercent', 33],
    ['monthlyUsd', 33],
  ]);
  const grade = (design: typeof student) => mergeSeeds(open.task, [gradeSeed(open.task, design, 1)]);
  const earned = (design: typeof student) => Object.fromEntries(grade(design).lines.map((line) => [line.id, line.earned]));
  // one machine that dies for twenty seconds of sixty
  expect(earned(student)).toEqual({ p99Ms: 0, availabilityPercent: 0, monthlyUsd: 33 });
  expect(grade(student).scenario).toEqual(exam.scenario);
});

it('what was locked is put back before it is played; what is free is not', async () => {
  const { student, open } = await made();
  const cheat = setParam(
    setParam(setParam(setParam(student, 'users-1', 'ratePerSecond', 1), 'db-1', 'replicas', 4), 'web-1', 'cpuDynamicMs', 0.1),
    'web-1',
    'instances',
    6,
  );
  const played = gradedDesign(open.task, { ...setWorkloadParam(cheat, 'traffic', 0.1), seconds: 5, seed: 'lucky' }, 1);
  const paramsOf = (id: string) => played.nodes.find((node) => node.id === id)!.params;
  const given = (id: string) => student.nodes.find((node) => node.id === id)!.params;
  expect(paramsOf('users-1')).toEqual(given('users-1'));
  expect(paramsOf('db-1')).toEqual(given('db-1'));
  expect(paramsOf('web-1')).toEqual({ ...given('web-1'), instances: 6 });
  expect(played).toMatchObject({ seconds: 60, workload: exam.workload });
  expect(played.seed).not.toBe('lucky');
  expect(gradedDesign(open.task, student, 2).seed).not.toBe(played.seed);
});

it('a part that is added works as fast as the first of its kind that was given out', async () => {
  const own = setParam(exam, 'web-1', 'cpuDynamicMs', 21);
  const both = (await makeAssignment({ design: own, task, hidden: { scenario: false, traffic: false }, salt }))!;
  const open = (await openKey(both.key)) as OpenKey;
  const played = gradedDesign(open.task, addNode(both.student, 'web-server', { x: 0, y: 0 }), 1);
  expect(played.nodes.find(({ id }) => id === 'web-2')?.params.cpuDynamicMs).toBe(21);
});

it('what is planned finds the busiest of its kind where the part itself is gone, and is missed where there is none', async () => {
  const { open } = await made();
  const renamed = {
    ...paired,
    nodes: paired.nodes.map((node) => (node.id === 'web-1' ? { ...node, id: 'front' } : node)),
    links: paired.links.map((link) => ({
      ...link,
      from: link.from === 'web-1' ? 'front' : link.from,
      to: link.to === 'web-1' ? 'front' : link.to,
    })),
  };
  expect(gradedDesign(open.task, renamed, 1).scenario).toEqual([{ ...exam.scenario[0], node: 'front' }]);
  const without = removeParts(renamed, { nodes: ['front'] });
  expect(gradedDesign(open.task, without, 1).scenario).toEqual([]);
  expect(gradeSeed(open.task, without, 1).missing).toEqual(['web-server']);
});

it('a hand-in says for what it is; another assignment’s does not pass for it', async () => {
  const { student, open } = await made();
  const sign = (hash: string) => ({ ...student, assignment: writeHandIn(hash, 'Kim', '17') });
  expect(await handedInOf(open, sign(open.hash))).toEqual({ name: 'Kim', number: '17', saysFor: 'this' });
  expect(await handedInOf(open, sign('0'.repeat(64)))).toMatchObject({ saysFor: 'other' });
  expect(await handedInOf(open, student)).toMatchObject({ saysFor: 'this', name: '' });
  const { assignment: _, ...plain } = student;
  expect(await handedInOf(open, plain)).toMatchObject({ saysFor: 'nothing' });
});
