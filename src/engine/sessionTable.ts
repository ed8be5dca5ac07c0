/**
 * What a server or a store remembers of sessions: for each the login it is good for, until a time. A session that nobody came back for
 * leaves when its time is over, and earlier where room is short: those whose time is over first.
 */

import { Deadlines } from './deadlines.ts';
import { longer, type Memory } from './memory.ts';
import { NumberMap } from './numberMap.ts';

const FREE = 0;
const USED = 1;
const EXPIRED = 2;

const firstEntries = 64;

export class SessionTable {
  private readonly entryOf: NumberMap;
  private readonly deadlines: Deadlines;
  private session = new Int32Array(firstEntries);
  /** Of an entry in use, the login; of a free one, the next free entry. */
  private login = new Int32Array(firstEntries);
  /** When it was written last. */
  private writtenAt = new Float64Array(firstEntries);
  private readonly scalars: Int32Array;

  constructor(memory: Memory) {
    this.entryOf = new NumberMap(memory);
    this.deadlines = new Deadlines(memory);
    this.scalars = memory.i32(3);
    this.scalars[FREE] = -1;
    memory.grows(this as unknown as Record<'session' | 'login', Int32Array>, 'session', 'login');
    memory.grows(this as unknown as Record<'writtenAt', Float64Array>, 'writtenAt');
  }

  /** Sessions held. Those that are over by now are among them until `expire`, `recall` or `remember` is called. */
  get size(): number {
    return this.entryOf.size;
  }

  /** The login a session is held for, 0 = it is not there. Its time starts again. */
  recall(session: number, now: number, ttlSeconds: number): number {
    this.expire(now);
    const entry = this.entryOf.get(session);
    if (entry < 0) return 0;
    this.deadlines.set(entry, now + ttlSeconds);
    return this.login[entry];
  }

  /**
   * Holds a session for a login from now on.
   * @param capacity most sessions held
   * @param evicts whether one is thrown out when there is no room; otherwise this one finds none
   * @returns 0 = there was room, 1 = another was thrown out for it, -1 = no room
   */
  remember(session: number, login: number, now: number, ttlSeconds: number, capacity = Infinity, evicts = true): number {
    this.expire(now);
    let entry = this.entryOf.get(session);
    let thrownOut = 0;
    if (entry < 0) {
      if (this.size >= capacity) {
        if (!evicts || this.size === 0) return -1;
        this.drop(this.deadlines.first);
        thrownOut = 1;
      }
      entry = this.take();
      this.session[entry] = session;
      this.login[entry] = 0;
      this.entryOf.add(session, entry);
    }
    // the same login written again has changed what is held, not whether it is
    if (this.login[entry] !== login) this.writtenAt[entry] = now;
    this.login[entry] = login;
    this.deadlines.set(entry, now + ttlSeconds);
    return thrownOut;
  }

  /** Drops the sessions whose time is over. */
  expire(now: number): void {
    while (this.deadlines.soonest[0] <= now) {
      this.drop(this.deadlines.first);
      this.scalars[EXPIRED]++;
    }
  }

  /** Drops what was written after a moment. @returns how many sessions */
  dropSince(moment: number): number {
    let dropped = 0;
    for (let entry = 0; entry < this.scalars[USED]; entry++) {
      // free entries were written never
      if (this.writtenAt[entry] <= moment) continue;
      this.drop(entry);
      dropped++;
    }
    return dropped;
  }

  /** Throws out those whose time is over first until no more than so many are left. @returns how many */
  shrink(capacity: number): number {
    let dropped = 0;
    for (; this.size > capacity && this.size > 0; dropped++) this.drop(this.deadlines.first);
    return dropped;
  }

  /** Everything is forgotten. */
  clear(): void {
    this.entryOf.clear();
    this.deadlines.clear();
    this.writtenAt.fill(-Infinity);
    this.scalars[FREE] = -1;
    this.scalars[USED] = 0;
  }

  /** Sessions whose time has ended since this was last asked: for a counter in `measure`. */
  takeExpired(): number {
    const count = this.scalars[EXPIRED];
    this.scalars[EXPIRED] = 0;
    return count;
  }

  private drop(entry: number): void {
    this.entryOf.remove(this.session[entry]);
    this.deadlines.forget(entry);
    this.writtenAt[entry] = -Infinity;
    this.login[entry] = this.scalars[FREE];
    this.scalars[FREE] = entry;
  }

  private take(): number {
    const free = this.scalars[FREE];
    if (free >= 0) {
      this.scalars[FREE] = this.login[free];
      return free;
    }
    const entry = this.scalars[USED]++;
    if (entry === this.session.length) {
      this.session = longer(this.session, new Int32Array(2 * entry));
      this.login = longer(this.login, new Int32Array(2 * entry));
      this.writtenAt = longer(this.writtenAt, new Float64Array(2 * entry));
    }
    return entry;
  }
}
