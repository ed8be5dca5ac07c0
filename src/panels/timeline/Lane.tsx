/** Events over the line: icons, and words where there is room; the rest on hover and focus. A press goes to the moment. */

import { CalendarClock, Flag, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import { markIcons } from '../../charts/markIcons.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { seek } from '../../store/runController.ts';
import { formatClock } from '../../ui/format.ts';
import type { ItemCluster, TimelineItem } from './items.ts';
import styles from './Timeline.module.css';

/** Lines of a tip before the rest is only counted. */
const mostLines = 7;

/** Remembered: the run moves on ten times a second, its events do not. */
export const Lane = memo(function Lane({ clusters, width }: { clusters: readonly ItemCluster[]; width: number }) {
  const words = useLateText(timelineText);
  const [open, setOpen] = useState<string | null>(null);
  const [stop, setStop] = useState(0);
  const shown = clusters.find(({ loudest }) => loudest.key === open);

  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') setOpen(null);
    const to = event.key === 'ArrowRight' ? stop + 1 : event.key === 'ArrowLeft' ? stop - 1 : -1;
    if (event.shiftKey || to < 0 || to >= clusters.length) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(to);
    event.currentTarget.querySelectorAll('button')[to]?.focus();
  };

  return (
    <div className={styles.lane} role="toolbar" aria-label={words.events} onKeyDown={walk}>
      {clusters.map(({ left, room, loudest, items }, i) => {
        const Icon = iconOf(loudest);
        return (
          <button
            key={loudest.key}
            type="button"
            className={styles.mark}
            data-tone={loudest.tone}
            data-kind={loudest.kind}
            style={{ left, maxWidth: room > 0 ? room + 20 : undefined }}
            tabIndex={i === Math.min(stop, clusters.length - 1) ? 0 : -1}
            aria-label={items
              .slice(0, mostLines)
              .map((item) => words.eventAt(formatClock(item.time), item.words))
              .join('; ')}
            onPointerEnter={() => setOpen(loudest.key)}
            onPointerLeave={() => setOpen(null)}
            onFocus={() => {
              setOpen(loudest.key);
              setStop(i);
            }}
            onBlur={() => setOpen(null)}
            onClick={() => seek(loudest.time)}
          >
            <Icon size={12} strokeWidth={2.25} aria-hidden="true" />
            {room > 0 && <span className={styles.what}>{loudest.words}</span>}
            {items.length > 1 && <span className={styles.count}>+{items.length - 1}</span>}
          </button>
        );
      })}
      {shown && (
        <div
          className={styles.tip}
          role="presentation"
          style={shown.left > width / 2 ? { right: Math.max(0, width - shown.left - 16) } : { left: Math.max(0, shown.left - 12) }}
        >
          {shown.items.slice(0, mostLines).map((item) => (
            <p key={item.key}>
              <time>{formatClock(item.time)}</time> {item.words}
            </p>
          ))}
          {shown.items.length > mostLines && <p className={styles.tipMore}>{words.more(shown.items.length - mostLines)}</p>}
        </div>
      )}
    </div>
  );
});

function iconOf({ kind, code, icon }: TimelineItem): LucideIcon {
  if (kind === 'pin') return Flag;
  return icon ?? (code === null ? CalendarClock : markIcons[code]);
}
