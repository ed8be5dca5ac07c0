import type { Design } from '../../design/design.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Change } from '../../runner/changes.ts';
import type { DesignDiff } from '../../runner/designDiff.ts';
import type { Target } from '../../runner/sweepAxis.ts';
import { fieldAny, fieldName, partName, valueAny } from '../trials/targetWords.ts';
import { trialText } from '../trials/trialWords.ts';
import styles from './Compare.module.css';
import { compareText } from './compareWords.ts';

/** More than this many are not read, but counted. */
const mostShown = 8;

const targetOf = (change: Change): Target | null => {
  if (change.act === 'set') return { on: 'node', id: change.node, field: change.field };
  if (change.act === 'set-link') return { on: 'link', id: change.link, field: change.field };
  return change.act === 'set-workload' ? { on: 'workload', field: change.field } : null;
};

/** What B has otherwise than A, in words. */
export function Differences({ a, b, diff }: { a: Design; b: Design; diff: DesignDiff }) {
  const t = useText();
  const words = useLateText(compareText);
  const trials = useLateText(trialText);
  const fields = useLateText(fieldWords);
  if (diff.isOther) return <p className={styles.differences}>{words.diff.other(a.nodes.length, b.nodes.length)}</p>;
  const wire = (design: Design, { from, to }: { from: string; to: string }) => {
    const labelOf = (id: string) => design.nodes.find((node) => node.id === id)?.label ?? id;
    return words.diff.wire(labelOf(from), labelOf(to));
  };
  const lines = [
    ...diff.added.nodes.map(({ label }) => words.diff.added(label)),
    ...diff.removed.nodes.map(({ label }) => words.diff.removed(label)),
    ...diff.changes.flatMap((change) => {
      const target = targetOf(change);
      if (!target || !('field' in change)) return [];
      const setting = `${partName(b, target, trials, t)}, ${fieldName(b, target, fields, t)}`;
      const before = fieldAny(a, target);
      return [
        words.diff.changed(
          setting,
          before === undefined ? '' : valueAny(a, target, before, fields, t),
          valueAny(b, target, change.value, fields, t),
        ),
      ];
    }),
    ...diff.added.links.map((link) => words.diff.added(wire(b, link))),
    ...diff.removed.links.map((link) => words.diff.removed(wire(a, link))),
  ];
  if (lines.length === 0) return <p className={styles.differences}>{words.sameDesign}</p>;
  const rest = lines.length - mostShown;
  return (
    <ul className={styles.differences} aria-label={words.differences} data-differences={lines.length}>
      {lines.slice(0, mostShown).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {rest > 0 ? <li>{words.diff.more(rest)}</li> : null}
    </ul>
  );
}
