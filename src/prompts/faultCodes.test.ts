import { describe, expect, it } from 'vitest';
import { candidateInvitation, codeOf, codeWords, hostInvitation, markOf, readCode, readInvitation } from './faultCodes.ts';
import { type DeckId, deckIds } from './faultDeck.ts';

const [session, secret] = ['k7q2', 'r4t9zz'];
const faults: DeckId[] = ['cache-dies', 'surge'];
const marks = faults.map((fault) => markOf(session, codeOf(secret, fault), fault));

it('a code is a letter, a digit and a word, and no two faults of a session share one', () => {
  expect(new Set(codeWords).size).toBe(codeWords.length);
  for (let i = 0; i < 200; i++) {
    const codes = deckIds.map((id) => codeOf(`secret-${i}`, id));
    for (const code of codes) expect(code).toMatch(/^[A-Z][2-9]-[A-Z]{4,5}$/);
    expect(new Set(codes.map((code) => code.slice(3))).size).toBe(deckIds.length);
  }
});

describe('bad input 70: a fault code', () => {
  const code = codeOf(secret, 'cache-dies');

  it('strikes the fault that was committed to, however it is typed', () => {
    for (const typed of [code, code.toLowerCase(), ` ${code.replace('-', ' ')} `, code.replace('-', '')])
      expect(readCode(typed, session, marks, [])).toEqual({ ok: true, fault: 'cache-dies', code });
  });

  it('mistyped: a wrong digit, letter or word, or no code at all', () => {
    const otherDigit = `${code[0]}${code[1] === '9' ? '2' : Number(code[1]) + 1}${code.slice(2)}`;
    for (const typed of [otherDigit, `${code}S`, code.slice(0, 4), 'hello', '<img src=x>', '__proto__', 'K7'])
      expect(readCode(typed, session, marks, [])).toEqual({ ok: false, why: 'mistyped' });
    expect(readCode('  ', session, marks, [])).toEqual({ ok: false, why: 'empty' });
    // a slip in the letter is caught seven times of eight, by the digit
    const slips = [...'ABCDEFGHJKLMNPRSTUVWXYZ'].filter((letter) => letter !== code[0]);
    const caught = slips.filter((letter) => !readCode(letter + code.slice(1), session, marks, []).ok);
    expect(caught).toHaveLength(slips.length);
  });

  it('reused: struck once', () => {
    expect(readCode(code, session, marks, [code])).toEqual({ ok: false, why: 'reused' });
  });

  it('of another session, or of a fault that was not chosen', () => {
    expect(readCode(codeOf('another', 'cache-dies'), session, marks, [])).toEqual({ ok: false, why: 'other-session' });
    expect(readCode(codeOf(secret, 'queue-dies'), session, marks, [])).toEqual({ ok: false, why: 'other-session' });
    expect(readCode(code, 'z9x8', marks, [])).toEqual({ ok: false, why: 'other-session' });
  });
});

it('links say who comes: alone, as candidate with marks, as host with the faults', () => {
  expect(readInvitation('rate-limiter')).toEqual({ prompt: 'rate-limiter', as: 'alone' });
  expect(readInvitation(candidateInvitation('chat', session, secret, faults))).toEqual({ prompt: 'chat', as: 'candidate', session, marks });
  expect(readInvitation(hostInvitation('chat', session, secret, faults))).toEqual({ prompt: 'chat', as: 'host', session, secret, faults });
  // the candidate's link names no fault and not the secret
  expect(candidateInvitation('chat', session, secret, faults)).not.toContain(secret);
  for (const text of ['', 'chat.c', 'chat.c.UP.x', 'chat.h.k7q2.!', 'chat.x.k7q2.abcd', '../chat', '<b>', 'a'.repeat(50)])
    expect(readInvitation(text)).toBeNull();
  expect(readInvitation('chat.h.k7q2.r4t9zz.99-0-0-x')).toMatchObject({ faults: ['server-dies'] });
});
