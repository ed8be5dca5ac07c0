/**
 * What the page around an embedded player may ask of it: six verbs, each checked, each answered to whoever asked and to nobody else.
 * A message that is none of ours is not answered. See docs/embedding.md.
 */

import * as v from 'valibot';

const id = v.optional(v.union([v.pipe(v.string(), v.maxLength(40)), v.number()]));
const head = { faultline: v.literal(1), id };

const message = v.variant('verb', [
  v.strictObject({ ...head, verb: v.literal('play') }),
  v.strictObject({ ...head, verb: v.literal('pause') }),
  v.strictObject({ ...head, verb: v.literal('seek'), seconds: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400)) }),
  /** `knob`: its place among those that the link shows. */
  v.strictObject({
    ...head,
    verb: v.literal('set'),
    knob: v.pipe(v.number(), v.integer(), v.minValue(0)),
    value: v.pipe(v.number(), v.finite()),
  }),
  v.strictObject({ ...head, verb: v.literal('state') }),
  /** From now on the state is told twice a second while it changes; `false` ends it. */
  v.strictObject({ ...head, verb: v.literal('subscribe'), on: v.optional(v.boolean(), true) }),
]);

export type EmbedMessage = v.InferOutput<typeof message>;

export interface EmbedState {
  /** `poster`: nothing was fetched or played yet. */
  status: 'poster' | 'loading' | 'paused' | 'playing' | 'finished' | 'crashed';
  /** Simulated seconds: where the run stands, and how long it is. */
  time: number;
  seconds: number;
  /** Requests per second, seconds, and a share of 1; null while nothing is measured. */
  offered: number | null;
  p99: number | null;
  failed: number | null;
  knobs: readonly { label: string; value: number; min: number; max: number }[];
}

/** What does as it is told. */
export interface EmbedHost {
  state(): EmbedState;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  /** False when there is no such knob. */
  set(knob: number, value: number): boolean;
}

/** Whoever can be answered: `event.source`. */
export interface Asker {
  postMessage(answer: unknown, options: { targetOrigin: string }): void;
}

export interface Gate {
  /** Every message that arrives, whatever it is. */
  hear(data: unknown, source: Asker | null): void;
  /** Something may have changed. */
  tell(): void;
}

/** As many pages as may listen at once. */
const mostListeners = 8;

/** @param host called for every message, so that it may be another one when the player has come to life */
export function createGate(host: () => EmbedHost): Gate {
  const listeners = new Set<Asker>();
  const told = new Map<Asker, string>();
  const answer = (to: Asker, text: object) => {
    try {
      to.postMessage({ faultline: 1, ...text }, { targetOrigin: '*' });
    } catch {
      // Whoever asked has gone.
      listeners.delete(to);
      told.delete(to);
    }
  };
  return {
    hear(data, source) {
      if (!source || typeof data !== 'object' || data === null || (data as { faultline?: unknown }).faultline !== 1) return;
      const read = v.safeParse(message, data);
      if (!read.success) {
        answer(source, { ok: false, error: 'bad-message' });
        return;
      }
      const asked = read.output;
      const about = asked.id === undefined ? {} : { id: asked.id };
      const done = perform(asked, host());
      if (asked.verb === 'subscribe') {
        if (!asked.on) listeners.delete(source);
        else if (listeners.size < mostListeners) listeners.add(source);
      }
      answer(source, done ? { ...about, ok: true, state: host().state() } : { ...about, ok: false, error: 'no-such-knob' });
    },
    tell() {
      if (listeners.size === 0) return;
      const state = host().state();
      const text = JSON.stringify(state);
      for (const listener of listeners) {
        if (told.get(listener) === text) continue;
        told.set(listener, text);
        answer(listener, { ok: true, event: 'state', state });
      }
    },
  };
}

function perform(asked: EmbedMessage, host: EmbedHost): boolean {
  switch (asked.verb) {
    case 'play':
      host.play();
      return true;
    case 'pause':
      host.pause();
      return true;
    case 'seek':
      host.seek(asked.seconds);
      return true;
    case 'set':
      return host.set(asked.knob, asked.value);
    default:
      return true;
  }
}
