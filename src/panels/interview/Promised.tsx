/** What had been fixed before the clock began, in words and to the letter. */

import { useEffect, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { commitmentText } from '../../prompts/interview.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import type { ReportRecord } from '../../prompts/reportRecord.ts';
import { sha256 } from '../../prompts/sha256.ts';
import { clockText } from './clockText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function Promised({
  record: { commitment },
  prompt,
  told,
}: {
  record: Pick<ReportRecord, 'commitment'>;
  prompt: Prompt;
  told: PromptWords;
}) {
  const words = useLateText(interviewText);
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => void sha256(commitmentText(prompt)).then(setHash), [prompt]);
  return (
    <section className={styles.task}>
      <h3>{words.revealed}</h3>
      <ul className={styles.plain}>
        {prompt.chaos.map(({ id, at }) => (
          <li key={id}>
            {clockText(prompt.run.warmUpSeconds + at)} {told.chaos[id] ?? id}
          </li>
        ))}
      </ul>
      {hash === null || commitment === '' ? null : <p data-kept={hash === commitment}>{hash === commitment ? words.kept : words.broken}</p>}
      <textarea className={styles.promise} readOnly rows={3} aria-label={words.revealed} value={commitmentText(prompt)} />
    </section>
  );
}
