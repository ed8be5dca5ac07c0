/** Presenter mode: the story as captions under a large picture, a remote control's keys, and what a class needs before the page. */

import '../../ui/presenting.css';
import { ArrowLeft, ArrowRight, Minimize2, NotebookPen, QrCode, Square, Timer } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isTyping } from '../../actions/keyboard.ts';
import { campaignId } from '../../lessons/campaign.ts';
import { cover, setNotes, toggleTimer, uncover } from '../../store/covers.ts';
import { useSession } from '../../store/hooks.ts';
import { lessonStore } from '../../store/lesson.ts';
import { presentingStore, stopPresenting } from '../../store/presenting.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Captions } from './Captions.tsx';
import { ClassTimer } from './ClassTimer.tsx';
import { Cover } from './Cover.tsx';
import { classStore, setVotes, votesOf } from './classStore.ts';
import { moveOf } from './lessonMove.ts';
import { lessonBack, lessonOn } from './lessonWalk.ts';
import { NotesWindow } from './NotesWindow.tsx';
import styles from './Presenter.module.css';
import { type PresenterKey, presenterKey, votedBy } from './presenterKeys.ts';
import { usePresenterText } from './presenterWords.ts';
import { setTheStage } from './stage.ts';
import { useScenes } from './useScenes.ts';

export function Presenter() {
  const words = usePresenterText();
  const scenes = useScenes();
  const isLesson = useSession(({ lesson }) => lesson !== null && lesson !== campaignId);
  const hasTimer = useStore(presentingStore, (state) => state.timerEndsAt !== null);
  const hasNotes = useStore(presentingStore, (state) => state.hasNotes);
  const region = useRef<HTMLDivElement>(null);
  useEffect(setTheStage, []);
  useEffect(() => region.current?.focus({ preventScroll: true }), []);

  const acts: Readonly<Record<PresenterKey, () => void>> = {
    next: () => (presentingStore.getState().cover ? uncover() : isLesson ? lessonOn() : scenes.next()),
    previous: () => (presentingStore.getState().cover ? uncover() : isLesson ? lessonBack() : scenes.previous()),
    black: () => cover('black'),
    code: () => cover('code'),
    timer: toggleTimer,
    leave: stopPresenting,
  };
  const newest = useRef(acts);
  newest.current = acts;
  const [hear] = useState(() => (event: KeyboardEvent) => hearKey(event, newest.current));
  useEffect(() => {
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  }, [hear]);

  return (
    <section ref={region} className={styles.presenter} aria-label={words.title} tabIndex={-1} data-testid="presenter">
      <Captions isWaiting={scenes.isWaiting} words={words} />
      <div className={styles.side}>
        <ClassTimer words={words} />
        <div className={styles.tools}>
          <Tool label={words.previous} shortcut="Page Up" act={acts.previous} icon={<ArrowLeft size={24} aria-hidden />} />
          <Tool label={words.next} shortcut="Page Down" act={acts.next} icon={<ArrowRight size={24} aria-hidden />} />
          <Tool label={words.black} shortcut="B" act={acts.black} icon={<Square size={20} fill="currentColor" aria-hidden />} />
          <Tool label={words.code} shortcut="Q" act={acts.code} icon={<QrCode size={20} aria-hidden />} />
          <Tool label={words.timer} shortcut="T" act={acts.timer} icon={<Timer size={20} aria-hidden />} isOn={hasTimer} />
          {isLesson ? (
            <Tool label={words.notes} act={() => setNotes(true)} icon={<NotebookPen size={20} aria-hidden />} isOn={hasNotes} />
          ) : null}
          <Tool label={words.leave} shortcut="Esc" act={acts.leave} icon={<Minimize2 size={20} aria-hidden />} />
        </div>
      </div>
      <Cover words={words} isLesson={isLesson} />
      {hasNotes && isLesson ? <NotesWindow words={words} hear={hear} onClose={() => setNotes(false)} /> : null}
    </section>
  );
}

interface ToolProps {
  label: string;
  shortcut?: string;
  act: () => void;
  icon: ReactNode;
  isOn?: boolean;
}

/** Pressed by a mouse it leaves the keyboard where it is: the space bar goes on playing. */
function Tool({ label, shortcut, act, icon, isOn }: ToolProps) {
  return (
    <IconButton label={label} shortcut={shortcut} aria-pressed={isOn} onPointerDown={(event) => event.preventDefault()} onClick={act}>
      {icon}
    </IconButton>
  );
}

/** Before the canvas and all acts: a key of the presenter ends here. */
function hearKey(event: KeyboardEvent, acts: Readonly<Record<PresenterKey, () => void>>): void {
  if (event.isComposing || document.querySelector('dialog[open], [role="menu"][data-state="open"], [popover]:popover-open')) return;
  const { letterKeys } = sessionStore.getState();
  const key = presenterKey(event, letterKeys);
  const isRemote = key === 'next' || key === 'previous';
  // In a box for numbers a remote control still goes on; everything else is the box's own.
  if (isTyping(event.target) && !isRemote) return;
  if (key === null && !vote(votedBy(event, letterKeys))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (key !== null && !event.repeat) acts[key]();
}

/** One hand more for an answer, while the class is asked for one. */
function vote(answer: number | null): boolean {
  const place = lessonStore.getState();
  const step = place.lesson?.steps[place.progress?.at ?? -1];
  if (answer === null || step?.predict?.ask !== 'choice') return false;
  const chosen = step.predict.answers[answer];
  const said = classStore.getState();
  if (!chosen || moveOf(place, said, 'paused') !== 'guess') return false;
  setVotes(step.id, chosen.id, votesOf(said, step.id, chosen.id) + 1);
  return true;
}
