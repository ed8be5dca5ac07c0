/** The React side of a kind: its icon, and where its words are; a language nobody reads is never fetched. */

import type { Fields } from '../schema/fields.ts';
import type { MetricSpec } from '../schema/spec.ts';
import type { Icon } from '../ui/drawn.tsx';
import type { KindFieldText, KindText } from './kindText.ts';

export interface NodeView<
  S extends { fields: Fields; metrics: Readonly<Record<string, MetricSpec>> } = {
    fields: Fields;
    metrics: Readonly<Record<string, MetricSpec>>;
  },
> {
  icon: Icon;
  text: { en: () => Promise<KindText>; ko: () => Promise<KindText> };
  fieldText: { en: () => Promise<KindFieldText<S>>; ko: () => Promise<KindFieldText<S>> };
}
