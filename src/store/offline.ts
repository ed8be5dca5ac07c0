/**
 * The page without a network, and its next version. The service worker keeps every file of the build; a new build waits beside the old
 * one until the reader asks for it, so nothing changes under a page that is running.
 */

import { ownServiceWorker } from '../runner/ownWorker.ts';
import { flush } from './autosave.ts';
import { sessionStore } from './sessionStore.ts';

/** So long after the page stands nothing is kept yet: every file of the build is fetched for that, beside what the reader waits for. */
const firstLookMs = 6000;
/** Between two looks for a new version. */
const lookEveryMs = 3_600_000;
/** A second failure within this time is not answered by a second reload. */
const guardMs = 60_000;
const guardKey = 'faultline-reloaded-at';

let registration: ServiceWorkerRegistration | null = null;

/** Called once, when the page stands. Never rejects: without it the page works as long as there is a network. */
export async function startOffline(): Promise<void> {
  // A page that is one file needs nothing to be kept.
  if (import.meta.env.DEV || import.meta.env.MODE === 'one-file' || !('serviceWorker' in navigator)) return;
  // A page that is kept already only asks whether a newer one is there.
  if (!navigator.serviceWorker.controller) await new Promise((waited) => setTimeout(waited, firstLookMs));
  try {
    registration = await navigator.serviceWorker.register(ownServiceWorker(), { updateViaCache: 'none' });
  } catch {
    // Private windows, frames without storage, pages opened from a file.
    return;
  }
  // A browser that is told to allow none answers with nothing.
  if (!registration) return;
  tell();
  registration.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', tell));
  registration.installing?.addEventListener('statechange', tell);
  lookNowAndThen(registration);
}

/** Whether everything is kept here, and whether a newer version waits. */
function tell(): void {
  if (!registration) return;
  // Without a controller it is the very first version that waits, and nobody runs an older one.
  const isNewer = registration.waiting !== null && navigator.serviceWorker.controller !== null;
  const offline = isNewer ? 'newer' : registration.active ? 'ready' : null;
  if (sessionStore.getState().offline !== offline) sessionStore.getState().set({ offline });
}

function lookNowAndThen(of: ServiceWorkerRegistration): void {
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    // A clock that was set back must not put the next look off.
    if (document.hidden || Math.abs(Date.now() - lookedAt) < lookEveryMs) return;
    lookedAt = Date.now();
    void of.update().catch(() => undefined);
  });
}

/** Saves, then opens the page anew with the version that waits. */
export async function takeNewVersion(): Promise<void> {
  await flush();
  const reload = () => location.reload();
  if (!registration?.waiting) return reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  registration.waiting.postMessage('take over');
}

/**
 * A late part of the page could not be fetched. Where the host has a newer version, and so has dropped this one's files, the work is saved
 * and the page opened anew, once. Else the place of that part says so and offers to try again; what has no place is told in a
 * sentence that goes away.
 */
export function watchLostParts(sentence: () => string): void {
  const lost = new WeakSet<Error>();
  addEventListener('vite:preloadError', ({ payload }) => {
    lost.add(payload);
    void flush().then(async () => {
      if ((await isNewerThere()) && mayReload(Date.now())) location.reload();
    });
  });
  addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof Error) || !lost.has(event.reason)) return;
    event.preventDefault();
    sessionStore.getState().set({ toast: { id: Date.now(), text: sentence(), undo: false } });
  });
}

/** Whether the host now has a page that begins with another script than this one. */
async function isNewerThere(): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  try {
    const page = await fetch(location.pathname, { cache: 'no-store' });
    return page.ok && own != null && !(await page.text()).includes(`"${own}"`);
  } catch {
    // No network: nothing is newer, and the page in hand is all there is.
    return false;
  }
}

function mayReload(nowMs: number): boolean {
  try {
    const lastMs = Number(sessionStorage.getItem(guardKey) ?? Number.NEGATIVE_INFINITY);
    // A clock that was set back must not stop reloading for ever.
    if (Math.abs(nowMs - lastMs) < guardMs) return false;
    sessionStorage.setItem(guardKey, String(nowMs));
    return true;
  } catch {
    // Nothing can be remembered, so a reload might follow upon a reload without end.
    return false;
  }
}
