import { useLateText } from '../../i18n/lateText.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

/** What is said of the size of the task. */
export function Size({ prompt }: { prompt: Prompt }) {
  const words = useLateText(interviewText);
  return (
    <p className={styles.soft}>
      {words.budget(`$${formatCount(prompt.budgetUsd)}`)}
      {prompt.cells > 1 ? `. ${words.cells(formatCount(prompt.cells))}` : ''}
    </p>
  );
}
