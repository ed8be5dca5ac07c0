import { describe, expect, it } from 'vitest';
import { streamOf } from './luck.ts';
import { Memory } from './memory.ts';
import { COOKIE, Sessions } from './sessions.ts';

const people = (first: number, users = 0, behind = 0) => ({
  firstNumbers: [first],
  stream: streamOf('seed', String(first)),
  users: () => users,
  behindOneAddress: () => behind,
});

const addresses = (sessions: Sessions, first: number, count: number) =>
  Array.from({ length: count }, (_, i) => sessions.addressOf((first + i) & 0x7fffffff));

describe('sessions', () => {
  it('are each another user’s, from an address of their own', () => {
    const sessions = new Sessions(new Memory());
    sessions.join(people(1000));
    expect(sessions.userOf(1234)).toBe(1234);
    const seen = addresses(sessions, 1000, 10_000);
    expect(new Set(seen).size).toBeGreaterThan(9990);
    expect(seen.every((address) => Number.isInteger(address) && address >= 0 && address < 2 ** 32)).toBe(true);
    expect(addresses(sessions, 1000, 10_000)).toEqual(seen);
  });

  it('of a population behind one NAT share its address, and nobody else has it', () => {
    const sessions = new Sessions(new Memory());
    sessions.join(people(1000, 0, 0.3));
    sessions.join(people(900_000));
    const seen = addresses(sessions, 1000, 10_000);
    const counts = new Map<number, number>();
    for (const address of seen) counts.set(address, (counts.get(address) ?? 0) + 1);
    const [most, times] = [...counts].sort((a, b) => b[1] - a[1])[0];
    // three standard deviations of a share of 0.3 over 10,000 are 137
    expect(Math.abs(times - 3000)).toBeLessThan(137);
    expect(addresses(sessions, 900_000, 10_000)).not.toContain(most);
  });

  it('belong to a limited number of users, who come again with the same address', () => {
    const sessions = new Sessions(new Memory());
    sessions.join(people(0x7ffffff0, 50));
    const numbers = Array.from({ length: 2000 }, (_, i) => (0x7ffffff0 + i) & 0x7fffffff);
    expect(new Set(numbers.map((n) => sessions.userOf(n))).size).toBe(50);
    expect(new Set(numbers.map((n) => sessions.addressOf(n))).size).toBe(50);
  });

  it('of one user come from one address, also where some users sit behind a NAT', () => {
    const sessions = new Sessions(new Memory());
    sessions.join(people(1000, 50, 0.5));
    const addressOf = new Map<number, number>();
    for (let n = 1000; n < 3000; n++) {
      const user = sessions.userOf(n);
      if (addressOf.has(user)) expect(sessions.addressOf(n)).toBe(addressOf.get(user));
      addressOf.set(user, sessions.addressOf(n));
    }
    // about half of the fifty share one
    const count = new Set(addressOf.values()).size;
    expect(count).toBeGreaterThan(15);
    expect(count).toBeLessThan(37);
  });

  it('that are open hold a login, and leave their slot to others when they are over', () => {
    const sessions = new Sessions(new Memory());
    const slots = Array.from({ length: 500 }, (_, i) => sessions.open(i * 4_000_000));
    expect(new Set(slots).size).toBe(500);
    expect(sessions.cookieOf(4_000_000)).toBe(COOKIE.none);
    const login = sessions.newLogin();
    sessions.setCookie(8_000_000, login);
    expect(sessions.cookieOf(8_000_000)).toBe(login);
    expect(sessions.cookieOf(7)).toBe(COOKIE.unknown);
    sessions.close(slots[2]);
    expect(sessions.cookieOf(8_000_000)).toBe(COOKIE.unknown);
    expect(sessions.open(11)).toBe(slots[2]);
    expect(sessions.cookieOf(11)).toBe(COOKIE.none);
    expect(sessions.numberOf(slots[2])).toBe(11);
  });
});
