/**
 * One and the same state, whatever a restless visitor did before: every window closed, and the design in hand with
 * which it was opened, not running. What the page holds then can be compared with what it held there before.
 */

import { type DesignState, designStore } from '../../store/designStore.ts';
import { newDocument } from '../../store/persistence.ts';
import { present, stopPresenting } from '../../store/presenting.ts';
import { pause, play, restart } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { type DialogName, type SessionState, sessionStore } from '../../store/sessionStore.ts';

/** For what is drawn after that. */
const drawMs = 30;
const longestWaitMs = 3000;
/** Until timers of the page have come to their end. */
const settleMs = 800;
/** Begun at each visit. */
const runs = 8;

/** Those that show something whoever asks for them. */
const windows =
  'share templates trace shortcuts report about physics replicas sweep capacity weakPoints compare notebook requirements learn glossary marking interview assignment erase commands'.split(
    ' ',
  ) as readonly DialogName[];

/** As the page was opened. */
export type Begun = Pick<DesignState, 'design'> & Pick<SessionState, 'locale' | 'theme'>;

export function begunAs(): Begun {
  const { locale, theme } = sessionStore.getState();
  return { design: designStore.getState().design, locale, theme };
}

const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const drawn = (): Promise<void> => after(drawMs);

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < longestWaitMs; waited += drawMs) await drawn();
}

/**
 * Opens every window, menu and pane, and begins a run some times: what is made but once is there after the first time, and what is never let go
 * of is more each time.
 */
export async function visitAll({ design }: Begun): Promise<void> {
  const { set, select } = sessionStore.getState();
  const show = async (change: Partial<SessionState>): Promise<void> => {
    set(change);
    await drawn();
  };
  for (const dialog of windows) {
    set({ dialog });
    await until(() => document.querySelector('dialog[open] :is(h2, input)') !== null);
    await show({ dialog: null });
  }
  await visitMenus();
  await show({ requestsOpen: true });
  await show({ requestsOpen: false, view: 'outline' });
  await show({ view: 'canvas' });
  select({ nodes: design.nodes.slice(1, 2).map(({ id }) => id) });
  for (let run = 0; run < runs; run++) {
    restart();
    play();
    await until(() => runStore.getState().time > 0.1);
    pause();
  }
  present();
  await drawn();
  stopPresenting();
}

/** Whatever a button or a right click opens, and Escape closes. */
async function visitMenus(): Promise<void> {
  const given = { bubbles: true, cancelable: true };
  const close = async (): Promise<void> => {
    await drawn();
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { ...given, key: 'Escape', code: 'Escape' }));
    await drawn();
  };
  for (const button of document.querySelectorAll<HTMLElement>('header [aria-haspopup]')) {
    button.dispatchEvent(new PointerEvent('pointerdown', { ...given, button: 0 }));
    button.click();
    await close();
  }
  for (const part of ['[data-node-id]', '.react-flow__pane']) {
    document.querySelector(part)?.dispatchEvent(new MouseEvent('contextmenu', { ...given, clientX: 400, clientY: 300 }));
    await close();
  }
}

/** Ends when nothing is to be expected any more. */
export async function toRest({ design, locale, theme }: Begun): Promise<void> {
  for (const end of ['pointerup', 'mouseup', 'pointercancel', 'blur']) window.dispatchEvent(new Event(end));
  // as Escape would: who opened it lets go of it
  for (const open of document.querySelectorAll<HTMLDialogElement>('dialog[open]'))
    open.dispatchEvent(new Event('cancel', { cancelable: true }));
  pause();
  stopPresenting();
  await newDocument({ ...design });
  const { set, saved, offline, ...fresh } = sessionStore.getInitialState();
  set({ ...fresh, locale, theme });
  (document.activeElement as HTMLElement | null)?.blur();
  await after(settleMs);
  set({ toast: null });
  await new Promise((done) => requestIdleCallback(done, { timeout: longestWaitMs }));
}
