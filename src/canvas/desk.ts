/** What hands do on the canvas comes right after its first picture. */

type Desk = typeof import('./Desk.tsx');

let desk: Desk | null = null;
let coming: Promise<Desk> | null = null;

export function fetchDesk(): Promise<Desk> {
  coming ??= import('./Desk.tsx').then((found) => {
    desk = found;
    return found;
  });
  return coming;
}

/** Null before they have come. */
export const deskIfThere = (): Desk | null => desk;

/** At once when they are there, else as soon as they are. */
export function withDesk(act: (desk: Desk) => void): void {
  if (desk) act(desk);
  else void fetchDesk().then(act);
}
