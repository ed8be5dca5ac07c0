import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { say } from '../../actions/toast.ts';
import { useText } from '../../i18n/text.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { useWordsOf } from '../lesson/lessonText.ts';
import { useLesson } from '../lesson/useLesson.ts';
import styles from './Notes.module.css';
import type { PresenterText } from './presenterWords.ts';

interface NotesWindowProps {
  words: PresenterText;
  /** Keys of the presenter, which work here, too. */
  hear: (event: KeyboardEvent) => void;
  onClose: () => void;
}

/** What the teacher reads and the class does not see: on another screen, in a window that holds nothing but words. */
export function NotesWindow({ words, hear, onClose }: NotesWindowProps) {
  const lesson = useLesson((state) => state.lesson);
  const { locale } = useText();
  const [body, setBody] = useState<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one window for as long as it is wanted
  useEffect(() => {
    const view = window.open('', 'faultline-notes', 'popup,width=520,height=760');
    if (!view) {
      say(words.notesOf.blocked);
      onClose();
      return;
    }
    dress(view.document);
    view.addEventListener('keydown', hear, { capture: true });
    // A window says no more when it is closed than when it is opened anew; asking it is sure.
    const watch = setInterval(() => view.closed && onClose(), 500);
    setBody(view.document.body);
    view.focus();
    return () => {
      clearInterval(watch);
      view.close();
    };
  }, []);
  useEffect(() => {
    if (!body) return;
    body.ownerDocument.documentElement.lang = locale;
    body.ownerDocument.title = words.notes;
  }, [body, locale, words]);
  return body && lesson ? createPortal(<Notes lesson={lesson} words={words} />, body) : null;
}

/** The page's own style sheets and theme; nothing of another origin, so the policy of the page holds here. */
function dress(to: Document): void {
  to.body.replaceChildren();
  to.head.replaceChildren();
  for (const sheet of document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>('link[rel="stylesheet"], style')) {
    const copy = to.importNode(sheet, true);
    // relative to this page, not to an empty one
    if (sheet instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = sheet.href;
    to.head.append(copy);
  }
  to.documentElement.dataset.theme = document.documentElement.dataset.theme ?? 'light';
}

function Notes({ lesson, words }: { lesson: Lesson; words: PresenterText }) {
  const said = useWordsOf(lesson.id);
  const shown = useLesson((state) => state.shown);
  const step = lesson.steps[shown];
  const { notesOf } = words;
  const now = step && said.steps[step.id];
  const title = notesOf.title(said.title);
  return (
    <main className={styles.notes} data-testid="teacher-notes">
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.place}>
        {step ? words.lesson.place(lesson.number, shown + 1, lesson.steps.length) : words.lesson.questions(lesson.number)}
      </p>
      {now ? (
        <>
          <h2>{notesOf.now}</h2>
          <p>{now.task}</p>
          {now.question ? <p className={styles.question}>{now.question}</p> : null}
          <h2>{notesOf.hints}</h2>
          <ul>
            {now.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{notesOf.all}</h2>
      <ul>
        {said.teacher.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className={styles.place}>{notesOf.keys}</p>
    </main>
  );
}
