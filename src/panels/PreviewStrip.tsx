import { Suspense } from 'react';
import { say } from '../actions/toast.ts';
import { textOf, useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { makeItMine } from '../store/persistence.ts';
import { openedWhole, sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { latePart } from '../ui/latePart.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './Strip.module.css';

/** Only for links that lead to a moment. */
const MomentStrip = latePart(async () => (await import('./share/MomentStrip.tsx')).MomentStrip);

/** Only where another tab erased everything. */
const ErasedStrip = latePart(async () => (await import('./erase/ErasedStrip.tsx')).ErasedStrip);

const InterviewStrip = latePart(async () => (await import('./interview/InterviewStrip.tsx')).InterviewStrip);

const AssignmentStrip = latePart(async () => (await import('./assignment/AssignmentStrip.tsx')).AssignmentStrip);

/** Says that a document is only looked at, and what had to be mended to open it. */
export function PreviewStrip() {
  const t = useText();
  const isPreview = useDesign((state) => state.ownership === 'preview');
  const previewOf = useSession((state) => state.previewOf);
  const moment = useSession((state) => state.moment);
  const isAssigned = useDesign((state) => !!state.design.assignment);
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
      <OpenedStrip />
    </>
  );
}

function OpenedStrip() {
  const t = useText();
  const { repairs, damagedCopies, otherEngine } = useSession((state) => state.opened);
  if (repairs.length === 0 && damagedCopies === 0 && !otherEngine) return null;
  return (
    <section className={`${styles.strip} ${styles.warning}`}>
      {repairs.length > 0 ? (
        <span>
          {t.events.repaired(repairs.length)}{' '}
          <Popover
            label={t.panels.preview.whatWasMended}
            trigger={
              <Button size="small" look="quiet">
                {t.panels.preview.whatWasMended}
              </Button>
            }
          >
            <ul className={styles.list}>
              {repairs.slice(0, 50).map((repair) => (
                <li key={`${repair.code}/${repair.part}/${repair.field}/${repair.given}`}>
                  {t.events.repairs[repair.code](`${repair.part} ${repair.field}`.trim(), repair.given, repair.kept)}
                </li>
              ))}
            </ul>
          </Popover>
        </span>
      ) : null}
      {damagedCopies > 0 ? <span>{t.panels.preview.damaged}</span> : null}
      {otherEngine ? <span>{t.panels.preview.otherEngine}</span> : null}
      <Button size="small" look="quiet" onClick={() => sessionStore.getState().set({ opened: openedWhole })}>
        {t.common.close}
      </Button>
    </section>
  );
}
