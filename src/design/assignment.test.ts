import { expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { type Assignment, readCarried, writeHandIn, writeKey, writeTask } from './assignment.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { longestAssignment, parseFile, toFile } from './parse.ts';

const task: Assignment = {
  id: 'hw-3',
  words: 'Keep the shop open.\nWhatever happens.',
  deadline: 'Friday, 18:00',
  locked: ['users-1', 'l1'],
  free: ['users-1.ratePerSecond'],
  kinds: ['cache', 'web-server'],
  traffic: true,
  promise: 'a'.repeat(64),
};

it('comes back as it was written: a task, a key, a hand-in', () => {
  const taskText = writeTask(task);
  // in the order of all kinds, whatever order it was written in
  const read = { ...task, kinds: expect.arrayContaining(['cache', 'web-server']) };
  expect(readCarried(taskText)).toEqual({ sort: 'task', task: read, taskText });
  expect(readCarried(writeTask({ ...task, kinds: null, promise: '' }))).toMatchObject({ task: { kinds: null, promise: '' } });
  expect(readCarried(writeKey(taskText, '["salt",[],0]'))).toEqual({ sort: 'key', task: read, taskText, hiddenText: '["salt",[],0]' });
  expect(readCarried(writeHandIn('b'.repeat(64), ' Kim\n Mina ', '2026\u202e17'))).toEqual({
    sort: 'hand-in',
    assignment: 'b'.repeat(64),
    name: 'Kim  Mina',
    number: '202617',
  });
});

it.each([
  undefined,
  '',
  'task',
  '{}',
  '[]',
  '["t2"]',
  '["t1"]',
  '["t1","no spaces"]',
  '["t1",7]',
  '["k1","x","y"]',
  `["k1",${JSON.stringify(JSON.stringify(['h1', 'b'.repeat(64), '', '']))},""]`,
  '["h1","abc","",""]',
  `["h1","${'B'.repeat(64)}"]`,
])('a text that means nothing means nothing: %j', (text) => {
  expect(readCarried(text)).toBeNull();
});

it('lets nothing through that is not clean', () => {
  const dirty = JSON.stringify([
    't1',
    'x',
    'a\u202eb\u0000c\nd',
    '<b>\n',
    ['ok', 'not ok', 7, '__proto__'],
    ['web-1.instances', 'web-1', 'a.b.c', 'x.y z'],
    ['web-server', 'toaster'],
    'yes',
    'zz',
  ]);
  expect(readCarried(dirty)).toMatchObject({
    task: {
      words: 'ab c\nd',
      deadline: '<b>',
      locked: ['ok', '__proto__'],
      free: ['web-1.instances'],
      kinds: ['web-server'],
      traffic: false,
      promise: '',
    },
  });
});

it('travels in links and files letter for letter, and costs other links nothing', async () => {
  const design = { ...chapter.design, assignment: writeTask(task) };
  const decoded = await decodeLink(await encodeLink(design));
  expect(decoded).toMatchObject({ ok: true, repairs: [], design: { assignment: design.assignment } });
  expect(parseFile(toFile(design))).toMatchObject({ ok: true, repairs: [], design: { assignment: design.assignment } });
  const plain = await decodeLink(await encodeLink(chapter.design));
  expect(plain.ok && Object.hasOwn(plain.design, 'assignment')).toBe(false);
});

it('is kept whole or not at all', () => {
  const long = { ...chapter.design, assignment: 'x'.repeat(longestAssignment + 1) };
  const parsed = parseFile(toFile(long));
  expect(parsed).toMatchObject({ ok: true, repairs: [{ code: 'unknown-field', field: 'assignment' }] });
  expect(parsed.ok && Object.hasOwn(parsed.design, 'assignment')).toBe(false);
  expect(parseFile(toFile({ ...chapter.design, assignment: 7 as unknown as string }))).toMatchObject({
    repairs: [{ field: 'assignment' }],
  });
});
