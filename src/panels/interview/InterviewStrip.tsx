/** While an interview is taken: its phase, how long it still is, and the way to task, check and report. */

import { ClipboardCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { phaseAt } from '../../prompts/interview.ts';
import { interviewStore, resumeInterview } from '../../store/interview.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import strip from '../Strip.module.css';
import { clockText } from './clockText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function InterviewStrip() {
  const words = useLateText(interviewText);
  const kept = useStore(interviewStore, (state) => state.kept);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (interviewStore.getState().kept === null) void resumeInterview();
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (kept === null) return null;
  const phase = phaseAt(Math.max(0, now - kept.beganAt) / 1000, kept.pace);
  return (
    <section className={`${strip.strip} ${phase?.isAmber ? strip.warning : ''}`} aria-label={words.strip} data-phase={phase?.phase}>
      {phase ? (
        <span className={styles.clock}>
          <b>{words.phases[phase.phase]}</b>
          {phase.left >= 0 ? words.left(clockText(phase.left)) : words.over(clockText(phase.left))}
        </span>
      ) : (
        <b>{words.strip}</b>
      )}
      <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'interview' })}>
        <ClipboardCheck size={14} aria-hidden />
        {words.open}
      </Button>
    </section>
  );
}
