/** Numbers of requests as people read them: short, and the same in page, command line and address. */

/** Largest number a request can have: 31 bits. */
const most = 0x7fffffff;

/** "K3F9QZ". */
export const textOfNumber = (request: number): string => request.toString(36).toUpperCase();

/** The number that a text means, in either writing, or null. */
export function numberOfText(text: string): number | null {
  const bare = text.trim().replace(/^#/, '');
  if (!/^[0-9a-z]{1,6}$/i.test(bare)) return null;
  const number = Number.parseInt(bare, 36);
  return number <= most ? number : null;
}
