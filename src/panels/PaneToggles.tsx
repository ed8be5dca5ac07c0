import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Workspace.module.css';

/** Where panes slide over the canvas: the buttons that call them. */
export function PaneToggles() {
  const t = useText();
  const paletteOpen = useSession((state) => state.paletteOpen);
  const inspectorOpen = useSession((state) => state.inspectorOpen);
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
