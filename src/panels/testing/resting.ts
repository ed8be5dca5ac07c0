/**
 * One and the same state, whatever a restless visitor did before: every window closed, and the design in hand with
 * which it was opened, not running. What the page holds then can be compared with what it held there before.
 */

import { type DesignState, designStore } from '../../store/designStore.ts';
import { newDocument } from '../../store/persistence.ts';
import { present, stopPresenting } from '../../store/presenting.ts';
import { pause, play, playTo, restart, setSpeed } from '../../store/runController.ts';
import { type RunState, runStore } from '../../store/runStore.ts';
import { type DialogName, type SessionState, sessionStore } from '../../store/sessionStore.ts';

/** For what is drawn after that. */
const drawMs = 30;
const longestWaitMs = 3000;
/** A document that is opened plays: so slowly, simulated seconds per second, that it has hardly begun until it is paused. */
const standstill = 0.1;
/**
 * The simulated second at which every rest stands: what the engine makes with the first requests (a table of keys is 1.6 MB) would else be there or
 * not, as chance would have it.
 */
const restsAt = 0.5;
/** Until timers of the page have come to their end. */
const settleMs = 800;
/** Begun at each visit, and how long each may take to do so: a worker that fell silent is given up after three seconds. */
const runs = 8;
const longestBeginMs = 10_000;

/** Those that show something whoever asks for them. */
const windows =
  'share templates trace shortcuts report about physics replicas sweep capacity weakPoints compare notebook requirements learn glossary marking interview assignment erase commands'.split(
    ' ',
  ) as readonly DialogName[];

/** As the page was opened. */
export type Begun = Pick<DesignState, 'design'> & Pick<SessionState, 'locale' | 'theme'> & Pick<RunState, 'speed'>;

export function begunAs(): Begun {
  const { locale, theme } = sessionStore.getState();
  return { design: designStore.getState().design, locale, theme, speed: runStore.getState().speed };
}

const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const drawn = (): Promise<void> => after(drawMs);

/** @returns whether it became so in time */
async function until(isSo: () => boolean, longestMs = longestWaitMs): Promise<boolean> {
  for (let waited = 0; !isSo() && waited < longestMs; waited += drawMs) await drawn();
  return isSo();
}

/**
 * Opens every window, menu and pane, and begins a run some times: what is made but once is there after the first time, and what is never let go
 * of is more each time.
 * @returns how many of the runs did not begin
 */
export async function visitAll({ design }: Begun): Promise<number> {
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
  let stuck = 0;
  for (let run = 0; run < runs; run++) {
    restart();
    play();
    if (!(await until(() => runStore.getState().time > 0.1, longestBeginMs))) stuck += 1;
    pause();
  }
  present();
  await drawn();
  stopPresenting();
  return stuck;
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
export async function toRest({ design, locale, theme, speed }: Begun): Promise<void> {
  // with a place, as those of a hand have: what is held is looked for under it
  for (const end of ['pointerup', 'pointercancel']) window.dispatchEvent(new PointerEvent(end));
  window.dispatchEvent(new MouseEvent('mouseup'));
  window.dispatchEvent(new Event('blur'));
  // as Escape would: who opened it lets go of it
  for (const open of document.querySelectorAll<HTMLDialogElement>('dialog[open]'))
    open.dispatchEvent(new Event('cancel', { cancelable: true }));
  pause();
  stopPresenting();
  await endAll();
  setSpeed(standstill);
  await newDocument({ ...design });
  pause();
  await until(() => runStore.getState().status === 'paused');
  playTo(restsAt);
  await until(() => runStore.getState().time >= restsAt - 1e-9);
  setSpeed(speed);
  const { set, saved, offline, ...fresh } = sessionStore.getInitialState();
  set({ ...fresh, locale, theme });
  (document.activeElement as HTMLElement | null)?.blur();
  // React holds the last text field that had the focus, with the window that it stood in, until it hears of one that loses it; a field
  // that is taken away says nothing
  document.querySelector('header')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await after(settleMs);
  set({ toast: null });
  await new Promise((done) => requestIdleCallback(done, { timeout: longestWaitMs }));
}

/** What outlives its window and its document is ended as who ends it by hand would; a lesson ends with the document that it is about. */
async function endAll(): Promise<void> {
  const [{ endInterview }, { endHosting }, { closeReport }, { closeRequests }, { stopCases }] = await Promise.all([
    import('../../store/interview.ts'),
    import('../../store/hosting.ts'),
    import('../../store/sharedReport.ts'),
    import('../../store/requests.ts'),
    import('../../store/physicsPlayer.ts'),
  ]);
  endInterview();
  endHosting();
  closeReport();
  closeRequests();
  stopCases();
}
