/**
 * Dragging through time: the run is sent to one moment at a time, and to the newest wish once it has arrived. However fast somebody drags,
 * the worker never has more than one way to go.
 */

export interface ScrubWorld {
  seek(time: number): void;
  /** The simulated second at which the run stands. */
  now(): number;
  /** Calls back whenever that may have changed; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Milliseconds of wall time. */
  clockMs(): number;
  later(ms: number, then: () => void): () => void;
}

export interface Scrub {
  to(time: number): void;
  stop(): void;
}

/** After so long without having arrived, the run is sent to the newest wish all the same. */
const patienceMs = 250;

export function createScrub(world: ScrubWorld): Scrub {
  let sent: { time: number; atMs: number } | null = null;
  let wish: number | null = null;
  let callOff: (() => void) | null = null;

  const go = (): void => {
    callOff?.();
    callOff = null;
    if (wish === null) return;
    sent = { time: wish, atMs: world.clockMs() };
    wish = null;
    world.seek(sent.time);
  };
  const look = (): void => {
    if (sent === null) return;
    const arrived = Math.abs(world.now() - sent.time) < 1e-3;
    if (!arrived && world.clockMs() - sent.atMs < patienceMs) return;
    sent = null;
    go();
  };
  const stopListening = world.onChange(look);

  return {
    to(time) {
      wish = time;
      look();
      if (sent === null) go();
      else callOff ??= world.later(patienceMs, look);
    },
    stop() {
      // The last wish counts even when it was never sent.
      if (wish !== null) world.seek(wish);
      callOff?.();
      stopListening();
    },
  };
}
