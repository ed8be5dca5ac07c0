/** A teacher's key: made of a design, opened again for marking, and turned into a task that is graded like any other. */

import { type Assignment, readCarried, writeKey, writeTask } from '../design/assignment.ts';
import type { Design, ScenarioEvent } from '../design/design.ts';
import { parseDesign } from '../design/parse.ts';
import { type TargetName, targetNames } from '../design/targets.ts';
import { goalOfTarget } from '../goals/targets.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Task } from './calmDesign.ts';
import type { RubricLine } from './prompt.ts';
import { sha256 } from './sha256.ts';

export interface MakingAsked {
  /** As the teacher has it: with all that happens, and all the traffic. */
  design: Design;
  task: Omit<Assignment, 'promise'>;
  /** What only marking shows. */
  hidden: { scenario: boolean; traffic: boolean };
  /** Kept secret until marking, so that nobody can find what is hidden by trying: 16 characters of chance. */
  salt: string;
}

/**
 * The student's copy and the key. Both open as the same design; the key has beside it what is hidden.
 * @returns null where the page may not compute SHA-256
 */
export async function makeAssignment({ design, task, hidden, salt }: MakingAsked): Promise<{ student: Design; key: Design } | null> {
  const { scenario, workload } = design;
  const isHidden = (hidden.scenario && scenario.length > 0) || hidden.traffic;
  const hiddenText = isHidden ? JSON.stringify([salt, hidden.scenario ? scenario : [], hidden.traffic ? workload : 0]) : '';
  const promise = isHidden ? await sha256(hiddenText) : '';
  if (promise === null) return null;
  const start: Design = {
    ...design,
    scenario: hidden.scenario ? [] : scenario,
    workload: hidden.traffic ? { params: { ...workload.params, shape: 'steady' }, trace: null, recording: null } : workload,
  };
  const taskText = writeTask({ ...task, promise });
  return { student: { ...start, assignment: taskText }, key: { ...start, assignment: writeKey(taskText, hiddenText) } };
}

export interface OpenKey {
  task: Task;
  assignment: Assignment;
  /** SHA-256 of the assignment, as hand-ins say it. */
  hash: string;
  /** As it was given out. */
  start: Design;
  /** What happens in marking that no student was shown. */
  hidden: readonly ScenarioEvent[];
  /** Whether what is hidden is what was promised; null where nothing is. */
  isKept: boolean | null;
}

export type KeyProblem = 'no-key' | 'damaged' | 'no-hash';

/** Opens a design that carries a key. Never throws. */
export async function openKey(design: Design): Promise<OpenKey | { problem: KeyProblem }> {
  const carried = readCarried(design.assignment);
  if (carried?.sort !== 'key') return { problem: 'no-key' };
  const { task: assignment, taskText, hiddenText } = carried;
  const [hash, promise] = [await sha256(taskText), await sha256(hiddenText)];
  if (hash === null) return { problem: 'no-hash' };
  const { assignment: _, ...start } = design;
  const found = readHidden(hiddenText, start);
  if (!found) return { problem: 'damaged' };
  return {
    task: taskOf(assignment, start, found),
    assignment,
    hash,
    start,
    hidden: found.scenario,
    isKept: assignment.promise === '' && hiddenText === '' ? null : promise === assignment.promise,
  };
}

interface Hidden {
  salt: string;
  scenario: readonly ScenarioEvent[];
  workload: Design['workload'];
}

/** Through the same door as every document. */
function readHidden(text: string, start: Design): Hidden | null {
  if (text === '') return { salt: '', scenario: [], workload: start.workload };
  try {
    const [salt, scenario, workload] = JSON.parse(text) as [unknown, unknown, unknown];
    const parsed = parseDesign({ ...start, scenario, workload: workload === 0 ? start.workload : workload });
    return parsed.ok ? { salt: String(salt), scenario: parsed.design.scenario, workload: parsed.design.workload } : null;
  } catch {
    return null;
  }
}

const groups: Readonly<Record<TargetName, RubricLine['group']>> = {
  p99Ms: 'steady',
  availabilityPercent: 'steady',
  stalePercent: 'correctness',
  lostWrites: 'correctness',
  rtoSeconds: 'chaos',
  rpoSeconds: 'chaos',
  monthlyUsd: 'cost',
};

/** Requirements are the lines of the rubric, all or nothing, each worth as much; without any, that every request is answered somewhere. */
function taskOf(assignment: Assignment, start: Design, { salt, scenario, workload }: Hidden): Task {
  const { targets = {} } = start;
  const asked = targetNames.filter((name) => targets[name] !== undefined);
  const worth = (i: number) => Math.floor(100 / asked.length) + (i < 100 % asked.length ? 1 : 0);
  const rubric = asked.map(
    (name, i): RubricLine => ({
      id: name,
      group: groups[name],
      points: worth(i),
      goal: goalOfTarget(name, targets[name] ?? 0),
      over: 'all',
    }),
  );
  const reachable: RubricLine = {
    id: 'reachable',
    group: 'functional',
    points: 100,
    goal: { measure: { of: 'design', figure: 'reachableClasses' }, is: '>=', value: 1 },
    over: 'all',
  };
  const events = [...start.scenario, ...scenario].sort((a, b) => a.at - b.at);
  return {
    id: salt === '' ? assignment.id : salt,
    given: { ...start, workload, scenario: events },
    budgetUsd: targets.monthlyUsd ?? Number.POSITIVE_INFINITY,
    run: { warmUpSeconds: 0, steadySeconds: start.seconds, chaosSeconds: 0 },
    chaos: [],
    rubric: rubric.length > 0 ? rubric : [reachable],
    fatal: [],
    needs: struckKinds(events, start).map((kind) => ({ id: kind, parts: { kinds: [kind] } })),
    rules: { task: assignment, start },
  };
}

/** Kinds that something happens to: a design without any of them would pass it by. */
function struckKinds(events: readonly ScenarioEvent[], { nodes }: Design): NodeKind[] {
  const ids = new Set(events.flatMap((event) => ('node' in event ? [event.node] : [])));
  return [...new Set(nodes.filter(({ id }) => ids.has(id)).map(({ kind }) => kind))];
}
