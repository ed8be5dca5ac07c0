/**
 * The page's one voice for a screen reader: `announce(words)` from any room of the page. What comes by itself, at most one sentence in
 * three seconds, the newest of those that wait; what answers a key is said at once, because somebody waits for it.
 */

/** `answer`: to what the user has just done. `event`: something changed its class (started, saturated, recovered). `detail`: only for who asked for more. */
export type Weight = 'answer' | 'event' | 'detail';

/** How much the page tells by itself. Answers are always given. */
export type Hearing = 'off' | 'events' | 'verbose';

export interface Said {
  words: string;
  /** Changes with every message, so that the same words are news. */
  number: number;
}

/** Between two messages that nobody asked for, ms: faster, a screen reader would never end a sentence. */
export const restMs = 3000;

let hearing: Hearing = 'events';
let said: Said = { words: '', number: 0 };
let waiting: string | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let lastAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();
const eventListeners = new Set<(words: string) => void>();

function speak(words: string): void {
  said = { words, number: said.number + 1 };
  lastAt = performance.now();
  for (const listener of listeners) listener();
}

function speakWaiting(): void {
  timer = null;
  // an answer may have come between
  const left = lastAt + restMs - performance.now();
  if (left > 0) {
    timer = setTimeout(speakWaiting, left);
    return;
  }
  if (waiting !== null) speak(waiting);
  waiting = null;
}

/** Hears every event, also those that are not said: a newer one came, or the reader wants silence. Returns how to stop. */
export function onEvent(listener: (words: string) => void): () => void {
  eventListeners.add(listener);
  return () => eventListeners.delete(listener);
}

/** Says a sentence politely. Of events that come faster than they can be said only the newest is. */
export function announce(words: string, weight: Weight = 'event'): void {
  if (words === '') return;
  if (weight === 'answer') {
    speak(words);
    return;
  }
  if (weight === 'event') for (const listener of eventListeners) listener(words);
  if (hearing === 'off' || (weight === 'detail' && hearing !== 'verbose')) return;
  // a detail does not push out an event that has not been said yet
  if (weight === 'detail' && waiting !== null) return;
  waiting = words;
  if (timer === null) speakWaiting();
}

/** What was not said yet is dropped: who turns the voice down means now. */
export function setHearing(wanted: Hearing): void {
  hearing = wanted;
  if (wanted === 'off') waiting = null;
}

export const lastSaid = (): Said => said;

export function onSaid(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
