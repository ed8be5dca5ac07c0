/** The lessons and tasks that train what cost most points. */

import { useLateText } from '../../i18n/lateText.ts';
import type { Grade } from '../../prompts/merge.ts';
import { closeReport } from '../../store/sharedReport.ts';
import { formatNumber } from '../../ui/format.ts';
import { usePromptTitles } from '../grading/promptWords.ts';
import { ScoreWhy } from '../grading/ScoreWhy.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { nextExercises } from './nextExercises.ts';

export function NextExercises({ grade, taken }: { grade: Pick<Grade, 'lines' | 'seeds'>; taken: string }) {
  const words = useLateText(interviewText);
  const titles = usePromptTitles();
  const exercises = nextExercises(grade.lines, taken);
  return (
    <section className={styles.task}>
      <h3>{words.next.title}</h3>
      {exercises.length === 0 ? <p className={styles.soft}>{words.next.none}</p> : null}
      <ul className={styles.exercises}>
        {exercises.map(({ group, lost, lesson, prompt }) => (
          <li key={group} data-exercise={group}>
            <b>
              <ScoreWhy grade={grade} group={group}>
                {words.next.lost(words.groups[group], formatNumber(lost))}
              </ScoreWhy>
            </b>
            <a href={`#l=${lesson}`} onClick={closeReport}>
              {words.next.lesson(words.lessons[lesson])}
            </a>
            <a href={`#p=${prompt}`} onClick={closeReport}>
              {words.next.prompt(titles[prompt] ?? prompt)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
