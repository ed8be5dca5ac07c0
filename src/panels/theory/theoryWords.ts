/** Theory in words: numbers of metrics with their units, and why there is no formula. */

import type { Design } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import type { FieldWords } from '../../i18n/fieldWords.ts';
import type { theoryEn } from '../../i18n/late/theory.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Text } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import type { MetricName, Reason } from '../../physics/textbook/reading.ts';
import { formatDuration, formatNumber, formatRate, formatShare } from '../../ui/format.ts';

export type TheoryText = Widen<typeof theoryEn>;

export const theoryText: LateText<TheoryText> = {
  en: async () => (await import('../../i18n/late/theory.en.ts')).theoryEn,
  ko: async () => (await import('../../i18n/late/theory.ko.ts')).theoryKo,
};

const shares: readonly MetricName[] = ['utilization', 'refused', 'hitRatio'];
const counts: readonly MetricName[] = ['waiting', 'inside'];

/** A value of a metric with its unit. */
export function valueText(metric: MetricName, value: number, t: Text): string {
  if (shares.includes(metric)) return formatShare(value);
  if (counts.includes(metric)) return formatNumber(value);
  return metric === 'throughput' ? formatRate(value) : formatDuration(value, t.common.duration);
}

/** Two digits: how well something is known need not be known better. */
export const roughShare = (share: number): string => formatShare(Number(share.toPrecision(2)));

/** Half an interval in the unit of the value beside which it stands. */
export function halfText(metric: MetricName, half: number, value: number): string {
  const rough = (size: number) => Number(size.toPrecision(2));
  if (shares.includes(metric)) return formatNumber(rough(half * 100));
  if (counts.includes(metric) || metric === 'throughput') return formatNumber(rough(half));
  if (value >= 59.95) return formatNumber(rough(half / 60));
  return formatNumber(rough(value < 0.001 ? half * 1e6 : value < 0.9995 ? half * 1000 : half));
}

/** Why no formula fits, in one sentence. */
export function reasonText(reason: Reason, design: Design, words: TheoryText, fields: FieldWords, t: Text): string {
  const label = (id: string | null) => design.nodes.find((node) => node.id === id)?.label ?? id ?? '';
  switch (reason.code) {
    case 'setting':
      return words.setting(settingName(reason, design, fields, t), settingPlace(reason, design, words, label));
    case 'upstream':
      return words.upstream(label(reason.part));
    case 'again':
      return words.again(label(reason.part));
    case 'unknown-traffic':
      return words.unknownTraffic(label(reason.part));
    case 'turned-away':
      return words.turnedAway(label(reason.part));
    case 'timeouts':
      return words.timeouts(label(reason.part));
    case 'beyond':
      return words.beyond(label(reason.part));
    default:
      return words.reasons[reason.code];
  }
}

type Setting = Extract<Reason, { code: 'setting' }>;

function settingName({ field, of, part }: Setting, design: Design, fields: FieldWords, t: Text): string {
  const texts: Readonly<Record<string, { label: string }>> =
    of === 'wire' ? fields.link : of === 'workload' ? t.fields.workload : (textsOfNode(design, part, fields) ?? {});
  return texts[field]?.label ?? field;
}

function textsOfNode(design: Design, id: string | null, fields: FieldWords): Readonly<Record<string, { label: string }>> | null {
  const node = design.nodes.find((each) => each.id === id);
  return node && specOf(node.kind) ? fields.kinds[node.kind].fields : null;
}

function settingPlace({ of, part }: Setting, design: Design, words: TheoryText, label: (id: string | null) => string): string {
  if (of === 'node') return label(part);
  const link = design.links.find(({ id }) => id === part);
  return link ? words.wire(label(link.from), label(link.to)) : words.workload;
}
