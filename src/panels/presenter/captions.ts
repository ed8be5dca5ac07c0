/** What the caption says, and for how long it has to stand so that the last row can read it. Pure. */

import type { Scene } from '../../store/presenting.ts';

export interface Caption {
  kind: string;
  /** What happened at this very moment. */
  event: string;
  /** What users notice. */
  effect: string;
  /** Where it began, or how it turned out. */
  cause: string;
}

export const sameCaption = (a: Caption, b: Caption): boolean =>
  a.kind === b.kind && a.event === b.event && a.effect === b.effect && a.cause === b.cause;

const leastMs = 1500;
const mostMs = 9000;
/** Slow readers, aloud: some 20 letters or 9 syllables a second. */
const msPerLetter = 50;
const msPerSyllable = 110;

/** How long a caption stands at least while the run goes on. */
export function holdMs({ event, effect, cause }: Caption): number {
  const text = event + effect + cause;
  const syllables = text.match(/[\uac00-\ud7a3]/g)?.length ?? 0;
  return Math.min(mostMs, leastMs + syllables * msPerSyllable + (text.length - syllables) * msPerLetter);
}

/** Simulated seconds for which something that happened is still news. */
const newsSeconds = 3;

/** What lies no further apart happens at once for whoever watches, in simulated seconds: half a tenth, the clock's last digit. */
const atOnceSeconds = 0.05;

/** What has just happened at a moment of the run: the newest, and of several at once the one that the timeline puts first. */
export function eventAt(scenes: readonly Scene[], time: number): Scene | null {
  const past = scenes.filter((item) => item.kind !== 'ahead' && item.time <= time + atOnceSeconds && item.time > time - newsSeconds);
  const newest = Math.max(...past.map((item) => item.time));
  const atOnce = past.filter((item) => item.time > newest - atOnceSeconds);
  return atOnce.reduce<Scene | null>((best, item) => (best === null || item.rank < best.rank ? item : best), null);
}

/** When the first thing happened after a moment, until another; of what happens at once with it, the last. Null: nothing did. */
export function happenedSince(scenes: readonly Scene[], from: number, until: number): number | null {
  const times = scenes.filter(({ kind, time }) => kind === 'event' && time > from && time <= until).map(({ time }) => time);
  if (times.length === 0) return null;
  const first = Math.min(...times);
  return Math.max(...times.filter((time) => time < first + atOnceSeconds));
}

/** Where `next` and `previous` lead: a moment to stand at, or on until something happens. */
export function sceneFrom(scenes: readonly Scene[], time: number, by: -1 | 1): number | 'on' {
  const times = scenes.map((scene) => scene.time);
  if (by < 0) return Math.max(0, ...times.filter((each) => each < time - 1e-6));
  const ahead = times.filter((each) => each > time + 1e-6);
  return ahead.length > 0 ? Math.min(...ahead) : 'on';
}
