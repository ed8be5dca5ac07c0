/** Which kind of ours a part of a foreign drawing is. Knows no kind: each says in its folder what others call it. */

import { foreigns } from '../nodes/foreigns.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import type { SketchPart } from './sketch.ts';

export interface Recognised {
  kind: NodeKind;
  by: 'software' | 'word' | 'shape' | 'guess';
}

const shapes: Readonly<Record<'store' | 'queue' | 'person', NodeKind>> = { store: 'database', queue: 'queue', person: 'users' };
/** What nobody recognises does something for its callers and is asked by others: that is all a service says. */
const unknown: NodeKind = 'service';

/** Words in lower case with one blank between: "Auth_DB (v2)" is "auth db v2". */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

/** As it is written, and with "PaymentService" taken for two words: "MongoDB" is one. */
const readings = (text: string): string[] => [plain(text), plain(text.replace(/([a-z])([A-Z])/g, '$1 $2'))];

/** Whether `word` stands in `text` as a word of its own, or with a plural or a number behind it; Korean words run together, so anywhere. */
function holds(text: string, word: string): boolean {
  if (/\p{Script=Hangul}/u.test(word)) return text.includes(word);
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[ -])${escaped}(s|es|-?\\d+)?($|[ -])`, 'u').test(text);
}

type Names = 'software' | 'words';

/** The longest name wins: "session store" is no "store", "api gateway" no "api". Of equally long ones the later in the text, which English ends with. */
function longest(text: string, lists: readonly Names[]): NodeKind | null {
  let best: { kind: NodeKind; length: number; at: number } | null = null;
  for (const kind of nodeKinds) {
    for (const name of lists.flatMap((list) => foreigns[kind]?.[list] ?? [])) {
      if (!holds(text, name)) continue;
      const at = text.lastIndexOf(name);
      if (best === null || name.length > best.length || (name.length === best.length && at > best.at))
        best = { kind, length: name.length, at };
    }
  }
  return best?.kind ?? null;
}

/** An image without its registry, folder and tag: `registry.example.com/bitnami/redis:7-alpine` is `redis`. */
export const imageName = (image: string): string => (image.split('@')[0].split('/').at(-1) ?? image).split(':')[0].toLowerCase();

/** By the program it runs, else by what is written on it or its image is called, else by how it is drawn. */
export function recognise({ label, id, software, shape }: SketchPart): Recognised {
  const images = software.map((image) => plain(imageName(image)));
  for (const image of images) {
    const kind = longest(image, ['software']);
    if (kind !== null) return { kind, by: 'software' };
  }
  for (const text of [...readings(label), ...images, ...readings(id)]) {
    const kind = longest(text, ['words', 'software']);
    if (kind !== null) return { kind, by: 'word' };
  }
  return shape === null ? { kind: unknown, by: 'guess' } : { kind: shapes[shape], by: 'shape' };
}
