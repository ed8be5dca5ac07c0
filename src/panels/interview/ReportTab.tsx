/** What it came to, and the ways to check it and to hand it on. */

import { Copy, FileDown, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import type { Prompt, PromptWords } from '../../prompts/prompt.ts';
import { handInLink, interviewStore, toggleBookmark } from '../../store/interview.ts';
import { reportNow, verifyReport } from '../../store/interviewPlay.ts';
import { recordOf, reportLink, saveReport } from '../../store/sharedReport.ts';
import { Button } from '../../ui/Button.tsx';
import { Busy } from './Busy.tsx';
import { copyText } from './copyText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { ReportSheet } from './ReportSheet.tsx';

export function ReportTab({ prompt, words: told }: { prompt: Prompt; words: PromptWords }) {
  const words = useLateText(interviewText);
  const { report, busy, kept } = useStore(interviewStore);
  // As it stood when the report was made: the clock goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const made = useMemo(() => (report && kept ? recordOf(kept, report) : null), [report]);
  const record = made && kept && { ...made, bookmarks: [...kept.bookmarks] };
  if (kept === null) return null;
  const copy = (link: string, done: string) => copyText(link, done, words.copyFailed);
  const copyReport = async () => {
    if (!record) return;
    const { link, hasBuild } = await reportLink(record);
    await copy(link, hasBuild ? words.reportCopied : words.reportCopiedWithout);
  };
  return (
    <div className={styles.task}>
      <p className={styles.soft}>{words.reportIntro}</p>
      {kept.mode === 'strict' ? <p className={styles.soft}>{words.strictReport}</p> : null}
      {kept.commitment === '' ? null : (
        <p className={styles.hash} title={words.committedHelp} data-commitment={kept.commitment}>
          {words.committed(kept.commitment)}
        </p>
      )}
      <div className={styles.acts}>
        <Button look={report ? 'plain' : 'primary'} disabled={busy !== null} onClick={() => void reportNow()}>
          {words.reportNow}
        </Button>
        {report && record ? (
          <>
            <Button disabled={busy !== null} onClick={() => void verifyReport()}>
              {words.verify}
            </Button>
            <Button look="primary" data-copy-report onClick={() => void copyReport()}>
              <Copy size={16} aria-hidden />
              {words.copyReport}
            </Button>
            <Button onClick={() => saveReport(record)}>
              <FileDown size={16} aria-hidden />
              {words.saveReport}
            </Button>
            <Button onClick={() => print()}>
              <Printer size={16} aria-hidden />
              {words.print}
            </Button>
            <Button look="quiet" onClick={() => void handInLink().then((link) => copy(link, words.copied))}>
              {words.copyLink}
            </Button>
          </>
        ) : null}
        <Busy what="report" />
      </div>
      {report && record ? (
        <ReportSheet record={record} prompt={prompt} told={told} grade={report.grade} onBookmark={toggleBookmark}>
          {report.verified === 'not yet' ? null : (
            <p role="status" data-verified={report.verified}>
              {words[report.verified === 'running' ? 'verifying' : report.verified]}
            </p>
          )}
        </ReportSheet>
      ) : null}
    </div>
  );
}
