/** The failure drill before it begins, and what it came to. */

import { Siren } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { drillMark } from '../../prompts/drill.ts';
import { beginDrill, endDrill } from '../../store/drill.ts';
import { interviewStore } from '../../store/interview.ts';
import { Button } from '../../ui/Button.tsx';
import { useCanRun } from '../useCanRun.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function DrillTab({ onClose }: { onClose: () => void }) {
  const words = useLateText(interviewText).drill;
  const kept = useStore(interviewStore, (state) => state.kept);
  const canRun = useCanRun();
  const [problem, setProblem] = useState<'impossible' | 'elsewhere' | null>(null);
  if (kept === null) return null;
  const { drill, luck } = kept;
  const begin = () => {
    const became = beginDrill();
    if (became === 'begun') onClose();
    else setProblem(became);
  };
  return (
    <div className={styles.task}>
      <p className={styles.lead}>{words.intro}</p>
      {luck === '' ? null : <p className={styles.hash}>{words.drawn(drillMark(luck))}</p>}
      {drill === null ? (
        <div className={styles.acts}>
          <Button look="primary" disabled={!canRun} onClick={begin}>
            <Siren size={16} aria-hidden />
            {words.begin}
          </Button>
          <span role="status" className={styles.soft}>
            {problem !== null ? words[problem] : canRun ? '' : words.cannotRun}
          </span>
        </div>
      ) : (
        <>
          <p role="status" data-drill-over={drill.isOver}>
            {drill.isOver ? words.over : words.states[drill.namedAt === null ? 'on' : drill.wellAt === null ? 'named' : 'done']}
          </p>
          {drill.isOver ? null : (
            <div className={styles.acts}>
              <Button onClick={endDrill}>{words.end}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
