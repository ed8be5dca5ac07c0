/** One tab takes an interview; others say so, and may take it over. Where the browser has no locks every tab is the one. */

const name = 'faultline.interview';
/** A tab that is being reloaded lets go of its lock a moment after the new page has begun. */
const graceMs = 300;

let release: (() => void) | null = null;

/** @param onLost called when another tab has taken it over; @returns false where another tab has it */
export async function holdInterview(onLost: () => void): Promise<boolean> {
  if (release) return true;
  if (await ask({ ifAvailable: true }, onLost)) return true;
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  return ask({ ifAvailable: true }, onLost);
}

/** Takes it from whichever tab has it. */
export const takeInterview = (onLost: () => void): Promise<boolean> => ask({ steal: true }, onLost);

export function letInterviewGo(): void {
  release?.();
  release = null;
}

function ask(options: LockOptions, onLost: () => void): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((answer) => {
    let isHeld = false;
    const held = locks.request(name, options, (lock) => {
      isHeld = lock !== null;
      answer(isHeld);
      if (!lock) return undefined;
      return new Promise<void>((done) => {
        release = done;
      });
    });
    held.catch(() => {
      // Stolen; or refused altogether (a sandboxed frame), and then there is nobody to share with.
      if (!isHeld) answer(true);
      else {
        release = null;
        onLost();
      }
    });
  });
}
