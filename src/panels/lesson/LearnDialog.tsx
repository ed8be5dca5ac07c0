import { BookA, CircleCheck, CircleDashed, CircleDot, Presentation, TrendingUp } from 'lucide-react';
import { Suspense, useEffect, useId, useState } from 'react';
import type { learnEn } from '../../i18n/late/learn.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import type { LessonId } from '../../lessons/lesson.ts';
import { openCampaign } from '../../store/campaign.ts';
import { openLesson } from '../../store/lesson.ts';
import { stepsKept } from '../../store/lessonShelf.ts';
import { type Locale, sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLate } from '../../ui/late.ts';
import styles from './Learn.module.css';
import { type ListedLesson, lessonLists } from './lessonList.ts';
import { Teach } from './Teach.tsx';

export type LearnText = Widen<typeof learnEn>;

const learnText: LateText<LearnText> = {
  en: async () => (await import('../../i18n/late/learn.en.ts')).learnEn,
  ko: async () => (await import('../../i18n/late/learn.ko.ts')).learnKo,
};

type Kept = Awaited<ReturnType<typeof stepsKept>>;

/** What can be learnt here, how far one has come, and what a class needs. */
export function LearnDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(learnText);
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <p className={styles.intro}>{words.intro}</p>
      <Campaign words={words} onClose={onClose} />
      {/* longer than any window, as the list is: the dialog has its height from the beginning */}
      <Suspense fallback={<div className={styles.coming} />}>
        <List words={words} onClose={onClose} />
      </Suspense>
      <Button look="quiet" className={styles.glossary} onClick={() => sessionStore.getState().set({ dialog: 'glossary' })}>
        <BookA size={16} aria-hidden />
        {t.actions.glossary}
      </Button>
    </Dialog>
  );
}

function Campaign({ words, onClose }: { words: LearnText; onClose: () => void }) {
  return (
    <div className={styles.campaign}>
      <TrendingUp size={20} aria-hidden />
      <div className={styles.words}>
        <h3 className={styles.name}>{words.campaign}</h3>
        <p className={styles.goal}>{words.campaignWhat}</p>
      </div>
      <Button
        look="primary"
        aria-label={words.open(words.begin, words.campaign)}
        onClick={() => {
          onClose();
          void openCampaign();
        }}
      >
        {words.begin}
      </Button>
    </div>
  );
}

function List({ words, onClose }: { words: LearnText; onClose: () => void }) {
  const listed = useLate(lessonLists[useText().locale as Locale]);
  const [kept, setKept] = useState<Kept>({});
  useEffect(() => void stepsKept().then(setKept), []);
  return (
    <ol className={styles.list}>
      {listed.map((one) => (
        <Row key={one.lesson.id} one={one} kept={kept} words={words} onClose={onClose} />
      ))}
    </ol>
  );
}

const icons = { new: CircleDashed, under: CircleDot, questions: CircleDot, done: CircleCheck } as const;

function stateOf({ lesson }: ListedLesson, kept: Kept): keyof typeof icons {
  const found = kept[lesson.id as LessonId];
  if (!found || (found.at === 0 && found.answers === 0)) return 'new';
  if (found.at < lesson.steps.length) return 'under';
  return found.answers < lesson.quiz.length ? 'questions' : 'done';
}

function Row({ one, kept, words, onClose }: { one: ListedLesson; kept: Kept; words: LearnText; onClose: () => void }) {
  const [isTeaching, setTeaching] = useState(false);
  const panel = useId();
  const { lesson, words: said } = one;
  const state = stateOf(one, kept);
  const Icon = icons[state];
  const stateText = state === 'under' ? words.state.under((kept[lesson.id]?.at ?? 0) + 1, lesson.steps.length) : words.state[state];
  const act = { new: words.begin, under: words.goOn, questions: words.goOn, done: words.again }[state];
  return (
    <li className={styles.lesson} data-lesson={lesson.id}>
      <div className={styles.row}>
        <span className={styles.state} data-state={state}>
          <Icon size={20} aria-hidden />
        </span>
        <div className={styles.words}>
          <h3 className={styles.name}>
            {said.title} <small>{words.lesson(lesson.number, lesson.minutes)}</small>
          </h3>
          <p className={styles.goal}>{said.goal}</p>
          <p className={state === 'new' ? 'visuallyHidden' : styles.progress}>{stateText}</p>
        </div>
        <div className={styles.acts}>
          <Button
            look={state === 'under' || state === 'questions' ? 'primary' : 'plain'}
            aria-label={words.open(act, said.title)}
            onClick={() => {
              onClose();
              void openLesson(lesson.id);
            }}
          >
            {act}
          </Button>
          <Button
            look="quiet"
            size="small"
            aria-label={words.teachOf(said.title)}
            aria-expanded={isTeaching}
            aria-controls={panel}
            onClick={() => setTeaching(!isTeaching)}
          >
            <Presentation size={14} aria-hidden />
            {words.teach}
          </Button>
        </div>
      </div>
      <div id={panel} hidden={!isTeaching}>
        {isTeaching ? <Teach one={one} words={words} /> : null}
      </div>
    </li>
  );
}
