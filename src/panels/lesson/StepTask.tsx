import { RotateCcw } from 'lucide-react';
import type { Lesson, LessonWords, Step } from '../../lessons/lesson.ts';
import { onlyPlays } from '../../lessons/moves.ts';
import { isLocked, type Progress } from '../../lessons/progress.ts';
import { resetStep } from '../../store/lesson.ts';
import { Button } from '../../ui/Button.tsx';
import { useLayout } from '../useLayout.ts';
import { Hints, ShowMe } from './Hints.tsx';
import styles from './Lesson.module.css';
import type { LessonText } from './lessonText.ts';
import { PredictForm } from './PredictForm.tsx';
import { RunButton, StepControl } from './StepControl.tsx';

interface StepTaskProps {
  lesson: Lesson;
  progress: Progress;
  step: Step;
  said: LessonWords;
  words: LessonText;
}

/** What is to be done now. A question comes before the control: the run waits for it. */
export function StepTask({ lesson, progress, step, said, words }: StepTaskProps) {
  const { task, question = '', answers = {}, hints } = said.steps[step.id];
  const isPhone = useLayout() === 'phone';
  const asks = isLocked(lesson, progress);
  return (
    <>
      <p className={styles.task}>{task}</p>
      {asks ? <PredictForm key={step.id} step={step} question={question} answers={answers} words={words} /> : null}
      {asks ? null : isPhone ? <ThumbControl step={step} words={words} /> : <StepControl control={step.control} words={words} />}
      {isPhone ? null : (
        <div className={styles.foot}>
          {asks ? null : <Hints key={step.id} hints={hints} words={words} />}
          <Button look="quiet" size="small" onClick={resetStep}>
            <RotateCcw size={14} aria-hidden />
            {words.reset}
          </Button>
        </div>
      )}
    </>
  );
}

/** Without room to build: what is only played is run, everything else is shown. */
function ThumbControl({ step, words }: Pick<StepTaskProps, 'step' | 'words'>) {
  return onlyPlays(step) ? <RunButton words={words} /> : <ShowMe words={words} />;
}
