/** Locks as a browser gives them to its tabs: to one at a time, a moment after they are asked for, until a moment after what holds them is over. For tests. */

interface Held {
  /** Another tab takes it. */
  lose: () => void;
}

export interface LocksForTests {
  request(name: string, options: LockOptions, hold: (lock: object | null) => Promise<void> | undefined): Promise<void>;
  /** Who has what. */
  held: Map<string, Held>;
  /** Names in the order in which they were asked for. */
  asked: string[];
  /** Refuses everything, as it does to a frame that may keep nothing. */
  refuses: boolean;
  /** From now on nobody is answered, until what it gives back is called. */
  silence(): () => void;
}

export function locksForTests(answerMs = 5): LocksForTests {
  const held = new Map<string, Held>();
  /** From a tab to who gives the locks. */
  const heard = () => new Promise<void>((done) => setTimeout(done, answerMs));
  let answering = Promise.resolve();
  const locks: LocksForTests = {
    held,
    asked: [],
    refuses: false,
    silence: () => {
      let end = (): void => undefined;
      answering = new Promise((done) => {
        end = done;
      });
      return end;
    },
    request: async (name, { steal = false }, hold) => {
      locks.asked.push(name);
      await heard();
      await answering;
      if (locks.refuses) throw new DOMException('no', 'SecurityError');
      if (!steal && held.has(name)) {
        await hold(null);
        return;
      }
      held.get(name)?.lose();
      let lose = (): void => undefined;
      const lost = new Promise<void>((_, fail) => {
        lose = () => fail(new DOMException('stolen', 'AbortError'));
      });
      const mine = { lose };
      held.set(name, mine);
      try {
        await Promise.race([Promise.resolve(hold({})).then(heard), lost]);
      } finally {
        if (held.get(name) === mine) held.delete(name);
      }
    },
  };
  return locks;
}
