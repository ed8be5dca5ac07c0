/** What a report says: the score with its proof, how it was taken, what was asked, estimated and drawn, the drill, and what to practise next. */

import type { ReactNode } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { Grade } from '../../prompts/merge.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import type { ReportRecord } from '../../prompts/reportRecord.ts';
import { formatNumber } from '../../ui/format.ts';
import { GradeLines } from '../grading/GradeLines.tsx';
import { ScoreWhy } from '../grading/ScoreWhy.tsx';
import { Answers } from './Answers.tsx';
import { BuildReplay } from './BuildReplay.tsx';
import { clockText } from './clockText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { NextExercises } from './NextExercises.tsx';
import { PhaseTable } from './PhaseTable.tsx';
import { Promised } from './Promised.tsx';

interface ReportSheetProps {
  record: ReportRecord;
  prompt: Prompt;
  told: PromptWords;
  grade: Grade;
  /** Nobody has played it again yet. */
  isClaim?: boolean;
  /** Sets a bookmark at a second of the interview, or takes the one away that is there. */
  onBookmark: (at: number) => void;
  /** Beside the score. */
  children?: ReactNode;
}

export function ReportSheet({ record, prompt, told, grade, isClaim = false, onBookmark, children }: ReportSheetProps) {
  const words = useLateText(interviewText);
  return (
    <div className={styles.task} data-report>
      <p className={styles.onPaper}>Faultline · {told.title}</p>
      <p className={styles.score} data-score={grade.score}>
        <ScoreWhy grade={grade}>{(isClaim ? words.claims : words.score)(formatNumber(grade.score))}</ScoreWhy>
      </p>
      {children}
      <GradeLines task={prompt} design={record.design} grade={grade} words={told} isClaim={isClaim} />
      <Taken record={record} />
      <NextExercises grade={grade} taken={record.prompt} />
      <Answers record={record} prompt={prompt} told={told} />
      <Struck record={record} />
      <section className={styles.task}>
        <h3>{words.build.title}</h3>
        {record.build.steps === null ? (
          <p className={styles.soft}>{words.build.leftOut(record.build.count, record.build.digest)}</p>
        ) : (
          <BuildReplay given={prompt.given} steps={record.build.steps} bookmarks={record.bookmarks} onBookmark={onBookmark} />
        )}
      </section>
      <Promised record={record} prompt={prompt} told={told} />
    </div>
  );
}

/** How it was taken: under which clock, and what was out of the ordinary. */
function Taken({ record: { mode, pace, elapsed, away, marks, phases } }: { record: ReportRecord }) {
  const words = useLateText(interviewText);
  return (
    <section className={styles.task}>
      <h3>{words.taken}</h3>
      <p className={styles.soft} data-mode={mode}>
        {words.takenAs(words.modes[mode], words.paces[pace])} {words.time(clockText(elapsed), clockText(away))}
      </p>
      {phases === null ? null : <PhaseTable times={phases} />}
      {marks.length === 0 ? null : (
        <ul className={styles.plain}>
          {marks.map((mark, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks are only ever added to
            <li key={i} data-mark={mark.what}>
              <time className={styles.digits}>{clockText(mark.at)}</time> {words.marks[mark.what](clockText(mark.seconds))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The drill, and what an interviewer let happen. */
function Struck({ record: { drill, struck } }: { record: ReportRecord }) {
  const words = useLateText(interviewText);
  if (drill === null && struck.length === 0) return null;
  const after = (seconds: number | null): string =>
    drill === null || seconds === null || drill.struckAt === null
      ? words.drill.never
      : words.drill.after(clockText(seconds - drill.struckAt));
  return (
    <section className={styles.task} data-drilled={drill?.fault}>
      <h3>{words.drill.title}</h3>
      {drill === null ? null : drill.struckAt === null ? (
        <p className={styles.soft}>{words.drill.notStruck}</p>
      ) : (
        <dl className={styles.facts}>
          <div>
            <dt>{words.drill.fault}</dt>
            <dd>{words.deck[drill.fault]}</dd>
          </div>
          <div>
            <dt>{words.drill.named}</dt>
            <dd data-named={drill.namedAt !== null || undefined}>{after(drill.namedAt)}</dd>
          </div>
          <div>
            <dt>{words.drill.well}</dt>
            <dd data-well={drill.wellAt !== null || undefined}>{after(drill.wellAt)}</dd>
          </div>
          <div>
            <dt>{words.drill.wrongOnes}</dt>
            <dd>{drill.wrong}</dd>
          </div>
        </dl>
      )}
      {struck.length === 0 ? null : (
        <ul className={styles.plain}>
          {struck.map(({ at, code, fault }) => (
            <li key={code}>
              <time className={styles.digits}>{clockText(at)}</time> {code}: {words.deck[fault]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
