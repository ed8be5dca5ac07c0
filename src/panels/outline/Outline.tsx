/**
 * The design and its run as a list: the same acts, the same selection and the same numbers as on the canvas. Nested lists under headings
 * and not a tree, because in a tree a screen reader hears one name per row and reaches no button inside it; headings and lists it can
 * leap through, read whole, and press whatever it finds.
 */

import { Copy, Printer } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { say } from '../../actions/toast.ts';
import { startLiveFeed } from '../../canvas/liveFeed.ts';
import { groupParamsOf } from '../../design/groupFields.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type Text, useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { runStore } from '../../store/runStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock } from '../../ui/format.ts';
import { AddPart } from './AddPart.tsx';
import { GroupHead } from './GroupHead.tsx';
import { currentLine, keepFocus, lineKeys } from './lines.ts';
import styles from './Outline.module.css';
import { numbersNow, startOutlineFeed } from './outlineFeed.ts';
import { liveMoment, outlineAsText } from './outlineText.ts';
import { type OutlineGroup, type OutlinePart, outlineTree } from './outlineTree.ts';
import { type OutlineText, outlineText } from './outlineWords.ts';
import { PartRow } from './PartRow.tsx';
import { Strangers } from './Strangers.tsx';

export function Outline() {
  const words = useLateText(outlineText);
  const t = useText();
  const design = useDesign((state) => state.design);
  const tree = useMemo(() => outlineTree(design), [design]);
  const root = useRef<HTMLElement>(null);
  const [line, setLine] = useState<string | null>(null);
  useEffect(() => {
    const stops = [startLiveFeed(), startOutlineFeed()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  // What was deleted under the keyboard hands it to its neighbour.
  useEffect(() => keepFocus(root.current), []);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (!lineKeys(event, root.current)) return;
    event.preventDefault();
    event.stopPropagation();
  }, []);
  const current = currentLine(tree, line);
  const isEmpty = design.nodes.length === 0 && design.groups.length === 0;
  const partsOf = (parts: readonly OutlinePart[], label: string, level: 3 | 4 | 5) => (
    <PartList parts={parts} label={words.partsOf(label)} level={level} current={current} />
  );
  const groupOf = ({ group, parts }: OutlineGroup, level: 3 | 4) => {
    const zone = groupParamsOf(group).zone;
    const region = t.common.regions[group.region];
    const place = zone === 'none' ? region : `${region}, ${words.zone(zone)}`;
    return (
      <li key={group.id} className={styles.group}>
        <GroupHead group={group} name={words.group(group.label, place)} level={level} isCurrent={current === group.id} />
        {parts.length === 0 ? <p className={styles.none}>{words.noParts}</p> : partsOf(parts, group.label, level === 3 ? 4 : 5)}
      </li>
    );
  };
  return (
    <section
      ref={root}
      id="outline"
      className={styles.outline}
      aria-label={words.title}
      aria-description={words.help}
      onKeyDown={onKeyDown}
      onFocus={(event) => setLine((event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line ?? line)}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{design.title || t.panels.header.untitled}</h2>
        <p className={styles.count}>{words.summary(design.nodes.length, design.links.length)}</p>
        <span className={styles.tools}>
          <Button look="quiet" size="small" onClick={() => void copyText(t, words)}>
            <Copy size={14} aria-hidden />
            {words.copyText}
          </Button>
          <Button look="quiet" size="small" onClick={() => window.print()}>
            <Printer size={14} aria-hidden />
            {words.print}
          </Button>
        </span>
      </header>
      <AddPart />
      {isEmpty ? <p className={styles.none}>{words.empty}</p> : <p className={styles.help}>{words.help}</p>}
      {tree.regions.length === 0 ? (
        partsOf(tree.outside, design.title || t.panels.header.untitled, 3)
      ) : (
        <ul className={styles.list} aria-label={t.common.categories.region}>
          {tree.outside.length === 0 ? null : (
            <li className={styles.group}>
              <h3 className={styles.groupName}>{words.outside}</h3>
              {partsOf(tree.outside, words.outside, 4)}
            </li>
          )}
          {tree.regions.map(({ region, groups }) =>
            groups.length === 1 ? (
              groupOf(groups[0], 3)
            ) : (
              <li key={region} className={styles.group}>
                <h3 className={styles.groupName}>{t.common.regions[region]}</h3>
                <ul className={styles.list} aria-label={words.partsOf(t.common.regions[region])}>
                  {groups.map((group) => groupOf(group, 4))}
                </ul>
              </li>
            ),
          )}
        </ul>
      )}
      <Strangers />
    </section>
  );
}

interface PartListProps {
  parts: readonly OutlinePart[];
  label: string;
  level: 3 | 4 | 5;
  current: string | null;
}

function PartList({ parts, label, level, current }: PartListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {parts.map((part) => {
        const isIn = current === part.node.id || part.out.some(({ id }) => id === current);
        return <PartRow key={part.node.id} part={part} level={level} current={isIn ? current : null} />;
      })}
    </ul>
  );
}

async function copyText(t: Text, words: OutlineText): Promise<void> {
  const moment = liveMoment(formatClock(runStore.getState().time), numbersNow(t));
  try {
    await navigator.clipboard.writeText(outlineAsText(designStore.getState().design, moment, t, words));
    say(words.copied);
  } catch {
    say(words.copyFailed);
  }
}
