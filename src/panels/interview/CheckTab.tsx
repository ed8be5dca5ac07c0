/** A look on the way: the steady load, measured against what is asked. */

import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { calmTask } from '../../prompts/interview.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import { interviewStore } from '../../store/interview.ts';
import { checkNow } from '../../store/interviewPlay.ts';
import { Button } from '../../ui/Button.tsx';
import { GradeLines } from '../grading/GradeLines.tsx';
import { Busy } from './Busy.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function CheckTab({ prompt, words: told }: { prompt: Prompt; words: PromptWords }) {
  const words = useLateText(interviewText);
  const { check, busy } = useStore(interviewStore);
  return (
    <div className={styles.task}>
      <p className={styles.soft}>{words.checkIntro}</p>
      <div className={styles.acts}>
        <Button look="primary" disabled={busy !== null} onClick={() => void checkNow()}>
          {words.checkNow}
        </Button>
        <Busy what="check" />
      </div>
      {check ? <GradeLines task={calmTask(prompt)} design={check.design} grade={check.grade} words={told} /> : null}
    </div>
  );
}
