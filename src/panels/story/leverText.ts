/** A lever as the words of its button, and what it does. */

import type { Design } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { specOf } from '../../design/wires.ts';
import { valueText } from '../../i18n/valueText.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import { applyChange } from '../../runner/changes.ts';
import type { Lever } from '../../runner/diagnosis/remedies.ts';
import type { Field } from '../../schema/fields.ts';
import { designStore } from '../../store/designStore.ts';
import { doNow } from '../../store/runController.ts';
import type { Tongue } from './causeText.ts';

/** What the button says, and whom it is about. */
export function leverText(
  lever: Exclude<Lever, { kind: 'hint' }>,
  design: Design,
  { t, words, fields }: Tongue,
): { part: string; text: string } {
  const node = design.nodes.find(({ id }) => id === lever.node);
  const part = node?.label ?? lever.node;
  if (lever.kind === 'mend') {
    const whole = lever.changes.length > 1 ? (design.groups.find(({ id }) => id === node?.group)?.label ?? part) : part;
    return { part: whole, text: words.mend(whole) };
  }
  const isPart = lever.changes[0].act === 'set';
  const field = (isPart && node ? specOf(node.kind).fields : (linkFields as Record<string, Field>))[lever.field];
  const named: Readonly<Record<string, AnyFieldText>> = isPart && node ? fields.kinds[node.kind].fields : fields.link;
  const own = named[lever.field] ?? { label: lever.field, help: '' };
  const value = (of: typeof lever.to) => (field ? valueText(field, of, own, t) : String(of));
  // of choices only the new one is said: two names are a sentence
  const from = typeof lever.from === 'number' ? value(lever.from) : '';
  return { part, text: t.panels.story.raise(own.label, from, value(lever.to)).replace(/ {2,}/, ' ') };
}

/** Does it, while the run goes on: a setting as one step that can be undone, the end of a fault as an act of the run. */
export function perform(lever: Exclude<Lever, { kind: 'hint' }>): void {
  if (lever.kind === 'mend') for (const change of lever.changes) doNow(change);
  else designStore.getState().edit('setParam', (design) => lever.changes.reduce(applyChange, design));
}
