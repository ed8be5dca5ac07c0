/**
 * The marking page: a sheet of hand-ins, graded by the crew row by row. Never saved; loaded with the page that shows it. A stop keeps every
 * row that is whole, and what was graded once is not played again.
 */

import { createStore } from 'zustand/vanilla';
import { decodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { splitLink } from '../design/linkText.ts';
import type { OpenKey } from '../prompts/assignmentKey.ts';
import { breachesOf } from '../prompts/assignmentRules.ts';
import type { Task } from '../prompts/calmDesign.ts';
import type { GradeCrew } from '../prompts/gradeJob.ts';
import { handedInOf } from '../prompts/handedIn.ts';
import { type HandIn, handInsOf } from '../prompts/handIns.ts';
import { printOf } from '../prompts/lookAlikes.ts';
import type { Mark } from '../prompts/marks.ts';
import { mergeSeeds } from '../prompts/merge.ts';
import type { SeedGrade } from '../prompts/seedGrade.ts';

export type RowProblem =
  | 'no-link'
  | 'cut'
  | 'damaged'
  | 'newer-version'
  | 'too-big'
  | 'no-prompt'
  | 'other-assignment'
  | 'not-played'
  | 'failed';

export interface MarkedRow extends Mark {
  /** As it was handed in; null where there is no design. */
  design: Design | null;
  /** Why it is not graded; null while it is waited for, and when it is. */
  why: RowProblem | null;
}

export interface MarkingState {
  status: 'idle' | 'playing' | 'stopped' | 'done';
  rows: readonly MarkedRow[];
  seeds: number;
  /** Seeds played of all that there are. */
  played: number;
  toPlay: number;
}

const idle: MarkingState = { status: 'idle', rows: [], seeds: 0, played: 0, toPlay: 0 };
export const markingStore = createStore<MarkingState>()(() => idle);

/** Rows on one page: a class, a course; more is for the command line. */
export const mostRows = 2000;
/** Between two pictures of a table that fills, ms. */
const redrawMs = 200;

export interface MarkingAsked {
  text: string;
  /** Of rows that name none. */
  prompt: string;
  /** Of all rows, whatever they name; left out: each is of its prompt. */
  key?: OpenKey | null;
  seeds: number;
  taskOf: (prompt: string) => Promise<Task> | null;
  crew: GradeCrew;
}

let stopNow: (() => void) | null = null;

/** At once; rows that are graded stay, and the others say that they were not played. */
export function stopMarking(): void {
  stopNow?.();
}

export function clearMarking(): void {
  stopMarking();
  markingStore.setState(idle, true);
}

/** Resolves when every row is graded or is known not to be. Whatever was being marked is stopped. */
export async function startMarking({ text, prompt, key = null, seeds, taskOf, crew }: MarkingAsked): Promise<void> {
  clearMarking();
  let isStopped = false;
  const rows: MarkedRow[] = handInsOf(text)
    .slice(0, mostRows)
    .map((row) => (key ? rowOf({ ...row, prompt: key.assignment.id }, prompt) : rowOf(row, prompt)));
  let played = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const draw = () => {
    timer = null;
    markingStore.setState({ rows: [...rows], played });
  };
  const drawSoon = () => {
    timer ??= setTimeout(draw, redrawMs);
  };
  const end = (status: 'stopped' | 'done') => {
    if (timer !== null) clearTimeout(timer);
    if (isStopped) return;
    isStopped = true;
    stopNow = null;
    for (const [i, row] of rows.entries()) if (row.grade === null && row.why === null) rows[i] = problem(row, 'not-played');
    markingStore.setState({ status, rows: [...rows], played });
  };
  stopNow = () => {
    end('stopped');
    crew.cancelAll();
  };
  markingStore.setState({ status: 'playing', rows: [...rows], seeds, played: 0, toPlay: rows.length * seeds }, true);

  // the same link for the same prompt is played once, however many hand it in
  const known = new Map<string, Promise<SeedGrade[] | string>>();
  const play = (task: Task, design: Design): Promise<SeedGrade[] | string> =>
    Promise.all(
      Array.from({ length: seeds }, (_, i) =>
        crew.add({ task, design, seed: i + 1 }).ended.then((ended) => {
          played++;
          drawSoon();
          return ended;
        }),
      ),
    ).then((ends) => {
      const failed = ends.find((each) => each.end === 'failed');
      if (failed?.end === 'failed') return failed.reason;
      return ends.flatMap((each) => (each.end === 'done' ? [each.result] : []));
    });

  const grade = async (i: number): Promise<void> => {
    const read = await readRow(rows[i], key);
    if (isStopped) return;
    rows[i] = read;
    const task = key?.task ?? (read.prompt === null ? null : taskOf(read.prompt));
    if (read.design === null || read.why !== null || task === null) {
      if (task === null && read.why === null) rows[i] = problem(read, 'no-prompt');
      played += seeds;
      drawSoon();
      return;
    }
    const link = `${read.prompt} ${payloadOf(read.source)}`;
    const isNew = !known.has(link);
    const playing = known.get(link) ?? play(await task, read.design);
    known.set(link, playing);
    const grades = await playing;
    if (isStopped) return;
    if (!isNew) played += seeds;
    if (typeof grades === 'string') rows[i] = { ...problem(read, 'failed'), problem: grades };
    else if (grades.length === seeds) rows[i] = { ...read, grade: mergeSeeds(await task, grades) };
    drawSoon();
  };
  // read one after the other, so that a long sheet does not stop the page; played side by side
  const all: Promise<void>[] = [];
  for (let i = 0; i < rows.length && !isStopped; i++) {
    const one = grade(i);
    all.push(one);
    await Promise.race([one, new Promise((resolve) => setTimeout(resolve, 0))]);
  }
  await Promise.all(all);
  end('done');
}

const rowOf = ({ line, name, source, prompt }: HandIn, usual: string): MarkedRow => ({
  line,
  name,
  source,
  prompt: prompt ?? usual,
  print: null,
  grade: null,
  problem: null,
  design: null,
  why: null,
});

const problem = (row: MarkedRow, why: RowProblem): MarkedRow => ({ ...row, why, problem: why });

const payloadOf = (source: string): string => {
  const split = splitLink(source);
  return split.ok ? `${split.body}.${split.checksum}` : source;
};

async function readRow(row: MarkedRow, key: OpenKey | null): Promise<MarkedRow> {
  const decoded = await decodeLink(row.source);
  if (decoded.ok) {
    const { design } = decoded;
    return key ? assignedRow(row, design, key) : { ...row, design, print: printOf(design) };
  }
  const { code } = decoded.problem;
  return problem(row, code === 'empty' || code === 'not-a-link' ? 'no-link' : code);
}

/** Whose it is and for what, as its link says, and every rule that it breaks. */
async function assignedRow(row: MarkedRow, design: Design, key: OpenKey): Promise<MarkedRow> {
  const said = await handedInOf(key, design);
  const read: MarkedRow = {
    ...row,
    design,
    name: row.name || [said.name, said.number].filter(Boolean).join(' '),
    print: printOf(design, key.start),
    breaches: breachesOf(key.assignment, key.start, design),
    isUnsigned: said.saysFor === 'nothing',
  };
  return said.saysFor === 'other' ? problem(read, 'other-assignment') : read;
}
