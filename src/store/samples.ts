/** Samples of the run on their way to whoever draws them: apart from the controller, which arrives after the canvas. */

const listeners = new Set<(rows: Float64Array) => void>();

/** Rows of `SAMPLE.size`, as they come; see the protocol. Returns how to stop listening. */
export function onSamples(listener: (rows: Float64Array) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called by the run's controller alone. */
export function tellSamples(rows: Float64Array): void {
  for (const listener of listeners) listener(rows);
}
