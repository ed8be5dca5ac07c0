import styles from './App.module.css';
import { ChartsPane } from './panels/ChartsPane.tsx';
import { DialogsPane } from './panels/DialogsPane.tsx';
import { ErrorBoundary } from './panels/ErrorBoundary.tsx';
import { Header } from './panels/Header.tsx';
import { Player } from './panels/Player.tsx';
import { PreviewStrip } from './panels/PreviewStrip.tsx';
import { RunBar } from './panels/RunBar.tsx';
import { SkipLinks } from './panels/SkipLinks.tsx';
import { Story } from './panels/Story.tsx';
import { Toasts } from './panels/Toasts.tsx';
import { useLayout } from './panels/useLayout.ts';
import { Workspace } from './panels/Workspace.tsx';
import { TooltipProvider } from './ui/Tooltip.tsx';

/** The floor plan of the screen. */
export function App() {
  const isPhone = useLayout() === 'phone';
  return (
    <TooltipProvider delayDuration={400}>
      <ErrorBoundary>
        <div className={styles.app}>
          <SkipLinks />
          <Header />
          <PreviewStrip />
          <Workspace />
          {isPhone ? <Player /> : <RunBar />}
          <Story />
          {isPhone ? null : <ChartsPane />}
          <DialogsPane />
          <Toasts />
        </div>
      </ErrorBoundary>
    </TooltipProvider>
  );
}
