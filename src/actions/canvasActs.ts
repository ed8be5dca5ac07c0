/** What only the canvas can do. It stands beside this room, not below it, so the page hands its verbs over once. */

export interface CanvasActs {
  tidy: () => void;
  zoomFit: () => void;
}

let given: CanvasActs | null = null;

/** Called by the page before anything is drawn. */
export function provideCanvasActs(acts: CanvasActs): void {
  given = acts;
}

export function canvasActs(): CanvasActs | null {
  return given;
}
