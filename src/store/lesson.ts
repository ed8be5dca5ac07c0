/**
 * The lesson that is taken: a design to look at that is nobody's document, the step in hand, and what was guessed and seen. Watches the
 * run and the design, and ticks steps by their state. Fetched when the first lesson is opened.
 */

import { createStore } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { setLabel } from '../design/edits.ts';
import { campaignId } from '../lessons/campaign.ts';
import { type Lesson, type LessonId, type LessonWords, lessonIds } from '../lessons/lesson.ts';
import {
  type Answered,
  answeredQuiz,
  begun,
  type Guess,
  guessed,
  guessedSeconds,
  isLocked,
  isUnderWay,
  type Progress,
  ticked,
  tickOf,
  unticked,
  wentOn,
} from '../lessons/progress.ts';
import { lessonPlaces } from '../lessons/registry.ts';
import { openCampaign } from './campaign.ts';
import { designStore } from './designStore.ts';
import { type Kept, keep, keptOf } from './lessonShelf.ts';
import { inReadersWords, lookAt, openLast } from './persistence.ts';
import { reachedBy, runsAlike } from './replay.ts';
import { pause, restart, setSpeed } from './runController.ts';
import { runStore } from './runStore.ts';
import { sessionStore } from './sessionStore.ts';
import { situationNow } from './situation.ts';

export interface LessonState {
  lesson: Lesson | null;
  progress: Progress | null;
  /** What was kept from another time, until the learner has said whether to go on from it. */
  found: Kept | null;
  /** The step that is shown: the one in hand, or an earlier one that is looked at again. */
  shown: number;
  /** Wall clock at which the step in hand last came nearer to its end, ms of `performance.now`; hints count from it. */
  movedAt: number;
  /** The design from before somebody was shown how a step is done. */
  beforeShowing: Design | null;
}

export const lessonStore = createStore<LessonState>()(() => ({
  lesson: null,
  progress: null,
  found: null,
  shown: 0,
  movedAt: 0,
  beforeShowing: null,
}));

const usualSpeed = 10;
/** A look at the state this often is as soon as anybody sees it. */
const lookMs = 250;
/** An edit that has not come to the run by then is judged without it. */
const longestWayMs = 3000;

let speedBefore: number | null = null;
let chartsBefore: boolean | null = null;
let stopWatching: (() => void) | null = null;
let lookTimer: ReturnType<typeof setTimeout> | null = null;
let editedAt = Number.NEGATIVE_INFINITY;

/**
 * Opens a lesson in the place of the document in hand, which stays as it is.
 * @param id as a link gives it
 * @returns false, and a dialog that says so, where there is no such lesson
 */
export async function openLesson(id: string): Promise<boolean> {
  if (id === campaignId) return openCampaign();
  const place = lessonPlaces[lessonIds.find((known) => known === id) as LessonId];
  if (!place) {
    sessionStore.getState().set({ linkProblem: { from: 'link', problem: { code: 'no-lesson' } }, dialog: 'link-problem' });
    return false;
  }
  const { locale } = sessionStore.getState();
  const [plain, words] = await Promise.all([place.lesson(), place.words[locale]()]);
  const lesson = { ...plain, design: await inReadersWords(labelled(plain.design, words), words.title) };
  const kept = await keptOf(plain);
  const found = kept && isUnderWay(kept.progress) ? kept : null;
  await begin(lesson, begun(lesson), found);
  return true;
}

const labelled = (design: Design, { labels = {} }: LessonWords): Design =>
  Object.entries(labels).reduce((so, [id, label]) => setLabel(so, id, label), design);

/** On from where it was left. */
export async function goOnFromFound(): Promise<void> {
  const { lesson, found } = lessonStore.getState();
  if (lesson && found) await begin(lesson, found.progress, null);
}

/** From the first step, whatever was kept. */
export async function startOver(): Promise<void> {
  const { lesson } = lessonStore.getState();
  if (!lesson) return;
  await begin(lesson, begun(lesson), null);
  save();
}

async function begin(lesson: Lesson, progress: Progress, found: Kept | null): Promise<void> {
  stopWatching?.();
  speedBefore ??= runStore.getState().speed;
  lessonStore.setState({ lesson, progress, found, shown: progress.at, beforeShowing: null });
  moved();
  await lookAt(progress.begins[progress.at] ?? lesson.design, lesson.id);
  history.replaceState(null, '', `${location.pathname}${location.search}#l=${lesson.id}`);
  setSpeed(lesson.speed ?? usualSpeed);
  chartsBefore ??= sessionStore.getState().chartsOpen;
  // A guess is held against what the charts show.
  sessionStore.getState().set({ inspectorOpen: true, chartsOpen: true });
  lock();
  stopWatching = watch();
}

/** Back to what was in hand before. */
export async function leaveLesson(): Promise<void> {
  await openLast();
}

/** The lesson ends where another document comes to hand, by whatever way. */
function ended(): void {
  stopWatching?.();
  stopWatching = null;
  if (speedBefore !== null) setSpeed(speedBefore);
  speedBefore = null;
  lessonStore.setState({ lesson: null, progress: null, found: null, beforeShowing: null });
  sessionStore.getState().set({ guessSeconds: null, ...(chartsBefore === null ? {} : { chartsOpen: chartsBefore }) });
  chartsBefore = null;
}

function lookSoon(): void {
  lookTimer ??= setTimeout(() => {
    lookTimer = null;
    look();
  }, lookMs);
}

function watch(): () => void {
  const stops = [
    runStore.subscribe((state, before) => {
      if (state.frames !== before.frames || state.interventions !== before.interventions || state.status !== before.status) lookSoon();
    }),
    designStore.subscribe((state, before) => {
      if (state.design === before.design) return;
      editedAt = performance.now();
      lookSoon();
    }),
    sessionStore.subscribe((state) => {
      if (state.lesson !== lessonStore.getState().lesson?.id) ended();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    if (lookTimer) clearTimeout(lookTimer);
    lookTimer = null;
  };
}

function look(): void {
  const { lesson, progress, found } = lessonStore.getState();
  if (!lesson || !progress || found) return;
  if (isOnItsWay()) {
    lookSoon();
    return;
  }
  const tick = tickOf(lesson, progress, situationNow());
  if (tick === null) return;
  pause();
  lessonStore.setState({ progress: ticked(lesson, progress, tick), shown: progress.at });
  save();
}

/** What was just set has not come to the run: it would be judged as if it had been so all along. */
function isOnItsWay(): boolean {
  const { startedFrom, interventions } = runStore.getState();
  if (startedFrom === null || performance.now() - editedAt > longestWayMs) return false;
  return !runsAlike(reachedBy(startedFrom, interventions), designStore.getState().design);
}

/** A step that asks first stands until it is answered. */
function lock(): void {
  const { lesson, progress, found } = lessonStore.getState();
  if (!lesson || !progress) return;
  const runLocked = found !== null || isLocked(lesson, progress);
  if (runLocked) pause();
  sessionStore.getState().set({ runLocked, guessSeconds: found ? null : guessedSeconds(lesson, progress) });
}

const moved = (): void => lessonStore.setState({ movedAt: performance.now() });

function save(): void {
  const { progress } = lessonStore.getState();
  if (progress) void keep(progress);
}

function change(by: (lesson: Lesson, progress: Progress) => Progress): void {
  const { lesson, progress } = lessonStore.getState();
  if (!lesson || !progress) return;
  const next = by(lesson, progress);
  if (next === progress) return;
  lessonStore.setState({ progress: next, shown: next.at, ...(next.at === progress.at ? {} : { beforeShowing: null }) });
  moved();
  lock();
  save();
  look();
}

export const guess = (what: Guess): void => change((lesson, progress) => guessed(lesson, progress, what));

export const goOn = (): void => change((lesson, progress) => wentOn(lesson, progress, designStore.getState().design));

/** What was shown is taken back. No look at once: the run that showed it is just being put away. */
export function untick(): void {
  const { lesson, progress } = lessonStore.getState();
  if (!lesson || !progress) return;
  lessonStore.setState({ progress: unticked(lesson, progress) });
  moved();
  save();
}

export const answer = (quiz: string, answered: Answered): void => change((_, progress) => answeredQuiz(progress, quiz, answered));

/** An earlier step again, to read; or the one in hand. */
export function showStep(shown: number): void {
  lessonStore.setState({ shown });
}

/** The design as the step in hand began, and its run from the beginning. */
export function resetStep(): void {
  const { progress } = lessonStore.getState();
  const design = progress?.begins[progress.at];
  if (!design) return;
  pause();
  designStore.getState().edit('resetStep', () => design);
  restart();
  lessonStore.setState({ beforeShowing: null });
  moved();
}
