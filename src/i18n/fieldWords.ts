/** The words of settings and numbers of parts and wires: fetched when the page has come to rest, or when a part is looked at before. */

import type { GroupFields } from '../design/groupFields.ts';
import type { LinkFields } from '../design/linkFields.ts';
import type { AnyKindFieldText, FaultText, FieldTexts } from '../nodes/kindText.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { views } from '../nodes/views.ts';
import type { Locale } from '../store/sessionStore.ts';
import type { FaultWords } from './late/faults.en.ts';
import type { LinkMetricTexts, linkPresetsEn } from './late/link.en.ts';
import type { LateText } from './lateText.ts';
import type { Widen } from './widen.ts';

export interface FieldWords {
  kinds: Readonly<Record<NodeKind, AnyKindFieldText>>;
  link: FieldTexts<LinkFields>;
  group: FieldTexts<GroupFields>;
  linkMetrics: LinkMetricTexts;
  linkPresets: Widen<typeof linkPresetsEn>;
  faults: FaultWords;
}

export const fieldWords: LateText<FieldWords> = {
  en: async () => ({
    kinds: await ofKinds('en'),
    link: (await import('./late/link.en.ts')).linkEn,
    group: (await import('./late/group.en.ts')).groupEn,
    linkMetrics: (await import('./late/link.en.ts')).linkMetricsEn,
    linkPresets: (await import('./late/link.en.ts')).linkPresetsEn,
    faults: (await import('./late/faults.en.ts')).faultsEn,
  }),
  ko: async () => ({
    kinds: await ofKinds('ko'),
    link: (await import('./late/link.ko.ts')).linkKo,
    group: (await import('./late/group.ko.ts')).groupKo,
    linkMetrics: (await import('./late/link.ko.ts')).linkMetricsKo,
    linkPresets: (await import('./late/link.ko.ts')).linkPresetsKo,
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
