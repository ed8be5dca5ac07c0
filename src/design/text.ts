/** Names people give: shown as text only, on one line, and never able to turn the text around them. */

export const longestText = 120;
export const longestSeed = 24;
/** Of what is said of a shared moment. */
export const longestMomentNote = 280;

// Lone surrogates (no UTF-8 holds them), directional overrides and isolates, zero-width marks except the joiners that
// emoji families and several scripts need.
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Without control characters and invisible marks, as long as it is. */
export const cleanLine = (text: string): string => text.replace(control, ' ').replace(invisible, '');

/** The text as it may stand in a design: line breaks and control characters become one space, at most `longest` units long. */
export function cleanText(text: string, longest = longestText): string {
  // Shortened first, so that a book pasted into a label costs nothing; twice as much is kept for what cleaning removes.
  const clean = cleanLine(text.slice(0, longest * 2));
  // A cut must not split a pair of surrogates.
  return clean.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
