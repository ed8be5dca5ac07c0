/** Reports that are handed on: made a link or a file here, opened from one, and played again before anybody believes them. */

import { createStore } from 'zustand/vanilla';
import { decodeLink, encodeLink } from '../design/codec.ts';
import { engineMajor } from '../engine/version.ts';
import { toggledBookmark } from '../prompts/bookmarks.ts';
import { digestOf } from '../prompts/buildHistory.ts';
import { rubricEdition } from '../prompts/edition.ts';
import { phaseTimes } from '../prompts/interviewPhases.ts';
import type { Grade } from '../prompts/merge.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { promptEntries } from '../prompts/registry.ts';
import { type BuildVerdict, buildVerdict, type Difference, differencesOf } from '../prompts/reportCheck.ts';
import {
  gradeOnPaper,
  type ReportProblem,
  type ReportRecord,
  readReportFile,
  reportApp,
  reportFile,
  reportVersion,
} from '../prompts/reportRecord.ts';
import { longestReportLink, packPaper, paperTextOf, unpackPaper } from '../prompts/reportText.ts';
import { usualSeeds } from '../prompts/seedGrade.ts';
import { buildSteps } from './buildRecorder.ts';
import { plainName, saveText } from './files.ts';
import { interviewStore, type Kept, type Report } from './interview.ts';
import { playSeeds } from './interviewPlay.ts';
import { sessionStore } from './sessionStore.ts';

export interface Shared {
  record: ReportRecord;
  prompt: Prompt;
  build: BuildVerdict;
  /** What came of playing it again, and what is not as it was said; null while it is not known. */
  again: Grade | null;
  differences: readonly Difference[] | null;
}

export interface SharedState {
  shared: Shared | null;
  problem: ReportProblem | 'damaged' | null;
}

export const sharedStore = createStore<SharedState>()(() => ({ shared: null, problem: null }));

/** The report of the interview that is taken, as it is handed on. */
export function recordOf(kept: Kept, { grade, design }: Report): ReportRecord {
  const steps = buildSteps();
  const { drill } = kept;
  return {
    app: reportApp,
    version: reportVersion,
    engine: engineMajor,
    edition: rubricEdition,
    prompt: kept.prompt,
    mode: kept.mode,
    pace: kept.pace,
    elapsed: Math.round(kept.clock.elapsed),
    away: Math.round(kept.clock.away),
    marks: [...kept.clock.marks],
    phases: phaseTimes(kept.phases, kept.clock.elapsed, kept.pace, kept.extra).map(({ seconds, ...rest }) => ({
      ...rest,
      seconds: Math.round(seconds),
    })),
    bookmarks: [...kept.bookmarks],
    asked: [...kept.asked],
    estimates: kept.estimates,
    commitment: kept.commitment,
    ...gradeOnPaper(grade),
    drill: drill && {
      fault: drill.fault,
      at: drill.at,
      struckAt: drill.struckAt,
      namedAt: drill.namedAt,
      wellAt: drill.wellAt,
      wrong: drill.wrong,
    },
    struck: [...kept.struck],
    build: { digest: digestOf(steps), count: steps.length, steps },
    design,
  };
}

/** @returns the address, and whether the build history found room in it */
export async function reportLink({ design, ...paper }: ReportRecord): Promise<{ link: string; hasBuild: boolean }> {
  const head = `${location.href.replace(/[?#].*$/s, '')}#${await encodeLink(design)}&p=${paper.prompt}&r=`;
  const whole = head + (await packPaper(paper));
  if (whole.length <= longestReportLink) return { link: whole, hasBuild: true };
  return { link: head + (await packPaper({ ...paper, build: { ...paper.build, steps: null } })), hasBuild: false };
}

export function saveReport(record: ReportRecord): void {
  saveText(reportFile(record), `${plainName(record.design.title)}.report.json`, 'application/json');
}

/** From an address whose design is shown already. Nothing that is under way ends. */
export async function openReport(fragment: string): Promise<boolean> {
  const text = paperTextOf(fragment);
  if (text === null) return false;
  const [read, decoded] = await Promise.all([unpackPaper(text), decodeLink(fragment)]);
  if (!read.ok) sharedStore.setState({ shared: null, problem: read.problem });
  else if (!decoded.ok) sharedStore.setState({ shared: null, problem: 'no-design' });
  else await show({ ...read.paper, design: decoded.design });
  sessionStore.getState().set({ dialog: 'interview' });
  return true;
}

/** From a file that somebody chose. */
export async function openReportFile(text: string): Promise<void> {
  const read = readReportFile(text);
  if (read.ok) await show(read.record);
  else sharedStore.setState({ shared: null, problem: read.problem });
}

export const closeReport = (): void => sharedStore.setState({ shared: null, problem: null });

/** A reader's own bookmark in the report that is shown: it goes with the report when that is handed on. */
export function toggleSharedBookmark(at: number): void {
  const { shared } = sharedStore.getState();
  if (!shared) return;
  const record = { ...shared.record, bookmarks: [...toggledBookmark(shared.record.bookmarks, at)] };
  sharedStore.setState({ shared: { ...shared, record } });
}

async function show(record: ReportRecord): Promise<void> {
  const prompt = await promptEntries[record.prompt]!.prompt();
  sharedStore.setState({ shared: { record, prompt, build: buildVerdict(prompt, record), again: null, differences: null }, problem: null });
}

/** Plays the report that is shown, seed by seed, and says what is not as it was said. */
export async function playAgain(): Promise<void> {
  const { shared } = sharedStore.getState();
  if (!shared || interviewStore.getState().busy) return;
  const again = await playSeeds('shared', shared.prompt, shared.record.design, usualSeeds);
  const now = sharedStore.getState().shared;
  // bookmarks may have been set meanwhile, and another report may have been opened
  if (again === null || now === null || now.record.lines !== shared.record.lines) return;
  sharedStore.setState({ shared: { ...now, again, differences: differencesOf(now.record, again) } });
}
