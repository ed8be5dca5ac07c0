/**
 * The interview that is taken: the clock, what was asked and estimated, checks and the report. Kept on this device, so that a reload
 * does not end it. Fetched when the first one is begun. The design is a document of the candidate's own like any other.
 */

import { createStore } from 'zustand/vanilla';
import { encodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { setParam, setTitle, setWorkloadParam } from '../design/edits.ts';
import type { GradeJob } from '../prompts/gradeJob.ts';
import { calmTask, commitmentText, type Pace } from '../prompts/interview.ts';
import { type Grade, mergeSeeds } from '../prompts/merge.ts';
import type { Estimate, Prompt, PromptId } from '../prompts/prompt.ts';
import { isPromptId, promptEntries } from '../prompts/registry.ts';
import { usualSeeds } from '../prompts/seedGrade.ts';
import { designStore } from './designStore.ts';
import { gradeCrew } from './grading.ts';
import { interviewKey } from './interviewKey.ts';
import { newDocument } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';

export interface Kept {
  prompt: PromptId;
  pace: Pace;
  /** Wall clock, ms since 1970. */
  beganAt: number;
  /** Seconds for which the page was hidden. */
  away: number;
  asked: readonly string[];
  estimates: Readonly<Record<string, number>>;
  /** SHA-256 of the chaos, in hexadecimal; '' where the browser cannot. */
  commitment: string;
}

export interface Report {
  grade: Grade;
  design: Design;
  /** Of a second run of the same: whether every seed came to the same frames. */
  verified: 'not yet' | 'running' | 'same' | 'differs';
}

export interface InterviewState {
  kept: Kept | null;
  prompt: Prompt | null;
  /** What is being played, and its share. */
  busy: { what: 'check' | 'report'; played: number; of: number } | null;
  check: { grade: Grade; design: Design } | null;
  report: Report | null;
  failed: string | null;
}

const nothing: InterviewState = { kept: null, prompt: null, busy: null, check: null, report: null, failed: null };
export const interviewStore = createStore<InterviewState>()(() => nothing);

function keep(change: Partial<Kept>): void {
  const { kept } = interviewStore.getState();
  if (!kept) return;
  const next = { ...kept, ...change };
  interviewStore.setState({ kept: next });
  try {
    localStorage.setItem(interviewKey, JSON.stringify(next));
  } catch {
    // Forbidden or full: it lasts until the page is left.
  }
}

/** SHA-256 in hexadecimal; '' where the page may not. */
export async function sha256(text: string): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** From an address `#p=<id>`, or from the list. Shows the task; nothing begins before the candidate says so, and none that is taken ends. */
export async function showPrompt(id: string): Promise<boolean> {
  const entry = isPromptId(id) ? promptEntries[id] : undefined;
  const isOn = interviewStore.getState().kept !== null || (await resumeInterview());
  if (entry && !isOn) interviewStore.setState({ ...nothing, prompt: await entry.prompt() }, true);
  sessionStore.getState().set({ dialog: 'interview' });
  return false;
}

/** The clock starts, and what everybody begins with is in hand as a new document. */
export async function beginInterview(prompt: Prompt, pace: Pace, title: string): Promise<void> {
  const commitment = await sha256(commitmentText(prompt));
  const kept: Kept = { prompt: prompt.id, pace, beganAt: Date.now(), away: 0, asked: [], estimates: {}, commitment };
  await newDocument(setTitle(prompt.given, title));
  interviewStore.setState({ ...nothing, prompt, kept }, true);
  keep({});
  sessionStore.getState().set({ interview: true });
  watchHiding();
}

/** Goes on where a reload ended. False when there is nothing to go on with. */
export async function resumeInterview(): Promise<boolean> {
  try {
    const kept = JSON.parse(localStorage.getItem(interviewKey) ?? 'null') as Kept | null;
    const entry = kept && isPromptId(kept.prompt) ? promptEntries[kept.prompt] : undefined;
    if (!kept || !entry) return false;
    interviewStore.setState({ ...nothing, kept, prompt: await entry.prompt() }, true);
    sessionStore.getState().set({ interview: true });
    watchHiding();
    return true;
  } catch {
    return false;
  }
}

export function endInterview(): void {
  try {
    localStorage.removeItem(interviewKey);
  } catch {
    // nothing was kept then
  }
  interviewStore.setState(nothing, true);
  sessionStore.getState().set({ interview: false });
}

let isWatching = false;

/** Time away counts as time of the interview, and is told. */
function watchHiding(): void {
  if (isWatching) return;
  isWatching = true;
  let since: number | null = null;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) since = Date.now();
    else if (since !== null) {
      keep({ away: (interviewStore.getState().kept?.away ?? 0) + (Date.now() - since) / 1000 });
      since = null;
    }
  });
}

export function ask(id: string): void {
  const { kept } = interviewStore.getState();
  if (kept && !kept.asked.includes(id)) keep({ asked: [...kept.asked, id] });
}

/** The figure of the sheet; where it is a number of the workload, it becomes one of the design in hand. */
export function estimate({ id, becomes }: Estimate, value: number): void {
  const { kept } = interviewStore.getState();
  if (!kept) return;
  keep({ estimates: { ...kept.estimates, [id]: value } });
  if (!becomes) return;
  designStore
    .getState()
    .edit('setParam', (design) =>
      'part' in becomes ? setParam(design, becomes.part, becomes.field, value) : setWorkloadParam(design, becomes.workload, value),
    );
}

/** Plays seeds of the design in hand; null where that failed, which is said. */
async function play(what: 'check' | 'report', task: GradeJob['task'], design: Design, seeds: number): Promise<Grade | null> {
  interviewStore.setState({ busy: { what, played: 0, of: seeds }, failed: null });
  let played = 0;
  const ends = await Promise.all(
    Array.from({ length: seeds }, (_, i) =>
      gradeCrew()
        .add({ task, design, seed: i + 1 })
        .ended.then((end) => {
          interviewStore.setState({ busy: { what, played: ++played, of: seeds } });
          return end;
        }),
    ),
  );
  interviewStore.setState({ busy: null });
  const grades = ends.flatMap((end) => (end.end === 'done' ? [end.result] : []));
  if (grades.length === seeds) return mergeSeeds(task, grades);
  interviewStore.setState({ failed: ends.flatMap((end) => (end.end === 'failed' ? [end.reason] : []))[0] ?? null });
  return null;
}

/** The steady load on one seed, without chaos: what a candidate may look at on the way. */
export async function checkNow(): Promise<void> {
  const { prompt, busy } = interviewStore.getState();
  if (!prompt || busy) return;
  const { design } = designStore.getState();
  const grade = await play('check', calmTask(prompt), design, 1);
  if (grade) interviewStore.setState({ check: { grade, design } });
}

/** Everything, on all seeds, with the chaos that was promised. */
export async function reportNow(): Promise<void> {
  const { prompt, busy } = interviewStore.getState();
  if (!prompt || busy) return;
  const { design } = designStore.getState();
  const grade = await play('report', prompt, design, usualSeeds);
  if (grade) interviewStore.setState({ report: { grade, design, verified: 'not yet' } });
}

/** Plays the whole report once more and compares every seed's frames. */
export async function verifyReport(): Promise<void> {
  const { prompt, report, busy } = interviewStore.getState();
  if (!prompt || !report || busy) return;
  interviewStore.setState({ report: { ...report, verified: 'running' } });
  const again = await play('report', prompt, report.design, usualSeeds);
  const same = again !== null && isSame(again, report.grade);
  interviewStore.setState({ report: { ...report, verified: again === null ? 'not yet' : same ? 'same' : 'differs' } });
}

/** Whether two grades come from the same runs and say the same. */
export const isSame = (a: Grade, b: Grade): boolean =>
  a.score === b.score && JSON.stringify(a.seeds) === JSON.stringify(b.seeds) && JSON.stringify(a.lines) === JSON.stringify(b.lines);

/** What is handed in: the design, and behind it the prompt that it answers. */
export async function handInLink(): Promise<string> {
  const { prompt, report } = interviewStore.getState();
  const design = report?.design ?? designStore.getState().design;
  return `${location.href.replace(/[?#].*$/s, '')}#${await encodeLink(design)}&p=${prompt?.id ?? ''}`;
}
