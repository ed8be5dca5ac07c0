/** While an interview is taken: its phase, how long it still is, what was out of the ordinary, and the way to task, check and report. */

import { ClipboardCheck, Siren, TimerReset } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { phaseAt } from '../../prompts/interview.ts';
import { giveMoreTime, interviewStore, resumeInterview, takeOver } from '../../store/interview.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import strip from '../Strip.module.css';
import { clockText } from './clockText.ts';
import { DrillNow } from './DrillNow.tsx';
import { FaultCodeBox } from './FaultCodeBox.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

/** An absence is told for so many seconds after it ended. */
const toldSeconds = 20;

export function InterviewStrip() {
  const words = useLateText(interviewText);
  const kept = useStore(interviewStore, (state) => state.kept);
  const isElsewhere = useStore(interviewStore, (state) => state.isElsewhere);
  useEffect(() => {
    if (interviewStore.getState().kept === null) void resumeInterview();
  }, []);
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
  const phase = phaseAt(clock.elapsed, pace, extra);
  const told = clock.marks.findLast(({ at, seconds, what }) => what !== 'extended' && clock.elapsed - at - seconds < toldSeconds);
  return (
    <section className={`${strip.strip} ${phase?.isAmber ? strip.warning : ''}`} aria-label={words.strip} data-phase={phase?.phase}>
      {phase ? (
        <span className={styles.clock}>
          <b>{words.phases[phase.phase]}</b>
          <span className={styles.digits}>{phase.left >= 0 ? words.left(clockText(phase.left)) : words.over(clockText(phase.left))}</span>
          {mode === 'strict' ? <span className={styles.badge}>{words.modes.strict}</span> : null}
        </span>
      ) : (
        <b>{words.strip}</b>
      )}
      {told ? (
        <span role="status" data-mark={told.what}>
          {words.marks[told.what](clockText(told.seconds))}
        </span>
      ) : null}
      <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'interview' })}>
        <ClipboardCheck size={14} aria-hidden />
        {words.open}
      </Button>
      {mode === 'strict' && !kept.hasChecked ? <span data-charts-locked>{words.chartsLocked}</span> : null}
      {phase && mode !== 'strict' && phase.isAmber ? (
        <Button size="small" look="quiet" onClick={giveMoreTime}>
          <TimerReset size={14} aria-hidden />
          {words.moreTime}
        </Button>
      ) : null}
      {session ? <FaultCodeBox /> : null}
      {phase?.phase === 'failure-drill' && kept.drill === null ? (
        <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'interview' })}>
          <Siren size={14} aria-hidden />
          {words.drill.begin}
        </Button>
      ) : null}
      <DrillNow />
    </section>
  );
}
