/** The words of the kinds live with the kinds; here those that everybody sees join the dictionary as `t.kinds`. */

import type { KindText } from '../nodes/kindText.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { views } from '../nodes/views.ts';
import type { Locale } from '../store/sessionStore.ts';

export type KindTexts = Readonly<Record<NodeKind, KindText>>;

export async function kindTexts(locale: Locale): Promise<KindTexts> {
  const texts = await Promise.all(nodeKinds.map(async (kind) => [kind, await views[kind].text[locale]()] as const));
  return Object.fromEntries(texts) as Record<NodeKind, KindText>;
}
