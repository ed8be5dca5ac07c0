import { GraduationCap } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { glossaryEn } from '../../i18n/late/glossary.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import type { LessonId } from '../../lessons/lesson.ts';
import { lessonPlaces } from '../../lessons/registry.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { views } from '../../nodes/views.ts';
import { openLesson } from '../../store/lesson.ts';
import { type Locale, sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { foundTerms } from './foundTerms.ts';
import styles from './Glossary.module.css';
import { type TermId, termOf } from './terms.ts';

export type GlossaryText = Widen<typeof glossaryEn>;

const glossaryText: LateText<GlossaryText> = {
  en: async () => (await import('../../i18n/late/glossary.en.ts')).glossaryEn,
  ko: async () => (await import('../../i18n/late/glossary.ko.ts')).glossaryKo,
};

/** Every term in both languages, what it means in one sentence, and the way to where it is simulated and taught. */
export function GlossaryDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(glossaryText);
  const [asked, setAsked] = useState('');
  const found = foundTerms(asked, words.means);
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <div className={styles.seek}>
        <input
          type="search"
          className={styles.box}
          aria-label={words.search}
          placeholder={words.search}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <p className={styles.count} role="status">
          {found.length === 0 ? words.none : words.count(found.length)}
        </p>
      </div>
      <dl className={styles.terms} data-testid="glossary">
        {found.map((id) => (
          <Entry key={id} id={id} words={words} onClose={onClose} />
        ))}
      </dl>
    </Dialog>
  );
}

function Entry({ id, words, onClose }: { id: TermId; words: GlossaryText; onClose: () => void }) {
  const locale = useText().locale as Locale;
  const term = termOf(id);
  const other = locale === 'en' ? 'ko' : 'en';
  return (
    <div className={styles.term} data-term={id}>
      <dt>
        {term[locale]}
        {term[other] === term[locale] ? null : (
          <span lang={other} className={styles.other}>
            {term[other]}
          </span>
        )}
      </dt>
      <dd>
        <p>{words.means[id]}</p>
        <p className={styles.ways}>
          {(term.kinds ?? []).map((kind) => (
            <PartWay key={kind} kind={kind} words={words} />
          ))}
          {term.lesson && lessonPlaces[term.lesson] ? (
            <Suspense>
              <LessonWay id={term.lesson} words={words} onClose={onClose} />
            </Suspense>
          ) : null}
        </p>
      </dd>
    </div>
  );
}

function PartWay({ kind, words }: { kind: NodeKind; words: GlossaryText }) {
  const { name } = useText().kinds[kind];
  const Icon = views[kind].icon;
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={words.part(name)}
      onClick={() => sessionStore.getState().set({ docsOf: kind, dialog: 'docs' })}
    >
      <Icon size={14} aria-hidden />
      {name}
    </Button>
  );
}

function LessonWay({ id, words, onClose }: { id: LessonId; words: GlossaryText; onClose: () => void }) {
  const { title } = useLateText(lessonPlaces[id]!.words);
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={words.lesson(title)}
      onClick={() => {
        onClose();
        void openLesson(id);
      }}
    >
      <GraduationCap size={14} aria-hidden />
      {title}
    </Button>
  );
}
