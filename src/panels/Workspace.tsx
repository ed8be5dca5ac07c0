import { lazy, Suspense, useEffect } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { latePane } from './late.ts';
import { layoutNow, onLayout, useLayout } from './useLayout.ts';
import styles from './Workspace.module.css';

const BottomSheet = latePane('BottomSheet');
const Inspector = latePane('Inspector');
const PaneToggles = lazy(async () => ({ default: (await import('./PaneToggles.tsx')).PaneToggles }));
const Palette = latePane('Palette');

/** Parts, canvas and settings side by side; where there is no room, the outer two slide over the canvas. */
export function Workspace() {
  const layout = useLayout();
  const paletteOpen = useSession((state) => state.paletteOpen);
  const inspectorOpen = useSession((state) => state.inspectorOpen);
  usePanesByLayout();
  if (layout === 'phone') {
    return (
      <main className={styles.workspace}>
        <div className={styles.canvas}>
          <ErrorBoundary>
            <Canvas />
          </ErrorBoundary>
        </div>
        <Suspense>
          <BottomSheet />
        </Suspense>
      </main>
    );
  }
  return (
    <main className={styles.workspace}>
      {paletteOpen ? (
        <div className={styles.left}>
          <ErrorBoundary>
            <Suspense fallback={<div className={styles.paletteRoom} />}>
              <Palette />
            </Suspense>
          </ErrorBoundary>
        </div>
      ) : null}
      <div className={styles.canvas} data-left={paletteOpen || undefined} data-right={inspectorOpen || undefined}>
        <ErrorBoundary>
          <Canvas />
        </ErrorBoundary>
        <Suspense>{layout === 'narrow' ? <PaneToggles /> : null}</Suspense>
      </div>
      {inspectorOpen ? (
        <div className={styles.right}>
          <ErrorBoundary>
            <Suspense fallback={<div className={styles.inspectorRoom} />}>
              <Inspector />
            </Suspense>
          </ErrorBoundary>
        </div>
      ) : null}
    </main>
  );
}

/** A layout begins with its own panes: both where there is room, none where they would cover the canvas. */
function usePanesByLayout(): void {
  useEffect(() => {
    const arrange = () => {
      const open = layoutNow() === 'wide';
      sessionStore.getState().set({ paletteOpen: open, inspectorOpen: open });
    };
    arrange();
    return onLayout(arrange);
  }, []);
}
