/** Every word the page shows, in the language of the sitting. English gives the shape; a gap in Korean does not compile. */

import type { AnyKindText } from '../nodes/kindText.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { views } from '../nodes/views.ts';
import { useSession } from '../store/hooks.ts';
import type { Locale } from '../store/sessionStore.ts';
import { actionsEn } from './en/actions.ts';
import { canvasEn } from './en/canvas.ts';
import { chartsEn } from './en/charts.ts';
import { commonEn } from './en/common.ts';
import { dialogsEn } from './en/dialogs.ts';
import { editsEn } from './en/edits.ts';
import { eventsEn } from './en/events.ts';
import { fieldsEn } from './en/fields.ts';
import { panelsEn } from './en/panels.ts';
import { actionsKo } from './ko/actions.ts';
import { canvasKo } from './ko/canvas.ts';
import { chartsKo } from './ko/charts.ts';
import { commonKo } from './ko/common.ts';
import { dialogsKo } from './ko/dialogs.ts';
import { editsKo } from './ko/edits.ts';
import { eventsKo } from './ko/events.ts';
import { fieldsKo } from './ko/fields.ts';
import { panelsKo } from './ko/panels.ts';
import type { Widen } from './widen.ts';

type KindTexts = Readonly<Record<NodeKind, AnyKindText>>;

/** The words of the kinds live with the kinds; here they join the dictionary as `t.kinds`. */
function kindTexts(locale: Locale): KindTexts {
  return Object.fromEntries(nodeKinds.map((kind) => [kind, views[kind].text[locale]])) as unknown as KindTexts;
}

const en = {
  locale: 'en',
  common: commonEn,
  kinds: kindTexts('en'),
  fields: fieldsEn,
  actions: actionsEn,
  panels: panelsEn,
  dialogs: dialogsEn,
  edits: editsEn,
  events: eventsEn,
  canvas: canvasEn,
  charts: chartsEn,
};

export type Text = Widen<Omit<typeof en, 'kinds'>> & { readonly kinds: KindTexts };

const ko: Text = {
  locale: 'ko',
  common: commonKo,
  kinds: kindTexts('ko'),
  fields: fieldsKo,
  actions: actionsKo,
  panels: panelsKo,
  dialogs: dialogsKo,
  edits: editsKo,
  events: eventsKo,
  canvas: canvasKo,
  charts: chartsKo,
};

const texts: Readonly<Record<Locale, Text>> = { en, ko };

/** The dictionary of a language, for code outside React. */
export function textOf(locale: Locale): Text {
  return texts[locale];
}

/** The dictionary of the sitting's language. */
export function useText(): Text {
  return texts[useSession((state) => state.locale)];
}
