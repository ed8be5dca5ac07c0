import { memo, Suspense, useMemo } from 'react';
import { healthText } from '../../canvas/healthText.ts';
import { useHealth } from '../../canvas/liveFeed.ts';
import { useRateText } from '../../canvas/useRateText.ts';
import { wirePieces } from '../../canvas/wireText.ts';
import type { DesignLink } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { controlLinks } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useIsLocked, useRun, useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';
import { formatRate } from '../../ui/format.ts';
import { columnsOfLink, sumOf } from '../nodeNow.ts';
import { ProblemWords } from '../ProblemWords.tsx';
import { LockSign } from './LockSign.tsx';
import styles from './Outline.module.css';
import { openSettings } from './openSettings.ts';
import { disconnect } from './outlineEdits.ts';
import { outlineText } from './outlineWords.ts';
import { Act } from './PartActions.tsx';
import { WeakNote } from './WeakNote.tsx';

/** One wire under the part that calls: what it costs, its policy, what goes over it, and whether that arrives. */
export const WireRow = memo(function WireRow({ link, isCurrent }: { link: DesignLink; isCurrent: boolean }) {
  const t = useText();
  const words = useLateText(outlineText);
  const design = useDesign((state) => state.design);
  const isSelected = useSession(({ selection }) => selection.links.includes(link.id));
  const problem = useRun((state) => state.problems.find((each) => each.link === link.id));
  const label = (id: string): string => design.nodes.find((node) => node.id === id)?.label ?? '';
  const [from, to] = [label(link.from), label(link.to)];
  const isLocked = useIsLocked(link.id);
  const isControl = controlLinks(design).has(link.id);
  const seen = seenParts(design);
  const isWatched = isSeen(seen, link.from) || isSeen(seen, link.to);
  const tabIndex = isCurrent ? 0 : -1;
  const cut = (): void => {
    if (disconnect(link.id)) announce(words.disconnected(from, to), 'answer');
  };
  return (
    <li>
      <div
        className={styles.wireLine}
        data-line={link.id}
        data-outline-link={link.id}
        data-selected={isSelected || undefined}
        data-current={isCurrent || undefined}
      >
        <button
          type="button"
          className={styles.wireName}
          data-line-name
          tabIndex={tabIndex}
          aria-pressed={isSelected}
          aria-label={isLocked ? t.common.locked(words.wireName(from, to)) : words.wireName(from, to)}
          aria-describedby={`outline-${link.id}`}
          onClick={() => sessionStore.getState().select({ links: [link.id] })}
        >
          {words.wire(to)}
          <LockSign of={link.id} />
        </button>
        <span className={styles.policy} id={`outline-${link.id}`}>
          {isControl ? (
            words.controls
          ) : (
            <>
              {isWatched ? <WireNumbers link={link} /> : null}
              {wirePieces(design, link, t).join(' · ')}
            </>
          )}
        </span>
        <fieldset className={styles.actions} aria-label={words.actionsOf(words.wireName(from, to))}>
          <Act
            does="edit"
            name={words.editOf(words.wireName(from, to))}
            tabIndex={tabIndex}
            label={words.edit}
            onClick={() => openSettings({ links: [link.id] })}
          />
          <Act does="disconnect" name={words.disconnectOf(from, to)} tabIndex={tabIndex} label={words.disconnect} onClick={cut} />
        </fieldset>
      </div>
      {problem ? (
        <p className={styles.problem} data-severity={problem.severity}>
          <ProblemWords problem={problem} />
        </p>
      ) : null}
      <Suspense>
        <WeakNote of={link.id} />
      </Suspense>
    </li>
  );
});

/** What goes over a wire, and its health: where the calls end up, and what the caller's policy does about it. */
function WireNumbers({ link }: { link: DesignLink }) {
  const t = useText();
  const words = useLateText(outlineText);
  const rate = useRateText(link.id);
  const health = useHealth(link.to);
  const isBad = health.word === 'down' || health.word === 'hung' || health.word === 'saturated' || health.lost > 0;
  const layout = useRun((state) => state.layout);
  const index = useRun((state) => state.index);
  const columns = useMemo(() => (layout && index ? columnsOfLink(layout, index, link.id) : null), [layout, index, link.id]);
  const policy = useRun(({ frames }) => {
    const frame = frames.at(-1);
    if (!frame || !columns || columns.size === 0) return '';
    const refused = sumOf(frame, columns, 'turnedAway') / Math.max(frame.end - frame.start, 1e-9);
    const open = sumOf(frame, columns, 'breakersOpen') > 0;
    return [open ? words.breakerOpen : '', refused > 0 ? words.turnedAway(formatRate(refused)) : ''].filter(Boolean).join(' · ');
  });
  const pieces = [rate, isBad ? healthText(health, t) : '', policy].filter(Boolean);
  return pieces.length === 0 ? null : (
    <>
      <strong data-bad={isBad || policy !== '' || undefined}>{pieces.join(' · ')}</strong>
      {' · '}
    </>
  );
}
