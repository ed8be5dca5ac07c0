/** What it came to: the score with its proof, what was asked and estimated, the promise revealed, and the way to check all of it. */

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { say } from '../../actions/toast.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { answerOf, commitmentText, isRight, worthAsked } from '../../prompts/interview.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import { handInLink, interviewStore, type Kept, reportNow, sha256, verifyReport } from '../../store/interview.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber, formatShare, nothing } from '../../ui/format.ts';
import { GradeLines } from '../grading/GradeLines.tsx';
import { Busy } from './Busy.tsx';
import { clockText } from './clockText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function ReportTab({ prompt, words: told }: { prompt: Prompt; words: PromptWords }) {
  const words = useLateText(interviewText);
  const { report, busy, kept } = useStore(interviewStore);
  if (kept === null) return null;
  return (
    <div className={styles.task}>
      <p className={styles.soft}>{words.reportIntro}</p>
      {kept.commitment === '' ? null : (
        <p className={styles.hash} title={words.committedHelp} data-commitment={kept.commitment}>
          {words.committed(kept.commitment)}
        </p>
      )}
      <div className={styles.acts}>
        <Button look={report ? 'plain' : 'primary'} disabled={busy !== null} onClick={() => void reportNow()}>
          {words.reportNow}
        </Button>
        {report ? (
          <>
            <Button disabled={busy !== null} onClick={() => void verifyReport()}>
              {words.verify}
            </Button>
            <Button
              onClick={() =>
                void handInLink()
                  .then((link) => navigator.clipboard.writeText(link))
                  .then(() => say(words.copied))
              }
            >
              {words.copyLink}
            </Button>
          </>
        ) : null}
        <Busy what="report" />
      </div>
      {report ? (
        <>
          <p className={styles.score} data-score={report.grade.score}>
            {words.score(formatNumber(report.grade.score))}
          </p>
          {report.verified === 'not yet' ? null : (
            <p role="status" data-verified={report.verified}>
              {words[report.verified === 'running' ? 'verifying' : report.verified]}
            </p>
          )}
          <GradeLines task={prompt} design={report.design} grade={report.grade} words={told} />
          <Process prompt={prompt} kept={kept} told={told} />
          <Promised prompt={prompt} kept={kept} told={told} />
        </>
      ) : null}
    </div>
  );
}

function Process({ prompt, kept, told }: { prompt: Prompt; kept: Kept; told: PromptWords }) {
  const words = useLateText(interviewText);
  const right = prompt.estimates.filter((each) => isRight(prompt, each, kept.estimates[each.id] ?? 0));
  return (
    <>
      <p className={styles.soft}>
        {words.asked(formatShare(worthAsked(prompt, kept.asked)))} {words.estimated(right.length, prompt.estimates.length)}{' '}
        {words.time(clockText((Date.now() - kept.beganAt) / 1000), clockText(kept.away))}
      </p>
      <table className={styles.answers}>
        <caption>{words.answers}</caption>
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
                {kept.estimates[each.id] === undefined ? nothing : formatNumber(kept.estimates[each.id], each.unit)}
              </td>
              <td>{formatNumber(answerOf(prompt, each), each.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What had been fixed before the clock began, in words and to the letter. */
function Promised({ prompt, kept, told }: { prompt: Prompt; kept: Kept; told: PromptWords }) {
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
      {hash === null || kept.commitment === '' ? null : (
        <p data-kept={hash === kept.commitment}>{hash === kept.commitment ? words.kept : words.broken}</p>
      )}
      <textarea className={styles.promise} readOnly rows={3} aria-label={words.revealed} value={commitmentText(prompt)} />
    </section>
  );
}
