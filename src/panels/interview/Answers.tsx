/** What was asked and estimated, and what the facts come to. */

import { useLateText } from '../../i18n/lateText.ts';
import { answerOf, isRight, worthAsked } from '../../prompts/interview.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import type { ReportRecord } from '../../prompts/reportRecord.ts';
import { formatNumber, formatShare, nothing } from '../../ui/format.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function Answers({
  record,
  prompt,
  told,
}: {
  record: Pick<ReportRecord, 'asked' | 'estimates'>;
  prompt: Prompt;
  told: PromptWords;
}) {
  const words = useLateText(interviewText);
  const { asked, estimates } = record;
  const right = prompt.estimates.filter((each) => isRight(prompt, each, estimates[each.id] ?? 0));
  return (
    <section className={styles.task}>
      <h3>{words.answers}</h3>
      <p className={styles.soft}>
        {words.asked(formatShare(worthAsked(prompt, asked)))} {words.estimated(right.length, prompt.estimates.length)}
      </p>
      <table className={styles.answers} aria-label={words.answers}>
        <thead>
          <tr>
            <th scope="col">{words.estimate}</th>
            <th scope="col">{words.given}</th>
            <th scope="col">{words.answer}</th>
          </tr>
        </thead>
        <tbody>
          {prompt.estimates.map((each) => (
            <tr key={each.id} data-right={right.includes(each) || undefined}>
              <th scope="row">
                {told.estimates[each.id].label}
                <small>{told.estimates[each.id].how}</small>
              </th>
              <td>
                {right.includes(each) ? '✓ ' : ''}
                {estimates[each.id] === undefined ? nothing : formatNumber(estimates[each.id], each.unit)}
              </td>
              <td>{formatNumber(answerOf(prompt, each), each.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
