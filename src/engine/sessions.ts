/**
 * Who is behind a request. Every request is made for a session, known by its number: by itself a request is a session of its own, and
 * its session's number is the request's. Whoever starts sessions says here which numbers are its own; all others only ask.
 *
 * Sessions that go on from request to request are open here meanwhile, with what their browser holds: the login that the last server
 * gave it. Servers remember the same number, or have forgotten it.
 */

import { integerBelow, mix, type Stream, uniform } from './luck.ts';
import { longer, type Memory } from './memory.ts';
import { NumberMap } from './numberMap.ts';

/** What a browser holds beside the number of a login (1 and up). */
export const COOKIE = {
  /** Nobody has given it one. */
  none: 0,
  /** A server did not know the login: its user has to log in again. */
  lost: -1,
  /** Not an open session: a request by itself. */
  unknown: -2,
} as const;

/** Whoever starts sessions. Numbers and shares are read when asked for: they can change while running. */
export interface Population {
  /** Numbers count up from each of these, modulo 2^31; different for every population. */
  readonly firstNumbers: readonly number[];
  /** For the draws below. */
  readonly stream: Stream;
  /** Users its sessions belong to; 0 = every session is another user's. */
  users(): number;
  /** Share (0 to 1) of its users who sit behind one address. */
  behindOneAddress(): number;
}

/** Salts of a population's draws about its sessions and users. */
const USER = 0;
const BEHIND = 1;

const numbers = 0x80000000;

/** Cells. */
const FREE = 0;
const USED = 1;
const LOGINS = 2;

const firstSlots = 64;

export class Sessions {
  private readonly populations: Population[] = [];
  private readonly firsts: { first: number; population: number }[] = [];
  private readonly slotOf: NumberMap;
  /** By slot of an open session: its number, and what its browser holds; of a free slot, the next free one. */
  private number = new Int32Array(firstSlots);
  private cookie = new Int32Array(firstSlots);
  private readonly cells: Int32Array;

  constructor(memory: Memory) {
    this.slotOf = new NumberMap(memory);
    this.cells = memory.i32(3);
    this.cells[FREE] = -1;
    memory.grows(this as unknown as Record<'number' | 'cookie', Int32Array>, 'number', 'cookie');
  }

  /** A session begins that will make several requests. @returns a small number that no other open session has */
  open(session: number): number {
    const { cells } = this;
    let slot = cells[FREE];
    if (slot >= 0) cells[FREE] = this.cookie[slot];
    else {
      slot = cells[USED]++;
      if (slot === this.number.length) {
        this.number = longer(this.number, new Int32Array(2 * slot));
        this.cookie = longer(this.cookie, new Int32Array(2 * slot));
      }
    }
    this.number[slot] = session;
    this.cookie[slot] = COOKIE.none;
    this.slotOf.add(session, slot);
    return slot;
  }

  /** It is over: its slot is given to another. */
  close(slot: number): void {
    this.slotOf.remove(this.number[slot]);
    this.cookie[slot] = this.cells[FREE];
    this.cells[FREE] = slot;
  }

  /** Slot of an open session, -1 of any other. */
  slotFor(session: number): number {
    return session < 0 ? -1 : this.slotOf.get(session);
  }

  /** Number of the open session in a slot. */
  numberOf(slot: number): number {
    return this.number[slot];
  }

  /** What the session's browser holds: the number of a login, or one of `COOKIE`. */
  cookieOf(session: number): number {
    const slot = this.slotFor(session);
    return slot < 0 ? COOKIE.unknown : this.cookie[slot];
  }

  /** A login number that was never given before. */
  newLogin(): number {
    return ++this.cells[LOGINS];
  }

  /** A server has put a session down under a login; the browser is told. */
  setCookie(session: number, cookie: number): void {
    const slot = this.slotFor(session);
    if (slot >= 0) this.cookie[slot] = cookie;
  }

  /** Before the run begins. */
  join(population: Population): void {
    for (const first of population.firstNumbers) this.firsts.push({ first: first & 0x7fffffff, population: this.populations.length });
    this.populations.push(population);
  }

  /** The user a session belongs to, as a number that no other user has. One user may come in several sessions. */
  userOf(session: number): number {
    const at = this.populationOf(session);
    const users = at < 0 ? 0 : this.populations[at].users();
    return users === 0 ? session : at * numbers + integerBelow(this.populations[at].stream, session, USER, users);
  }

  /** The address (32 bits, as a whole number) that a session's requests come from. All users behind one NAT share one. */
  addressOf(session: number): number {
    const at = this.populationOf(session);
    const user = this.userOf(session);
    if (at < 0) return mix(user) >>> 0;
    const { stream, behindOneAddress } = this.populations[at];
    const share = behindOneAddress();
    const isBehind = share > 0 && uniform(stream, user | 0, BEHIND) < share;
    return mix(isBehind ? stream.k1 : mix(user | 0) ^ at) >>> 0;
  }

  /** Index of the population that started a session: the one whose first number is the nearest at or below it, all round. */
  private populationOf(session: number): number {
    let nearest = numbers;
    let found = -1;
    if (session < 0) return found;
    for (const { first, population } of this.firsts) {
      const distance = (session - first) & 0x7fffffff;
      if (distance >= nearest) continue;
      nearest = distance;
      found = population;
    }
    return found;
  }
}
