/**
 * The interview that is taken: the clock, what was asked and estimated, and the way back into it after a reload. Fetched when the first one is
 * begun. The design is a document of the candidate's own like any other; what is played of it is in `interviewPlay.ts`.
 */

import { createStore } from 'zustand/vanilla';
import { encodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { setParam, setTitle, setWorkloadParam } from '../design/edits.ts';
import { toggledBookmark, withBookmark } from '../prompts/bookmarks.ts';
import { type Invitation, readInvitation } from '../prompts/faultCodes.ts';
import { commitmentText, type Mode, type Pace, type PhaseId } from '../prompts/interview.ts';
import { clockAt, extended, extraSeconds, lookedAt, resumedAt } from '../prompts/interviewClock.ts';
import { firstPhase, movedOn, phaseIn, wentTo } from '../prompts/interviewPhases.ts';
import type { Grade } from '../prompts/merge.ts';
import type { Estimate, Prompt } from '../prompts/prompt.ts';
import { isPromptId, promptEntries } from '../prompts/registry.ts';
import { sha256 } from '../prompts/sha256.ts';
import { flush } from './autosave.ts';
import { startRecorder, stopRecorder } from './buildRecorder.ts';
import { designStore } from './designStore.ts';
import { letGo } from './documentLock.ts';
import { forgetKept, type Kept, readKept, writeKept } from './interviewKept.ts';
import type { Played } from './interviewPlay.ts';
import { holdInterview, letInterviewGo, takeInterview } from './interviewTab.ts';
import { newDocument, openDocument } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';

export type { Kept };

export interface Report {
  grade: Grade;
  design: Design;
  /** Of a second run of the same: whether every seed came to the same frames. */
  verified: 'not yet' | 'running' | 'same' | 'differs';
}

export interface InterviewState {
  kept: Kept | null;
  prompt: Prompt | null;
  /** Who comes by the address; null: chosen from the list. */
  invitation: Invitation | null;
  /** What is being played, and its share. */
  busy: { what: Played; played: number; of: number } | null;
  check: { grade: Grade; design: Design } | null;
  report: Report | null;
  failed: string | null;
  /** Another tab takes this interview. */
  isElsewhere: boolean;
}

const nothing: InterviewState = {
  kept: null,
  prompt: null,
  invitation: null,
  busy: null,
  check: null,
  report: null,
  failed: null,
  isElsewhere: false,
};
export const interviewStore = createStore<InterviewState>()(() => nothing);

/** Changes what is kept; does nothing in a tab that only looks on. */
export function keep(change: Partial<Kept>): void {
  const { kept, isElsewhere } = interviewStore.getState();
  if (!kept || isElsewhere) return;
  const next = { ...kept, ...change };
  interviewStore.setState({ kept: next });
  writeKept(next);
}

/** Letters and digits that nobody foresees. */
export const newSecret = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (n) => 'abcdefghjkmnpqrstuvwxyz23456789'[n % 31]).join('');

/** From an address `#p=<id>`, or from the list. Shows the task; nothing begins before the candidate says so, and none that is taken ends. */
export async function showPrompt(text: string): Promise<boolean> {
  const invitation = readInvitation(text);
  const entry = invitation && isPromptId(invitation.prompt) ? promptEntries[invitation.prompt] : undefined;
  const isOn = interviewStore.getState().kept !== null || (await resumeInterview());
  if (entry && !isOn) interviewStore.setState({ ...nothing, invitation, prompt: await entry.prompt() }, true);
  sessionStore.getState().set({ dialog: 'interview' });
  return false;
}

/** The clock starts, and what everybody begins with is in hand as a new document. */
export async function beginInterview(prompt: Prompt, asked: { pace: Pace; mode: Mode }, title: string): Promise<void> {
  const { invitation } = interviewStore.getState();
  const commitment = (await sha256(commitmentText(prompt))) ?? '';
  await newDocument(setTitle(prompt.given, title));
  const kept: Kept = {
    prompt: prompt.id,
    ...asked,
    clock: clockAt(Date.now()),
    extra: {},
    documentId: designStore.getState().documentId,
    asked: [],
    estimates: {},
    commitment,
    hasChecked: false,
    luck: newSecret(12),
    drill: null,
    session: invitation?.as === 'candidate' ? { id: invitation.session, marks: invitation.marks } : null,
    phases: firstPhase,
    bookmarks: [],
    struck: [],
  };
  interviewStore.setState({ ...nothing, prompt, kept }, true);
  await holdInterview(lost);
  goOn(prompt, true);
}

/** Goes on where a reload ended. False when there is nothing to go on with. */
export async function resumeInterview(): Promise<boolean> {
  const kept = readKept();
  const entry = kept && promptEntries[kept.prompt];
  if (!kept || !entry) return false;
  const prompt = await entry.prompt();
  if (interviewStore.getState().kept !== null) return true;
  const isOurs = await holdInterview(lost);
  if (interviewStore.getState().kept !== null) return true;
  // ended meanwhile
  if (readKept() === null) {
    letInterviewGo();
    return false;
  }
  interviewStore.setState({ ...nothing, kept, prompt, isElsewhere: !isOurs }, true);
  tellSession();
  if (!isOurs) return true;
  keep({ clock: resumedAt(kept.clock, Date.now(), 'reload') });
  goOn(prompt, false);
  return true;
}

/** Takes the interview on in this tab; the other one only looks on from then. */
export async function takeOver(): Promise<void> {
  const { prompt } = interviewStore.getState();
  const kept = readKept();
  if (!prompt || !kept) return;
  await takeInterview(lost);
  if (interviewStore.getState().kept === null) return;
  interviewStore.setState({ kept: readKept() ?? kept, isElsewhere: false });
  keep({ clock: resumedAt(interviewStore.getState().kept?.clock ?? kept.clock, Date.now(), 'other-tab') });
  const { documentId } = kept;
  // The other tab saves, and lets go of the document as well.
  for (let tries = 0; documentId !== null && tries < 10; tries++) {
    if (designStore.getState().documentId === documentId) break;
    await openDocument(documentId);
  }
  goOn(prompt, false);
}

/** Another tab has taken it over: what is in hand here is only looked at. */
function lost(): void {
  stopRecorder();
  stopClock();
  interviewStore.setState({ isElsewhere: true });
  void flush().then(() => {
    const { kept } = interviewStore.getState();
    if (kept?.documentId === null || designStore.getState().documentId !== kept?.documentId) return;
    letGo();
    designStore.setState({ documentId: null, ownership: 'preview' });
    sessionStore.getState().set({ previewOf: 'other-tab', saved: { state: 'preview' } });
  });
}

/** Nothing goes on of an interview that was ended while the browser was asked for its lock. */
function goOn(prompt: Prompt, isNew: boolean): void {
  if (interviewStore.getState().kept === null) return;
  keep({});
  tellSession();
  startRecorder({
    given: prompt.given,
    documentId: () => interviewStore.getState().kept?.documentId ?? null,
    now: () => Math.round(10 * (interviewStore.getState().kept?.clock.elapsed ?? 0)) / 10,
    onDrawn: () => moveOn('design'),
    isNew,
  });
  startClock();
}

/** What the rest of the page has to know. */
function tellSession(): void {
  const { kept } = interviewStore.getState();
  sessionStore.getState().set({ interview: kept?.mode ?? null, chartsLocked: kept?.mode === 'strict' && !kept.hasChecked });
}

export function endInterview(): void {
  forgetKept();
  stopClock();
  stopRecorder();
  letInterviewGo();
  interviewStore.setState(nothing, true);
  tellSession();
}

const lookMs = 1000;
/** Looks between two times that the clock is written down. */
const looksKept = 5;
let stopClock: () => void = () => undefined;

/** Looks at the wall every second, and whenever the page is hidden or seen again. */
function startClock(): void {
  stopClock();
  let looks = 0;
  const look = (isKept: boolean): void => {
    const { kept } = interviewStore.getState();
    if (!kept) return;
    const clock = lookedAt(kept.clock, Date.now(), document.hidden);
    if (isKept) keep({ clock });
    else interviewStore.setState({ kept: { ...kept, clock } });
  };
  const timer = setInterval(() => look(++looks % looksKept === 0), lookMs);
  const atOnce = () => look(true);
  document.addEventListener('visibilitychange', atOnce);
  addEventListener('pagehide', atOnce);
  stopClock = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', atOnce);
    removeEventListener('pagehide', atOnce);
    stopClock = () => undefined;
  };
}

/** More time for the phase that it is now; not in strict mode, and not without a clock. */
export function giveMoreTime(): void {
  const { kept } = interviewStore.getState();
  if (!kept || kept.pace === 0 || kept.mode === 'strict') return;
  const phase = phaseIn(kept.phases);
  keep({ extra: { ...kept.extra, [phase]: (kept.extra[phase] ?? 0) + extraSeconds }, clock: extended(kept.clock, extraSeconds) });
}

/** The candidate says which phase it is. */
export function goToPhase(phase: PhaseId): void {
  const { kept } = interviewStore.getState();
  if (kept) keep({ phases: wentTo(kept.phases, phase, kept.clock.elapsed) });
}

/** Something was done that belongs to a phase. */
export function moveOn(phase: PhaseId): void {
  const { kept } = interviewStore.getState();
  if (!kept) return;
  const phases = movedOn(kept.phases, phase, kept.clock.elapsed);
  if (phases !== kept.phases) keep({ phases });
}

/** This second is to be found again. */
export function bookmark(): void {
  const { kept } = interviewStore.getState();
  if (kept) keep({ bookmarks: withBookmark(kept.bookmarks, kept.clock.elapsed) });
}

/** While the building is played back: set, or taken away. */
export function toggleBookmark(at: number): void {
  const { kept } = interviewStore.getState();
  if (kept) keep({ bookmarks: toggledBookmark(kept.bookmarks, at) });
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
  moveOn('estimates');
  if (!becomes) return;
  designStore
    .getState()
    .edit('setParam', (design) =>
      'part' in becomes ? setParam(design, becomes.part, becomes.field, value) : setWorkloadParam(design, becomes.workload, value),
    );
}

/** What is handed in: the design, and behind it the prompt that it answers. */
export async function handInLink(): Promise<string> {
  const { prompt, report } = interviewStore.getState();
  const design = report?.design ?? designStore.getState().design;
  return `${location.href.replace(/[?#].*$/s, '')}#${await encodeLink(design)}&p=${prompt?.id ?? ''}`;
}
