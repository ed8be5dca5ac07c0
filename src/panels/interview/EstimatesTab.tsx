/** The sheet of estimates: whoever writes a figure gets it as the workload of the design. */

import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import { estimate, interviewStore } from '../../store/interview.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function EstimatesTab({ prompt, words: told }: { prompt: Prompt; words: PromptWords }) {
  const words = useLateText(interviewText);
  const given = useStore(interviewStore, (state) => state.kept?.estimates ?? none);
  return (
    <div className={styles.task}>
      <p className={styles.soft}>{words.estimatesIntro}</p>
      <div className={styles.sheet}>
        {prompt.estimates.map((each) => (
          <div key={each.id} className={styles.estimate} data-estimate={each.id}>
            <span aria-hidden>{told.estimates[each.id].label}</span>
            <NumberBox
              range={{ min: 0, max: 1e12, scale: 'log' }}
              value={given[each.id] ?? 0}
              unit={each.unit}
              label={`${words.estimate}: ${told.estimates[each.id].label}`}
              onChange={(value) => estimate(each, value)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

const none: Readonly<Record<string, number>> = {};
