/** The page on a phone: a player to watch, pause, break and read. It is not a shrunken editor, and fetches none of it. */

import { Suspense } from 'react';
import { PlayerCanvas } from '../../canvas/player/PlayerCanvas.tsx';
import { useDesign, useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { Toast } from '../../ui/Toast.tsx';
import { Coming } from '../Coming.tsx';
import { DialogsPane } from '../DialogsPane.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { LatePlace } from '../LatePlace.tsx';
import { EventList } from './EventList.tsx';
import styles from './Phone.module.css';
import { PhoneHead } from './PhoneHead.tsx';
import { PhoneRun } from './PhoneRun.tsx';

const PhoneStrips = latePart(async () => (await import('./PhoneStrips.tsx')).PhoneStrips);
const PartSheet = latePart(async () => (await import('./PartSheet.tsx')).PartSheet);
const PhoneLesson = latePart(async () => (await import('../lesson/PhoneLesson.tsx')).PhoneLesson);
const WhyLayer = latePart(async () => (await import('../story/why/WhyLayer.tsx')).WhyLayer);
const Spoken = latePart(async () => (await import('../spoken/Spoken.tsx')).Spoken);

const letGo = (): void => sessionStore.getState().select({});

export function PhoneApp() {
  const isLesson = useSession(({ lesson }) => lesson !== null);
  const isOfOthers = useDesign(
    ({ ownership, design }) => ownership === 'preview' || !!design.assignment || design.notes?.some(({ stranger }) => stranger),
  );
  const isMoment = useSession(({ moment }) => moment !== null);
  const isPressed = useSession(({ selection }) => selection.nodes.length === 1);
  return (
    <ErrorBoundary>
      <div className={styles.page}>
        <Suspense fallback={<div className={styles.head} />}>
          <PhoneHead />
        </Suspense>
        <Suspense>{isOfOthers || isMoment ? <PhoneStrips /> : null}</Suspense>
        <main className={styles.main}>
          <div className={styles.stage}>
            <PlayerCanvas />
          </div>
          <LatePlace>
            <Spoken />
          </LatePlace>
          <div className={styles.side} data-lesson={isLesson || undefined}>
            {isLesson ? (
              <Suspense>
                <PhoneLesson />
              </Suspense>
            ) : null}
            <Suspense fallback={<div className={styles.run} />}>
              <PhoneRun />
              {isLesson ? null : <EventList />}
            </Suspense>
          </div>
        </main>
        <LiveRegion />
        {isPressed ? (
          <LatePlace form="dialog" fallback={<Coming onClose={letGo} />} onClose={letGo}>
            <PartSheet />
          </LatePlace>
        ) : null}
        <LatePlace>
          <WhyLayer />
        </LatePlace>
        <DialogsPane />
        <PhoneToast />
      </div>
    </ErrorBoundary>
  );
}

function PhoneToast() {
  const toast = useSession((state) => state.toast);
  return <Toast text={toast?.text ?? null} id={toast?.id ?? 0} onDone={() => sessionStore.getState().set({ toast: null })} />;
}
