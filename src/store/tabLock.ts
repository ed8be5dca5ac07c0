/** What one tab has at a time and no other: the document that it edits, the interview that it takes. Where the browser has no locks every tab is the one. */

/** A tab that is being reloaded lets go of its lock a moment after the new page has begun. */
const graceMs = 300;

interface Holding {
  name: string;
  isOurs: Promise<boolean>;
  end: () => void;
}

export interface TabLock {
  /** Asks for what no other tab has; lets go of what was asked for before, though the browser may not have answered yet. False when another tab has it. */
  hold(name: string, onLost?: () => void): Promise<boolean>;
  /** Takes it from whichever tab has it, which is told by its own `onLost`. */
  take(name: string, onLost?: () => void): Promise<boolean>;
  letGo(): void;
}

const nobody = (): void => undefined;

export function tabLock(): TabLock {
  let held: Holding | null = null;

  function letGo(): void {
    held?.end();
    held = null;
  }

  function begin(name: string, ask: (over: Promise<void>, lost: () => void) => Promise<boolean>, onLost: () => void): Promise<boolean> {
    letGo();
    let end = nobody;
    const over = new Promise<void>((done) => {
      end = done;
    });
    const isOurs = ask(over, () => {
      if (held !== mine) return;
      held = null;
      onLost();
    }).then((isGiven) => {
      if (held !== mine) return false;
      if (!isGiven) held = null;
      return isGiven;
    });
    const mine: Holding = { name, isOurs, end };
    held = mine;
    return isOurs;
  }

  return {
    hold: (name, onLost = nobody) => (held?.name === name ? held.isOurs : begin(name, patiently(name), onLost)),
    take: (name, onLost = nobody) => begin(name, (over, lost) => ask(name, { steal: true }, over, lost), onLost),
    letGo,
  };
}

const patiently = (name: string) => async (over: Promise<void>, lost: () => void) => {
  if (await ask(name, { ifAvailable: true }, over, lost)) return true;
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  return ask(name, { ifAvailable: true }, over, lost);
};

/** @param over ends the lock, before it is given, too; @param lost called when another tab has taken it */
function ask(name: string, options: LockOptions, over: Promise<void>, lost: () => void): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((answer) => {
    let isGiven = false;
    const asked = locks.request(name, options, (lock) => {
      isGiven = lock !== null;
      answer(isGiven);
      return isGiven ? over : undefined;
    });
    // Stolen; or refused altogether (a sandboxed frame), and then there is nobody to share with.
    asked.catch(() => (isGiven ? lost() : answer(true)));
  });
}
