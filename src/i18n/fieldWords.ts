/** The words of settings and numbers of parts and wires: fetched when the page has come to rest, or when a part is looked at before. */

import type { LinkFields } from '../design/linkFields.ts';
import type { AnyKindFieldText, FaultText, FieldTexts } from '../nodes/kindText.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { views } from '../nodes/views.ts';
import type { Locale } from '../store/sessionStore.ts';
import type { FaultWords } from './late/faults.en.ts';
import type { LinkMetricTexts } from './late/link.en.ts';
import type { LateText } from './lateText.ts';

export interface FieldWords {
  kinds: Readonly<Record<NodeKind, AnyKindFieldText>>;
  link: FieldTexts<LinkFields>;
  linkMetrics: LinkMetricTexts;
  faults: FaultWords;
}

export const fieldWords: LateText<FieldWords> = {
  en: async () => ({
    kinds: await ofKinds('en'),
    link: (await import('./late/link.en.ts')).linkEn,
    linkMetrics: (await import('./late/link.en.ts')).linkMetricsEn,
    faults: (await import('./late/faults.en.ts')).faultsEn,
  }),
  ko: async () => ({
    kinds: await ofKinds('ko'),
    link: (await import('./late/link.ko.ts')).linkKo,
    linkMetrics: (await import('./late/link.ko.ts')).linkMetricsKo,
    faults: (await import('./late/faults.ko.ts')).faultsKo,
  }),
};

/** The words of a part's fault, or a wire's (`kind` null). */
export function faultText({ kinds, faults }: FieldWords, kind: NodeKind | null, fault: string): FaultText {
  const known: Readonly<Record<string, FaultText>> = kind === null ? faults.link : { ...faults.general, ...kinds[kind].faults };
  return known[fault] ?? { label: fault, help: '' };
}

async function ofKinds(locale: Locale): Promise<FieldWords['kinds']> {
  const texts = await Promise.all(nodeKinds.map(async (kind) => [kind, await views[kind].fieldText[locale]()] as const));
  return Object.fromEntries(texts) as Record<NodeKind, AnyKindFieldText>;
}
