import { type KeyboardEvent, useId } from 'react';
import { useStore } from 'zustand';
import type { Story } from '../../engine/follow/story.ts';
import { requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Waterfall, WaterfallRow } from '../../runner/requests/waterfall.ts';
import { pointMark } from '../../store/followMark.ts';
import { requestsStore } from '../../store/requests.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { formatDuration } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import styles from './Calls.module.css';
import { MetWhy, PartsWithWhy } from './PartsWithWhy.tsx';
import { callName, familyOf, metText, type Names, partsText, type StepEvent, spentName } from './words.ts';

const ticks = [0, 0.25, 0.5, 0.75, 1];

interface CallsProps {
  story: Story;
  fall: Waterfall;
  names: Names;
  events: readonly StepEvent[];
}

/** The waterfall: a tree of calls, each a bar on one axis of time. */
export function Calls({ story, fall, names, events }: CallsProps) {
  const words = useLateText(requestText);
  const chosen = useStore(requestsStore, (state) => state.span);
  const step = useStore(requestsStore, (state) => state.step);
  const length = fall.to - fall.from || 1;
  const place = (moment: number): number => (100 * (moment - fall.from)) / length;
  const stop = chosen ?? fall.rows[0]?.span.number;
  const cursor = events[step];
  return (
    <div className={styles.fall}>
      <div className={styles.axis}>
        <span />
        <span className={styles.ticks} aria-hidden>
          {ticks.map((share) => (
            <i key={share} style={{ left: `${100 * share}%` }} data-last={share === 1 || undefined}>
              {formatDuration(share * length)}
            </i>
          ))}
        </span>
        <span className={styles.time}>{words.columns.time}</span>
      </div>
      <div role="tree" aria-label={words.calls} className={styles.tree} onKeyDown={moveFocus}>
        {fall.rows.map((row) => (
          <Call
            key={row.span.number}
            row={row}
            names={names}
            place={place}
            isChosen={chosen === row.span.number}
            isStop={stop === row.span.number}
          />
        ))}
        <Line at={story.outcome >= 0 && story.endAt < fall.to ? place(story.endAt) : null} kind="end" />
        <Line at={cursor ? place(cursor.at) : null} kind="step" />
      </div>
    </div>
  );
}

interface CallProps {
  row: WaterfallRow;
  names: Names;
  place: (moment: number) => number;
  isChosen: boolean;
  isStop: boolean;
}

function Call({ row, names, place, isChosen, isStop }: CallProps) {
  const words = useLateText(requestText);
  const details = useId();
  const name = callName(row.span, names, words);
  const met = metText(row, words);
  const choose = () => {
    requestsStore.setState({ span: row.span.number });
    pointMark(row.span.link, row.span.node);
    const id = runStore.getState().index?.nodes[row.span.node]?.id;
    if (id) sessionStore.getState().select({ nodes: [id] });
  };
  return (
    <div
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={isChosen}
      aria-label={`${name}, ${formatDuration(row.to - row.from)}`}
      aria-describedby={details}
      tabIndex={isStop ? 0 : -1}
      className={styles.call}
      data-call={row.span.number}
      data-on-path={row.isOnPath || undefined}
      data-after={row.isAfter || undefined}
      onClick={choose}
      onKeyDown={(event) => {
        // what stands in the details answers for itself
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        choose();
      }}
    >
      <span className={styles.name} style={{ paddingInlineStart: `${8 + 14 * Math.min(row.depth, 8)}px` }}>
        {name}
      </span>
      <span className={styles.bars}>
        {row.segments.map(({ from, to, on }) => (
          <i
            key={`${from}/${on}`}
            className={styles.bar_}
            data-family={familyOf(on)}
            style={{ left: `${place(from)}%`, width: `${place(to) - place(from)}%` }}
            title={`${spentName(on, words)} ${formatDuration(to - from)}`}
          >
            {familyOf(on) === 'asks' ? null : <b>{spentName(on, words)}</b>}
          </i>
        ))}
      </span>
      <span className={styles.time}>
        {isChosen ? (
          <Why metric="request-time" about={name} of={given({ beganAt: row.from, endedAt: row.to })}>
            {formatDuration(row.to - row.from)}
          </Why>
        ) : (
          formatDuration(row.to - row.from)
        )}
      </span>
      <span id={details} className={isChosen ? styles.details : styles.hidden}>
        {isChosen ? <PartsWithWhy row={row} /> : partsText(row, words).join(', ')}
        {met.length > 0 ? <em>{isChosen ? <MetWhy row={row} /> : met.join(' · ')}</em> : null}
      </span>
    </div>
  );
}

/** A moment across all bars. */
function Line({ at, kind }: { at: number | null; kind: 'end' | 'step' }) {
  if (at === null) return null;
  return (
    <span className={styles.lines} aria-hidden>
      <i data-line={kind} style={{ left: `${at}%` }} />
    </span>
  );
}

/** Up and down through the calls, to their caller by the left, to the first they made by the right. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const at = all.indexOf((document.activeElement as HTMLElement).closest('[role="treeitem"]') as HTMLElement);
  const level = (i: number): number => Number(all[i]?.getAttribute('aria-level'));
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => at + 1,
    ArrowUp: () => at - 1,
    Home: () => 0,
    End: () => all.length - 1,
    ArrowRight: () => (level(at + 1) > level(at) ? at + 1 : at),
    ArrowLeft: () => {
      let i = at;
      while (i > 0 && level(i) >= level(at)) i--;
      return i;
    },
  };
  const target = moves[event.key]?.();
  if (target === undefined) return;
  event.preventDefault();
  all[Math.min(all.length - 1, Math.max(0, target))]?.focus();
}
