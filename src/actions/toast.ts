import { sessionStore } from '../store/sessionStore.ts';

let nextId = 1;

/** A short sentence that goes away by itself. `undo` offers to take the last step back. */
export function say(text: string, undo = false): void {
  sessionStore.getState().set({ toast: { id: nextId++, text, undo } });
}
