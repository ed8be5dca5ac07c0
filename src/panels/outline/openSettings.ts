import { type Selection, sessionStore } from '../../store/sessionStore.ts';

/** Selects a part and puts the keyboard on its settings, the only place where they are changed. */
export function openSettings(what: Partial<Selection>): void {
  sessionStore.getState().select(what);
  sessionStore.getState().set({ inspectorOpen: true });
  // after React has drawn the pane, if it was closed
  setTimeout(() => document.getElementById('inspector')?.focus());
}
