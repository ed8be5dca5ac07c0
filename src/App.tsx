import { useEffect } from 'react';
import styles from './App.module.css';
import { provideCanvasActs } from './actions/canvasActs.ts';
import { withDesk } from './canvas/desk.ts';
import { fitView } from './canvas/viewport.ts';
import { ChartsPane } from './panels/ChartsPane.tsx';
import { DialogsPane } from './panels/DialogsPane.tsx';
import { ErrorBoundary, fetchBroken } from './panels/ErrorBoundary.tsx';
import { LatePlace } from './panels/LatePlace.tsx';
import { latePane } from './panels/late.ts';
import { Workspace } from './panels/Workspace.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { latePart } from './ui/latePart.tsx';
import { useSoon } from './ui/useSoon.ts';

/** What keys and menus do on the canvas: for hands, not for eyes. */
const Hands = latePart(async () => (await import('./panels/hands/Hands.tsx')).Hands);
const Header = latePane('Header');
const PreviewStrip = latePane('PreviewStrip');
const RunBar = latePane('RunBar');
const SkipLinks = latePane('SkipLinks');
const Spoken = latePart(async () => (await import('./panels/spoken/Spoken.tsx')).Spoken);
const Story = latePane('Story');
const Toasts = latePane('Toasts');
const TooltipLayer = latePane('TooltipLayer');

provideCanvasActs({
  zoomFit: fitView,
  perform: (verb) => withDesk(({ verbs }) => verbs[verb]()),
  late: async () => (await import('./canvas/hands/verbs.ts')).verbs,
});

/** Keyboard and clipboard, as long as the editor is shown. They come after its first picture, with all that acts need. */
function startHands(): () => void {
  let isShown = true;
  let stop = (): void => undefined;
  void import('./actions/startActs.ts').then(({ startActs }) => {
    if (isShown) stop = startActs();
  });
  return () => {
    isShown = false;
    stop();
  };
}

/** The floor plan of the screen. The canvas comes first; what stands round it finds its place kept free. */
export function App() {
  useEffect(startHands, []);
  useSoon(fetchBroken);
  return (
    <ErrorBoundary>
      <div className={styles.app}>
        <LatePlace fallback={<div className={styles.header} />}>
          <SkipLinks />
          <Header />
          <PreviewStrip />
        </LatePlace>
        <Workspace />
        <LatePlace
          fallback={
            <>
              <div className={styles.run} />
              <div className={styles.story} />
            </>
          }
        >
          <RunBar />
          <Story />
        </LatePlace>
        <ChartsPane />
        <LiveRegion />
        <DialogsPane />
        <LatePlace>
          <Hands />
        </LatePlace>
        <LatePlace>
          <Spoken />
        </LatePlace>
        <LatePlace>
          <Toasts />
          <TooltipLayer />
        </LatePlace>
      </div>
    </ErrorBoundary>
  );
}
