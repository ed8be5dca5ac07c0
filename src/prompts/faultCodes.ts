/**
 * Codes that an interviewer reads aloud and a candidate types: `K7-PLUM`. The letter and the word are drawn from the interviewer's secret, the
 * digit checks both, so that a slip of the tongue is told from a code of another session. The candidate's link holds a mark of each chosen
 * fault under its code: which faults they are was fixed before, and the page can tell only when it hears the code. It hides the surprise; a
 * curious candidate with time could try all codes. Pure.
 */

import { streamOf } from '../engine/luck.ts';
import { type DeckId, deckIds } from './faultDeck.ts';

/** No two sound alike; none has I, O, 0 or 1 to be mistaken. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const digits = '23456789';
/** Short, spelled as they sound in either language's classrooms, and far apart from each other. */
export const codeWords = (
  'PLUM LAMP FISH BIRD MOON STAR TREE LEAF SALT MILK RICE CORN BEAN PEAR KIWI LIME MINT ROSE LILY FERN ' +
  'BEAR DEER DUCK FROG GOAT HAWK LION LYNX MOLE SWAN TOAD WOLF BELL BOAT BOOK CAKE DOOR DRUM FLAG GATE ' +
  'HARP KITE KNOT MASK NEST RING ROPE SAIL SHOE SOAP TENT VASE WAND YARN ATOM BRICK CHALK CLOUD CROWN EAGLE ' +
  'FLUTE GLOBE HONEY JEWEL LEMON MANGO MAPLE OCEAN ONION PIANO PLANE QUEEN RIVER ROBOT SNAIL SPOON STONE STORM TIGER TULIP'
).split(' ');

const word = (hash: number): number => hash >>> 0;

const checkOf = (letter: string, name: string): string => digits[word(streamOf('fault code', letter, name).k0) % digits.length];

/** The code of one fault of a session. Another secret gives other codes. */
export function codeOf(secret: string, fault: DeckId): string {
  // Two faults of a session never share a code: each has its own row of words.
  const { k0, k1 } = streamOf(secret, 'fault', fault);
  const rows = Math.floor(codeWords.length / deckIds.length);
  const name = codeWords[deckIds.indexOf(fault) * rows + (word(k1) % rows)] ?? codeWords[0];
  // The row would tell the fault: the words are shuffled by the secret.
  const shift = word(streamOf(secret, 'shift').k0) % codeWords.length;
  const told = codeWords[(codeWords.indexOf(name) + shift) % codeWords.length];
  const letter = letters[word(k0) % letters.length];
  return `${letter}${checkOf(letter, told)}-${told}`;
}

/** What the candidate's link holds of one fault. */
export function markOf(session: string, code: string, fault: DeckId): string {
  return word(streamOf(session, code, fault).k1)
    .toString(36)
    .padStart(7, '0')
    .slice(-5);
}

export type CodeReading = { ok: true; fault: DeckId; code: string } | { ok: false; why: 'empty' | 'mistyped' | 'reused' | 'other-session' };

/** As it may be typed: without the dash, in small letters, with blanks. Null where it is no code at all. */
function tidied(typed: string): { letter: string; digit: string; name: string } | null {
  const [, letter = '', digit = '', name = ''] = /^([A-Z])(\d)([A-Z]+)$/.exec(typed.toUpperCase().replace(/[\s.·_-]+/g, '')) ?? [];
  return name === '' ? null : { letter, digit, name };
}

/**
 * What a typed code means in this session.
 * @param marks of the candidate's link
 * @param used codes that have struck
 */
export function readCode(typed: string, session: string, marks: readonly string[], used: readonly string[]): CodeReading {
  if (typed.trim() === '') return { ok: false, why: 'empty' };
  const found = tidied(typed);
  if (!found || !codeWords.includes(found.name) || !letters.includes(found.letter) || found.digit !== checkOf(found.letter, found.name))
    return { ok: false, why: 'mistyped' };
  const code = `${found.letter}${found.digit}-${found.name}`;
  if (used.includes(code)) return { ok: false, why: 'reused' };
  const fault = deckIds.find((id) => marks.includes(markOf(session, code, id)));
  return fault === undefined ? { ok: false, why: 'other-session' } : { ok: true, fault, code };
}

/** What an address may name behind `#p=`: a task alone, for a candidate of a session, or for who interviews. */
export type Invitation = { prompt: string } & (
  | { as: 'alone' }
  | { as: 'candidate'; session: string; marks: readonly string[] }
  | { as: 'host'; session: string; secret: string; faults: readonly DeckId[] }
);

const isWord = (text: string | undefined): text is string => text !== undefined && /^[a-z0-9]{4,16}$/.test(text);

/** `chat`, `chat.c.<session>.<mark>-<mark>` or `chat.h.<session>.<secret>.<numbers of faults>`. Null where it is none of them. */
export function readInvitation(text: string): Invitation | null {
  const [prompt, as, session, third, fourth] = text.split('.');
  if (!/^[a-z-]{1,40}$/.test(prompt)) return null;
  if (as === undefined) return { prompt, as: 'alone' };
  if (!isWord(session) || third === undefined) return null;
  if (as === 'c') {
    const marks = third.split('-').filter((mark) => /^[0-9a-z]{5}$/.test(mark));
    return { prompt, as: 'candidate', session, marks: marks.slice(0, deckIds.length) };
  }
  if (as !== 'h' || !isWord(third)) return null;
  const faults = (fourth ?? '').split('-').flatMap((number) => deckIds[Number.parseInt(number, 10)] ?? []);
  return { prompt, as: 'host', session, secret: third, faults: [...new Set(faults)] };
}

export const candidateInvitation = (prompt: string, session: string, secret: string, faults: readonly DeckId[]): string =>
  `${prompt}.c.${session}.${faults.map((fault) => markOf(session, codeOf(secret, fault), fault)).join('-')}`;

export const hostInvitation = (prompt: string, session: string, secret: string, faults: readonly DeckId[]): string =>
  `${prompt}.h.${session}.${secret}.${faults.map((fault) => deckIds.indexOf(fault)).join('-')}`;
