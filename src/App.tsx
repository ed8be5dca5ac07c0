import { Suspense } from 'react';
import styles from './App.module.css';
import { ChartsPane } from './panels/ChartsPane.tsx';
import { DialogsPane } from './panels/DialogsPane.tsx';
import { ErrorBoundary } from './panels/ErrorBoundary.tsx';
import { latePane } from './panels/late.ts';
import { SkipLinks } from './panels/SkipLinks.tsx';
import { useLayout } from './panels/useLayout.ts';
import { Workspace } from './panels/Workspace.tsx';

const Header = latePane('Header');
const Player = latePane('Player');
const PreviewStrip = latePane('PreviewStrip');
const RunBar = latePane('RunBar');
const Story = latePane('Story');
const Toasts = latePane('Toasts');
const TooltipLayer = latePane('TooltipLayer');

/** The floor plan of the screen. The canvas comes first; what stands round it finds its place kept free. */
export function App() {
  const isPhone = useLayout() === 'phone';
  return (
    <ErrorBoundary>
      <div className={styles.app}>
        <SkipLinks />
        <Suspense fallback={<div className={styles.header} />}>
          <Header />
          <PreviewStrip />
        </Suspense>
        <Workspace />
        <Suspense
          fallback={
            <>
              <div className={isPhone ? styles.player : styles.run} />
              <div className={styles.story} />
            </>
          }
        >
          {isPhone ? <Player /> : <RunBar />}
          <Story />
        </Suspense>
        {isPhone ? null : <ChartsPane />}
        <DialogsPane />
        <Suspense>
          <Toasts />
          <TooltipLayer />
        </Suspense>
      </div>
    </ErrorBoundary>
  );
}
