/** Labels that the page itself gave, which are English in the document's code, in the reader's language. */

import type { Text } from './text.ts';

/** A number at the end stays; a label that the page did not give stays as it is: "Web server 2" is "웹 서버 2". */
export function localLabel(label: string, t: Text): string {
  const words: Readonly<Record<string, string>> = t.templates.labels;
  const [, name = label, number = ''] = /^(.*?)( \d+)?$/.exec(label) ?? [];
  return Object.hasOwn(words, name) ? words[name] + number : label;
}
