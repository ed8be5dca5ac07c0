/**
 * Who is behind a request. Every request is made for a session, known by its number: by itself a request is a session of its own, and
 * its session's number is the request's. Whoever starts sessions says here which numbers are its own; all others only ask.
 */

import { integerBelow, mix, type Stream, uniform } from './luck.ts';

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

export class Sessions {
  private readonly populations: Population[] = [];
  private readonly firsts: { first: number; population: number }[] = [];

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
