import { useEffect } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { latePart } from '../ui/latePart.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LatePlace } from './LatePlace.tsx';
import { latePane } from './late.ts';
import { layoutNow, onLayout, useLayout } from './useLayout.ts';
import styles from './Workspace.module.css';

const Inspector = latePane('Inspector');
const PaneToggles = latePart(async () => (await import('./PaneToggles.tsx')).PaneToggles);
const Outline = latePart(async () => (await import('./outline/Outline.tsx')).Outline);
const Palette = latePane('Palette');
const ViewSwitch = latePart(async () => (await import('./ViewSwitch.tsx')).ViewSwitch);
const StartLayer = latePart(async () => (await import('./start/StartLayer.tsx')).StartLayer);

/** Parts, canvas and settings side by side; where there is no room, the outer two slide over the canvas, but for a lesson. */
export function Workspace() {
  const layout = useLayout();
  const paletteOpen = useSession((state) => state.paletteOpen);
  const inspectorOpen = useSession((state) => state.inspectorOpen);
  const view = useSession((state) => state.view);
  usePanesByLayout();
  return (
    <main className={styles.workspace}>
      {paletteOpen ? (
        <div className={styles.left}>
          <LatePlace form="pane" fallback={<div className={styles.paletteRoom} />}>
            <Palette />
          </LatePlace>
        </div>
      ) : null}
      <div className={styles.canvas} data-left={paletteOpen || undefined} data-right={inspectorOpen || undefined}>
        <ErrorBoundary>
          {view === 'canvas' ? (
            <Canvas>
              <LatePlace>
                <StartLayer />
              </LatePlace>
            </Canvas>
          ) : (
            <LatePlace form="pane">
              <Outline />
            </LatePlace>
          )}
        </ErrorBoundary>
        <LatePlace>
          <ViewSwitch />
          {layout === 'narrow' ? <PaneToggles /> : null}
        </LatePlace>
      </div>
      {inspectorOpen ? (
        <div className={styles.right}>
          <LatePlace form="pane" fallback={<div className={styles.inspectorRoom} />}>
            <Inspector />
          </LatePlace>
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
