/** Plots are drawn one per animation frame: all at once they would take the time of a frame or two, and what moves on the canvas would stand still for as long. */

const waiting = new Map<object, () => void>();

/** Draws in one of the next frames; who asks again before that is drawn once, as last asked. */
export function drawInTurn(who: object, draw: () => void): void {
  if (waiting.size === 0) requestAnimationFrame(next);
  waiting.set(who, draw);
}

function next(): void {
  for (const [who, draw] of waiting) {
    waiting.delete(who);
    if (waiting.size > 0) requestAnimationFrame(next);
    draw();
    return;
  }
}
