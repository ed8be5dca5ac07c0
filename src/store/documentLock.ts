/** One tab edits a document, others look at it. Held until another document is asked for or the tab goes away. */

let release: (() => void) | null = null;

/** A tab that is being reloaded lets go of its lock a moment after the new page has begun. */
const graceMs = 300;

/** Asks for a document for this tab. False when another tab has it; true also where the browser has no locks. */
export async function holdDocument(id: string): Promise<boolean> {
  letGo();
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return true;
  if (await ask(locks, id)) return true;
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  return ask(locks, id);
}

export function letGo(): void {
  release?.();
  release = null;
}

function ask(locks: LockManager, id: string): Promise<boolean> {
  return new Promise((answer) => {
    const held = locks.request(`doc:${id}`, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      if (!lock) return undefined;
      return new Promise<void>((done) => {
        release = done;
      });
    });
    // Refused altogether (a sandboxed frame): then there is nobody to share with either.
    held.catch(() => answer(true));
  });
}
