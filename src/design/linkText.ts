/**
 * What people paste when they mean a link: `a1.<body>.<checksum>.z`, wrapped, broken and decorated by chats and mail
 * programs. Forgives what those do to it, and nothing else.
 */

/** Characters of a link, and of the text it may be found in. */
export const longestLink = 32_000;
const longestPaste = 4 * longestLink;

export const linkFamily = 'a';
export const linkVersion = 1;
/** Says that nothing was cut off. */
export const endMark = 'z';

export type LinkTextProblem =
  /** Nothing, or the bare beginning of a link: nobody meant one. */
  | { code: 'empty' }
  | { code: 'not-a-link' }
  /** The end mark is missing; `endsWith` are the last characters that arrived. */
  | { code: 'cut'; length: number; endsWith: string }
  | { code: 'newer-version'; version: string }
  | { code: 'damaged'; reason: 'alphabet' | 'parts' }
  | { code: 'too-big'; what: 'link'; count: number; max: number };

export type LinkText = { ok: true; body: string; checksum: string } | { ok: false; problem: LinkTextProblem };

// Blanks and line breaks of every kind, soft hyphens, zero-width marks: put in by wrapping, never part of a link.
const wrapping = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/g;

/** The payload in what was pasted: a fragment, a whole address, or either of them decorated. */
function payloadOf(pasted: string): string {
  let text = pasted.replace(wrapping, '');
  // Once only: what was encoded twice was damaged on its way, and guessing on is how a wrong design gets opened.
  if (/%[0-9a-f]{2}/i.test(text))
    text = text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  text = text.slice(text.indexOf('#') + 1).replace(/^[<("'«“‘[]+/, '');
  // Later switches of the page, and what mail scanners put behind an address.
  text = text.replace(/&.*$/s, '');
  return text.replace(/[^A-Za-z0-9_-]+$/, '');
}

/** Takes a link apart without looking into its body. Never throws. */
export function splitLink(pasted: string): LinkText {
  const refuse = (problem: LinkTextProblem): LinkText => ({ ok: false, problem });
  if (pasted.length > longestPaste) return refuse({ code: 'too-big', what: 'link', count: pasted.length, max: longestLink });
  const text = payloadOf(pasted);
  if (text === '' || text === `${linkFamily}${linkVersion}`) return refuse({ code: 'empty' });
  const [family, body = '', checksum = '', end, ...rest] = text.split('.');
  if (family !== `${linkFamily}${linkVersion}`) {
    const newer = /^[a-z][1-9]\d{0,2}$/.test(family) && body.length >= 8;
    return refuse(newer ? { code: 'newer-version', version: family } : { code: 'not-a-link' });
  }
  if (text.length > longestLink) return refuse({ code: 'too-big', what: 'link', count: text.length, max: longestLink });
  if (!/^[A-Za-z0-9_.-]+$/.test(text)) return refuse({ code: 'damaged', reason: 'alphabet' });
  if (end === undefined) return refuse({ code: 'cut', length: text.length, endsWith: text.slice(-12) });
  if (end !== endMark || rest.length > 0) return refuse({ code: 'damaged', reason: 'parts' });
  if (!/^[0-9a-z]{1,7}$/.test(checksum)) return refuse({ code: 'damaged', reason: 'alphabet' });
  return { ok: true, body, checksum };
}
