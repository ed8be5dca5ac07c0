/** While an interview is taken: its phase, how long it still is, what was out of the ordinary, and the way to task, check and report. */

import { ArrowRight, Bookmark, ClipboardCheck, Siren, TimerReset } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say } from '../../actions/toast.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { phases } from '../../prompts/interview.ts';
import { phaseNow } from '../../prompts/interviewPhases.ts';
import { beginDrill } from '../../store/drill.ts';
import { bookmark, giveMoreTime, goToPhase, interviewStore, resumeInterview, takeOver } from '../../store/interview.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import strip from '../Strip.module.css';
import { useCanRun } from '../useCanRun.ts';
import { clockText } from './clockText.ts';
import { DrillNow } from './DrillNow.tsx';
import { FaultCodeBox } from './FaultCodeBox.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { useBookmarkKey } from './useBookmarkKey.ts';

/** An absence is told for so many seconds after it ended. */
const toldSeconds = 20;

export function InterviewStrip() {
  const words = useLateText(interviewText);
  const kept = useStore(interviewStore, (state) => state.kept);
  const isElsewhere = useStore(interviewStore, (state) => state.isElsewhere);
  const canRun = useCanRun();
  useEffect(() => {
    if (interviewStore.getState().kept === null) void resumeInterview();
  }, []);
  const mark = () => {
    bookmark();
    say(words.bookmarks.set(clockText(interviewStore.getState().kept?.clock.elapsed ?? 0)));
  };
  const startDrill = () => {
    const became = canRun ? beginDrill() : 'cannotRun';
    if (became !== 'begun') say(words.drill[became]);
  };
  useBookmarkKey(kept === null || isElsewhere ? undefined : mark);
  if (kept === null) return null;
  if (isElsewhere)
    return (
      <section className={`${strip.strip} ${strip.warning}`} aria-label={words.strip} data-elsewhere>
        <span>{words.elsewhere}</span>
        <Button size="small" onClick={() => void takeOver()}>
          {words.takeOver}
        </Button>
      </section>
    );
  const { clock, pace, mode, extra, session } = kept;
  const now = phaseNow(kept.phases, clock.elapsed, pace, extra);
  const { phase, left, wholeLeft, next } = now;
  const told = clock.marks.findLast(({ at, seconds, what }) => what !== 'extended' && clock.elapsed - at - seconds < toldSeconds);
  return (
    <section className={`${strip.strip} ${now.isAmber ? strip.warning : ''}`} aria-label={words.strip} data-phase={phase}>
      <span className={styles.clock}>
        <Select
          className={styles.phase}
          value={phase}
          label={words.phaseTable.phase}
          options={phases.map(({ id }) => ({ value: id, label: words.phases[id] }))}
          onChange={goToPhase}
        />
        {left === null || wholeLeft === null ? null : (
          <>
            <b className={styles.digits}>{(left >= 0 ? words.left : words.over)(clockText(left))}</b>
            <span className={styles.digits}>{(wholeLeft >= 0 ? words.wholeLeft : words.wholeOver)(clockText(wholeLeft))}</span>
          </>
        )}
        {mode === 'strict' ? <span className={styles.badge}>{words.modes.strict}</span> : null}
      </span>
      {next ? (
        <Button size="small" look={now.isAmber ? 'primary' : 'quiet'} data-next-phase={next} onClick={() => goToPhase(next)}>
          {words.goOn(words.phases[next])}
          <ArrowRight size={14} aria-hidden />
        </Button>
      ) : null}
      {told ? (
        <span role="status" data-mark={told.what}>
          {words.marks[told.what](clockText(told.seconds))}
        </span>
      ) : null}
      <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'interview' })}>
        <ClipboardCheck size={14} aria-hidden />
        {words.open}
      </Button>
      <Button size="small" look="quiet" aria-keyshortcuts="M" title={words.bookmarks.help} onClick={mark}>
        <Bookmark size={14} aria-hidden />
        {words.bookmarks.toggle}
      </Button>
      {mode === 'strict' && !kept.hasChecked ? <span data-charts-locked>{words.chartsLocked}</span> : null}
      {left !== null && mode !== 'strict' && now.isAmber ? (
        <Button size="small" look="quiet" onClick={giveMoreTime}>
          <TimerReset size={14} aria-hidden />
          {words.moreTime}
        </Button>
      ) : null}
      {session ? <FaultCodeBox /> : null}
      {phase === 'failure-drill' && kept.drill === null ? (
        <Button size="small" onClick={startDrill}>
          <Siren size={14} aria-hidden />
          {words.drill.begin}
        </Button>
      ) : null}
      <DrillNow />
    </section>
  );
}
