import { memo, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { healthText } from '../../canvas/healthText.ts';
import { useHealth } from '../../canvas/liveFeed.ts';
import { atRest } from '../../canvas/pulse.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { specOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type Text, useText } from '../../i18n/text.ts';
import { views } from '../../nodes/views.ts';
import { useDesign, useRun, useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Why } from '../../ui/Why.tsx';
import { ProblemWords } from '../ProblemWords.tsx';
import { LockSign } from './LockSign.tsx';
import styles from './Outline.module.css';
import { outlineNumbers } from './outlineFeed.ts';
import type { OutlinePart } from './outlineTree.ts';
import { outlineText } from './outlineWords.ts';
import { PartActions } from './PartActions.tsx';
import { RenameBox } from './RenameBox.tsx';
import { WeakNote } from './WeakNote.tsx';
import { WireRow } from './WireRow.tsx';

interface PartRowProps {
  part: OutlinePart;
  level: 3 | 4 | 5;
  /** The line that Tab reaches, if it is this part's or one of its wires'. */
  current: string | null;
}

/** One part: what it is, how it is doing, with whom it talks, and what can be done to it. */
export const PartRow = memo(
  function PartRow({ part, level, current }: PartRowProps) {
    const { node, receivesFrom, out } = part;
    const t = useText();
    const words = useLateText(outlineText);
    const isSelected = useSession(({ selection }) => selection.nodes.includes(node.id));
    const measured = useHealth(node.id);
    const isLooked = useDesign((state) => isSeen(seenParts(state.design), node.id));
    const health = isLooked ? measured : atRest;
    const numbers = useStore(outlineNumbers, (lines) => lines.get(node.id) ?? '');
    const problem = useRun((state) => state.problems.find((each) => each.node === node.id));
    const [isRenaming, setRenaming] = useState(false);
    const Icon = views[node.kind].icon;
    const kind = t.kinds[node.kind].name;
    // Users are the world outside: neither busy nor broken.
    const isSource = specOf(node.kind).role === 'source';
    const Heading = `h${level}` as const;
    const isCurrent = current === node.id;
    const isHurt = health.lost > 0 && health.lost < health.total;
    return (
      <li className={styles.part}>
        <div
          className={styles.line}
          data-line={node.id}
          data-outline-node={node.id}
          data-selected={isSelected || undefined}
          data-current={isCurrent || undefined}
        >
          <span className={styles.icon}>
            <Icon size={16} aria-hidden />
          </span>
          {isRenaming ? (
            <RenameBox id={node.id} label={node.label} onDone={() => setRenaming(false)} />
          ) : (
            <Heading className={styles.name}>
              <button
                type="button"
                className={styles.nameButton}
                data-line-name
                tabIndex={isCurrent ? 0 : -1}
                aria-pressed={isSelected}
                aria-describedby={`outline-${node.id}`}
                onClick={() => sessionStore.getState().select({ nodes: [node.id] })}
              >
                {node.label}
                <LockSign of={node.id} />
              </button>
            </Heading>
          )}
          <div className={styles.facts} id={`outline-${node.id}`}>
            {kind === node.label ? null : <span className={styles.kind}>{kind}</span>}
            {isSource ? null : (
              <span className={styles.health} data-health={isHurt ? 'down' : health.word}>
                {healthText(health, t)}
              </span>
            )}
            <span className={styles.numbers} data-numbers>
              {numbers === '' ? null : (
                <Why metric="arrived completed utilization node-p99" of={node.id} tabIndex={isCurrent ? 0 : -1}>
                  {numbers}
                </Why>
              )}
            </span>
          </div>
          <PartActions node={node} wires={out} isCurrent={isCurrent} onRename={() => setRenaming(true)} />
        </div>
        {problem ? (
          <p className={styles.problem} data-severity={problem.severity}>
            <ProblemWords problem={problem} />
          </p>
        ) : null}
        <Suspense>
          <WeakNote of={node.id} />
        </Suspense>
        <p className={styles.neighbours}>
          {receivesFrom.length > 0
            ? words.receives(
                listed(
                  receivesFrom.map(({ label }) => label),
                  t,
                ),
              )
            : words.nobodyCalls}{' '}
          {out.length > 0 ? null : words.callsNobody}
        </p>
        {out.length > 0 ? (
          <ul className={styles.wires} aria-label={words.wiresOf(node.label)}>
            {out.map((link) => (
              <WireRow key={link.id} link={link} isCurrent={current === link.id} />
            ))}
          </ul>
        ) : null}
      </li>
    );
  },
  // The tree is made anew with every edit; most parts are as they were.
  (a, b) =>
    a.current === b.current &&
    a.level === b.level &&
    a.part.node === b.part.node &&
    isAlike(a.part.receivesFrom, b.part.receivesFrom) &&
    isAlike(a.part.out, b.part.out),
);

const isAlike = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, i) => each === b[i]);

const listed = (names: readonly string[], t: Text): string => new Intl.ListFormat(t.locale).format(names);
