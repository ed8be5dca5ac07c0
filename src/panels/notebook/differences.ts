/** What one run had that another had not, in words: parts, wires, settings from → to, luck, and what was done while it ran. */

import type { Design, ScenarioEvent } from '../../design/design.ts';
import type { FieldWords } from '../../i18n/fieldWords.ts';
import type { Text } from '../../i18n/text.ts';
import { type Change, changesBetween } from '../../runner/changes.ts';
import { formatClock } from '../../ui/format.ts';
import { scenarioText, settingText } from '../scenarioText.ts';
import type { NotebookText } from './notebookWords.ts';

export interface RunLike {
  design: Design;
  interventions: readonly ScenarioEvent[];
}

const atNow = (change: Change): ScenarioEvent => ({ at: 0, ...change }) as ScenarioEvent;
const keyOf = (change: Change): string =>
  'field' in change ? `${change.act}/${'node' in change ? change.node : 'link' in change ? change.link : ''}/${change.field}` : '';

/** @returns one sentence each, the most telling first; none when the runs are one */
export function differences(before: RunLike, after: RunLike, fields: FieldWords | undefined, t: Text, words: NotebookText): string[] {
  const [older, newer] = [before.design, after.design];
  const found: string[] = [];
  const ids = (design: Design) => new Set(design.nodes.map(({ id }) => id));
  const [had, has] = [ids(older), ids(newer)];
  for (const { id, label } of newer.nodes) if (!had.has(id)) found.push(words.added(label));
  for (const { id, label } of older.nodes) if (!has.has(id)) found.push(words.removed(label));
  const wires = (design: Design) => new Set(design.links.map(({ from, to }) => `${from}>${to}`));
  const [hadWires, hasWires] = [wires(older), wires(newer)];
  const changedWires =
    [...hasWires].filter((wire) => !hadWires.has(wire)).length + [...hadWires].filter((wire) => !hasWires.has(wire)).length;
  if (changedWires > 0) found.push(words.wires(changedWires));
  const was = new Map(changesBetween(newer, older).map((change) => [keyOf(change), change]));
  for (const change of changesBetween(older, newer)) {
    const old = was.get(keyOf(change));
    const text = scenarioText(atNow(change), newer, fields, t);
    found.push(old ? words.was(text, settingText(atNow(old), older, fields, t)) : text);
  }
  if (older.seed !== newer.seed) found.push(words.seedWas(older.seed, newer.seed));
  if (JSON.stringify(older.scenario) !== JSON.stringify(newer.scenario)) found.push(words.plan);
  const texts = (run: RunLike) =>
    run.interventions.map((event) => `${formatClock(event.at)} ${scenarioText(event, run.design, fields, t)}`);
  const done = new Set(texts(before));
  for (const text of texts(after)) if (!done.has(text)) found.push(text);
  const now = new Set(texts(after));
  const undone = [...done].filter((text) => !now.has(text)).length;
  if (undone > 0) found.push(words.undone(undone));
  return found;
}
