/** A report that somebody handed on: played again by itself, and held against what it says to the last digit. */

import { ArrowLeft, Copy, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import type { PromptWords } from '../../prompts/prompt.ts';
import { promptEntries } from '../../prompts/registry.ts';
import type { Difference } from '../../prompts/reportCheck.ts';
import { gradeFromPaper, isOfOtherEdition, isOfOtherEngine } from '../../prompts/reportRecord.ts';
import { closeReport, playAgain, reportLink, type Shared, sharedStore, toggleSharedBookmark } from '../../store/sharedReport.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatExact, nothing } from '../../ui/format.ts';
import { Busy } from './Busy.tsx';
import { copyText } from './copyText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { ReportSheet } from './ReportSheet.tsx';

export function SharedReport() {
  const words = useLateText(interviewText);
  const { shared, problem } = useStore(sharedStore);
  if (problem !== null)
    return (
      <div className={styles.task} role="alert" data-report-problem={problem}>
        <p>{words.problems[problem]}</p>
        <div className={styles.acts}>
          <Back />
        </div>
      </div>
    );
  return shared ? <Shown shared={shared} /> : null;
}

function Shown({ shared }: { shared: Shared }) {
  const words = useLateText(interviewText);
  const told = useLateText(promptEntries[shared.record.prompt]!.words);
  const { record, prompt, again } = shared;
  // Each report is played once by itself.
  useEffect(() => {
    if (sharedStore.getState().shared?.again === null) void playAgain();
  }, []);
  const handOn = async () => {
    const { link, hasBuild } = await reportLink(record);
    await copyText(link, hasBuild ? words.reportCopied : words.reportCopiedWithout, words.copyFailed);
  };
  return (
    <div className={styles.task}>
      <div className={styles.acts}>
        <Back />
        <span className={styles.gap} />
        <Busy what="shared" />
        <Button onClick={() => void handOn()}>
          <Copy size={16} aria-hidden />
          {words.copyReport}
        </Button>
        <Button onClick={() => print()}>
          <Printer size={16} aria-hidden />
          {words.print}
        </Button>
      </div>
      <ReportSheet
        record={record}
        prompt={prompt}
        told={told}
        grade={again ?? gradeFromPaper(prompt, record)}
        isClaim={again === null}
        onBookmark={toggleSharedBookmark}
      >
        <Verdict shared={shared} told={told} />
      </ReportSheet>
    </div>
  );
}

function Back() {
  const words = useLateText(interviewText);
  return (
    <Button onClick={closeReport}>
      <ArrowLeft size={16} aria-hidden />
      {words.back}
    </Button>
  );
}

/** Whether it is what it says it is. */
function Verdict({ shared, told }: { shared: Shared; told: PromptWords }) {
  const words = useLateText(interviewText).check;
  const { record, build, differences } = shared;
  const state = differences === null ? 'running' : differences.length === 0 ? 'same' : 'differs';
  const isBuildWrong = build !== 'whole' && build !== 'left-out';
  return (
    <section className={styles.verdict} data-verdict={state} aria-label={words.title}>
      {isOfOtherEngine(record) ? <p data-other-engine>{words.otherEngine(record.engine)}</p> : null}
      {isOfOtherEdition(record) ? <p data-other-edition>{words.otherEdition(record.edition)}</p> : null}
      <p role="status">
        <b>{words[state]}</b>
      </p>
      {differences && differences.length > 0 ? (
        <ul className={styles.plain}>
          {differences.map((each) => (
            <li key={`${each.line}/${each.what}`} data-difference={each.what}>
              <Told difference={each} told={told} />
            </li>
          ))}
        </ul>
      ) : null}
      <p data-build={build} data-wrong={isBuildWrong || undefined}>
        {words.builds[build]}
      </p>
    </section>
  );
}

function Told({ difference: { line, id, what, said, is }, told }: { difference: Difference; told: PromptWords }) {
  const words = useLateText(interviewText).check;
  const text = (number: number | null): string => (number === null ? nothing : what === 'at' ? formatClock(number) : formatExact(number));
  const where =
    line === 0 ? words.whole[what as 'score' | 'frames' | 'fatal'] : words.line(line, told.rubric[id] ?? id, words.figures[what]);
  return <>{words.said(where, text(said), text(is))}</>;
}
