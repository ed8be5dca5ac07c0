/** The words of settings and numbers of parts and wires: fetched when the page has come to rest, or when a part is looked at before. */

import type { LinkFields } from '../design/linkFields.ts';
import type { AnyKindFieldText, FieldTexts } from '../nodes/kindText.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { views } from '../nodes/views.ts';
import type { Locale } from '../store/sessionStore.ts';
import type { LateText } from './lateText.ts';

export interface FieldWords {
  kinds: Readonly<Record<NodeKind, AnyKindFieldText>>;
  link: FieldTexts<LinkFields>;
}

export const fieldWords: LateText<FieldWords> = {
  en: async () => ({ kinds: await ofKinds('en'), link: (await import('./late/link.en.ts')).linkEn }),
  ko: async () => ({ kinds: await ofKinds('ko'), link: (await import('./late/link.ko.ts')).linkKo }),
};

async function ofKinds(locale: Locale): Promise<FieldWords['kinds']> {
  const texts = await Promise.all(nodeKinds.map(async (kind) => [kind, await views[kind].fieldText[locale]()] as const));
  return Object.fromEntries(texts) as Record<NodeKind, AnyKindFieldText>;
}
