import { Suspense } from 'react';
import { say } from '../actions/toast.ts';
import { textOf, useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { makeItMine } from '../store/persistence.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { latePart } from '../ui/latePart.tsx';
import styles from './Strip.module.css';

/** Only for links that lead to a moment. */
const MomentStrip = latePart(async () => (await import('./share/MomentStrip.tsx')).MomentStrip);

/** Only where another tab erased everything. */
const ErasedStrip = latePart(async () => (await import('./erase/ErasedStrip.tsx')).ErasedStrip);

const InterviewStrip = latePart(async () => (await import('./interview/InterviewStrip.tsx')).InterviewStrip);

const AssignmentStrip = latePart(async () => (await import('./assignment/AssignmentStrip.tsx')).AssignmentStrip);

/** Only for documents that were mended, or are of others. */
const OpenedStrip = latePart(async () => (await import('./OpenedStrip.tsx')).OpenedStrip);

/** Says that a document is only looked at, and what had to be mended to open it. */
export function PreviewStrip() {
  const t = useText();
  const isPreview = useDesign((state) => state.ownership === 'preview');
  const previewOf = useSession((state) => state.previewOf);
  const moment = useSession((state) => state.moment);
  const isAssigned = useDesign((state) => !!state.design.assignment);
  const isWhole = useSession(({ opened }) => opened.repairs.length === 0 && opened.damagedCopies === 0 && !opened.otherEngine);
  const isInterview = useSession((state) => state.interview);
  return (
    <>
      {previewOf === 'erased' ? (
        <Suspense>
          <ErasedStrip />
        </Suspense>
      ) : isPreview && previewOf !== 'lesson' ? (
        <section className={styles.strip} aria-label={t.panels.preview.make}>
          <span>{t.panels.preview[previewOf === 'other-tab' ? 'otherTab' : previewOf === 'case' ? 'case' : 'text']}</span>
          <Button
            look="primary"
            size="small"
            onClick={() => void makeItMine().then(() => say(textOf(sessionStore.getState().locale).panels.preview.made))}
          >
            {t.panels.preview.make}
          </Button>
        </section>
      ) : null}
      {isAssigned ? (
        <Suspense>
          <AssignmentStrip />
        </Suspense>
      ) : null}
      {isInterview ? (
        <Suspense>
          <InterviewStrip />
        </Suspense>
      ) : null}
      {moment ? (
        <Suspense>
          <MomentStrip key={moment.at} moment={moment} />
        </Suspense>
      ) : null}
      {isWhole ? null : (
        <Suspense>
          <OpenedStrip />
        </Suspense>
      )}
    </>
  );
}
