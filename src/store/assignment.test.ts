import { beforeEach, expect, it } from 'vitest';
import { writeTask } from '../design/assignment.ts';
import { addNode, emptyDesign, setParam, setTitle } from '../design/edits.ts';
import { paired } from '../prompts/taskForTests.ts';
import { assignmentStore, keepAssignments } from './assignment.ts';
import { designStore } from './designStore.ts';
import { sessionStore } from './sessionStore.ts';

const task = {
  id: 'hw',
  words: '',
  deadline: '',
  locked: ['db-1'],
  free: ['db-1.replicas'],
  kinds: ['cache'],
  traffic: true,
  promise: '',
} as const;
const assigned = { ...paired, assignment: writeTask(task) };
const { open, edit, undo } = designStore.getState();
const now = () => designStore.getState().design;

beforeEach(() => open(emptyDesign(), null, 'mine'));

// first: nobody keeps rules yet
it('until somebody keeps its rules nothing of an assignment is changed, and other designs are free', () => {
  open(assigned, null, 'mine');
  edit('rename', (design) => setTitle(design, 'Mine'));
  expect(now()).toBe(assigned);
  open(paired, null, 'mine');
  edit('rename', (design) => setTitle(design, 'Mine'));
  expect(now().title).toBe('Mine');
});

it('what the rules allow is one undo step; what they do not is none, and is said', () => {
  keepAssignments();
  open(assigned, null, 'mine');
  edit('setParam', (design) => setParam(design, 'web-1', 'instances', 5));
  edit('setParam', (design) => setParam(design, 'db-1', 'replicas', 2));
  const before = now();
  edit('setParam', (design) => setParam(design, 'db-1', 'readsFrom', 'replicas'));
  expect(now()).toBe(before);
  expect(assignmentStore.getState().refused).toEqual({ what: 'set', id: 'db-1', field: 'readsFrom' });
  edit('paste', (design) => addNode(design, 'cdn', { x: 0, y: 0 }));
  expect(assignmentStore.getState().refused).toEqual({ what: 'kind', id: 'cdn-1', kind: 'cdn' });
  edit('reopenRun', () => paired);
  expect(assignmentStore.getState().refused).toEqual({ what: 'other' });
  expect(designStore.getState().history.past).toHaveLength(2);
  undo();
  undo();
  expect(now()).toBe(assigned);
});

it('says which settings are locked, and which parts are offered; another document frees both', () => {
  keepAssignments();
  open(assigned, null, 'mine');
  const { locked, offered } = sessionStore.getState();
  expect(offered).toEqual(['cache']);
  expect([locked?.('db-1', 'readsFrom'), locked?.('db-1', 'replicas'), locked?.('web-1', 'instances')]).toEqual([true, false, false]);
  // how the world is, is locked everywhere
  expect([locked?.('web-1', 'cpuDynamicMs'), locked?.('l1', 'rttMs'), locked?.('l1', 'retries')]).toEqual([true, true, false]);
  open(paired, null, 'mine');
  expect(sessionStore.getState().locked).toBeNull();
  expect(assignmentStore.getState().carried).toBeNull();
});
