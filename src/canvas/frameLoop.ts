/** A drawing loop that runs only while there is something to draw: idle it costs nothing. */

export interface FrameLoop {
  /** Something changed: draw at the next frame. Cheap to call often. */
  wake(): void;
  stop(): void;
}

/** `draw` gets the seconds since the last frame (at most a tenth, 0 after a rest) and says whether it wants another. */
export function frameLoop(draw: (seconds: number) => boolean): FrameLoop {
  let handle = 0;
  let last = 0;
  let isStopped = false;
  const frame = (now: number): void => {
    handle = 0;
    const seconds = last === 0 ? 0 : Math.min(0.1, (now - last) / 1000);
    last = now;
    if (draw(seconds) && !isStopped) handle = requestAnimationFrame(frame);
    else last = 0;
  };
  const wake = (): void => {
    if (handle === 0 && !isStopped && !document.hidden) handle = requestAnimationFrame(frame);
  };
  document.addEventListener('visibilitychange', wake);
  return {
    wake,
    stop: () => {
      isStopped = true;
      cancelAnimationFrame(handle);
      document.removeEventListener('visibilitychange', wake);
    },
  };
}
