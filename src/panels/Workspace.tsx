import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useEffect } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { Palette } from './Palette.tsx';
import { BottomSheet } from './Player.tsx';
import { layoutNow, onLayout, useLayout } from './useLayout.ts';
import styles from './Workspace.module.css';

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
        <BottomSheet />
      </main>
    );
  }
  return (
    <main className={styles.workspace}>
      {paletteOpen ? (
        <div className={styles.left}>
          <ErrorBoundary>
            <Palette />
          </ErrorBoundary>
        </div>
      ) : null}
      <div className={styles.canvas} data-left={paletteOpen || undefined} data-right={inspectorOpen || undefined}>
        <ErrorBoundary>
          <Canvas />
        </ErrorBoundary>
        {layout === 'narrow' ? <Toggles paletteOpen={paletteOpen} inspectorOpen={inspectorOpen} /> : null}
      </div>
      {inspectorOpen ? (
        <div className={styles.right}>
          <ErrorBoundary>
            <Inspector />
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

function Toggles({ paletteOpen, inspectorOpen }: { paletteOpen: boolean; inspectorOpen: boolean }) {
  const t = useText();
  const { set } = sessionStore.getState();
  const left = paletteOpen ? t.panels.palette.close : t.panels.palette.open;
  const right = inspectorOpen ? t.panels.inspector.close : t.panels.inspector.open;
  return (
    <>
      <Button
        square
        className={`${styles.toggle} ${styles.toggleLeft}`}
        aria-label={left}
        title={left}
        aria-expanded={paletteOpen}
        onClick={() => set({ paletteOpen: !paletteOpen })}
      >
        {paletteOpen ? <PanelLeftClose size={18} aria-hidden /> : <PanelLeftOpen size={18} aria-hidden />}
      </Button>
      <Button
        square
        className={`${styles.toggle} ${styles.toggleRight}`}
        aria-label={right}
        title={right}
        aria-expanded={inspectorOpen}
        onClick={() => set({ inspectorOpen: !inspectorOpen })}
      >
        {inspectorOpen ? <PanelRightClose size={18} aria-hidden /> : <PanelRightOpen size={18} aria-hidden />}
      </Button>
    </>
  );
}
