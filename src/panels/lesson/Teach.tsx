import { Copy, FileDown } from 'lucide-react';
import { Suspense } from 'react';
import { encode } from 'uqr';
import { hasPageFile, saveLessonPage } from '../../store/files.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { codePath } from '../phone/qrPath.ts';
import styles from './Learn.module.css';
import type { LearnText } from './LearnDialog.tsx';
import type { ListedLesson } from './lessonList.ts';

const Tickets = latePart(async () => (await import('./Tickets.tsx')).Tickets);

/** What a teacher takes along: what is asked, notes, and three ways to bring the lesson to the class. */
export function Teach({ one: { lesson, words: said }, words }: { one: ListedLesson; words: LearnText }) {
  const link = `${location.href.replace(/[?#].*$/s, '')}#l=${lesson.id}`;
  const questions = lesson.steps.flatMap(({ id }) => said.steps[id].question ?? []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      announce(words.copied, 'answer');
    } catch {
      announce(words.copyFailed, 'answer');
    }
  };
  const download = async () => {
    if (!(await saveLessonPage(lesson.id))) announce(words.fileFailed, 'answer');
  };
  return (
    <div className={styles.teach} data-testid="teach">
      <div>
        <h4>{words.asks}</h4>
        <ul>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <h4>{words.notes}</h4>
        <ul>
          {said.teacher.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
      <div className={styles.ways}>
        <Code text={link} label={words.code(said.title)} />
        <p className={styles.faint}>{words.codeHelp}</p>
        <div className={styles.link}>
          <code>{link}</code>
          <Button size="small" onClick={() => void copy()}>
            <Copy size={14} aria-hidden />
            {words.copy}
          </Button>
        </div>
        {hasPageFile ? (
          <>
            <Button size="small" onClick={() => void download()}>
              <FileDown size={14} aria-hidden />
              {words.file}
            </Button>
            <p className={styles.faint}>{words.fileHelp}</p>
          </>
        ) : null}
      </div>
      <Suspense>
        <Tickets words={words} />
      </Suspense>
    </div>
  );
}

function Code({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} data-link={text}>
      <path d={codePath(data)} />
    </svg>
  );
}
