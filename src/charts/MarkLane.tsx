/** Event marks above a plot: icons, words on hover and focus. Where they would overlap, one badge stands for several. */

import {
  Bell,
  BellOff,
  Check,
  Crown,
  FileX2,
  Gauge,
  Hand,
  HeartCrack,
  HeartPulse,
  type LucideIcon,
  MailX,
  OctagonX,
  Plug,
  Repeat,
  Rocket,
  RotateCw,
  Scaling,
  ShieldCheck,
  SlidersHorizontal,
  Snail,
  TriangleAlert,
  Undo2,
  Unplug,
  UserRound,
  Wrench,
  X,
  Zap,
} from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { NoteCode } from '../engine/frame.ts';
import { useText } from '../i18n/text.ts';
import { formatClock } from '../ui/format.ts';
import styles from './Charts.module.css';
import type { MarkCluster } from './marks.ts';
import { plotMargin } from './plotOptions.ts';
import { markWords, useFaultNames } from './words.ts';

const icons: Readonly<Record<NoteCode, LucideIcon>> = {
  crash: X,
  hang: Hand,
  slow: Snail,
  recover: Wrench,
  change: SlidersHorizontal,
  'marked-down': HeartCrack,
  'marked-up': HeartPulse,
  'failover-started': Repeat,
  promoted: Crown,
  'writes-lost': FileX2,
  rejoined: Undo2,
  'messages-lost': MailX,
  saturated: Gauge,
  desaturated: Gauge,
  'first-failure': TriangleAlert,
  overflow: OctagonX,
  standstill: OctagonX,
  scaled: Scaling,
  'deploy-started': Rocket,
  deployed: Check,
  'rolled-back': Undo2,
  'bug-caught': ShieldCheck,
  struck: Zap,
  mended: Wrench,
  'link-struck': Unplug,
  'link-mended': Plug,
  'alert-errors': Bell,
  'alert-latency': Bell,
  'alert-cpu': Bell,
  'alert-down': Bell,
  'alert-burn': Bell,
  'alert-over': BellOff,
  'human-acts': UserRound,
  restarted: RotateCw,
  'breaker-open': Unplug,
  'breaker-half-open': Plug,
  'breaker-closed': Plug,
};

/** Lines of a tip before the rest is only counted. */
const mostLines = 7;

export interface MarkLaneProps {
  clusters: readonly MarkCluster[];
  width: number;
  labels: readonly string[];
  /** One lane on the page takes the keyboard: the others show the same events. */
  hasKeyboard: boolean;
}

/** Remembered: the run moves on five times a second, its events do not. */
export const MarkLane = memo(function MarkLane({ clusters, width, labels, hasKeyboard }: MarkLaneProps) {
  const t = useText();
  const faultNames = useFaultNames();
  const [open, setOpen] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const shown = open === null ? undefined : clusters[open];

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const to = event.key === 'ArrowRight' ? stop + 1 : event.key === 'ArrowLeft' ? stop - 1 : -1;
    if (event.key === 'Escape') setOpen(null);
    if (to < 0 || to >= clusters.length) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(to);
    event.currentTarget.querySelectorAll('button')[to]?.focus();
  };

  return (
    <div className={styles.lane} role="toolbar" aria-label={t.charts.events} aria-hidden={hasKeyboard ? undefined : true} onKeyDown={walk}>
      {clusters.map((cluster, i) => {
        const Icon = icons[cluster.loudest.code];
        return (
          <button
            key={`${cluster.marks[0].time}/${cluster.marks[0].code}/${cluster.marks[0].node}`}
            type="button"
            className={styles.mark}
            data-tone={cluster.loudest.tone}
            style={{ left: plotMargin.left + cluster.left }}
            tabIndex={hasKeyboard && i === Math.min(stop, clusters.length - 1) ? 0 : -1}
            aria-label={labelOf(cluster)}
            onPointerEnter={() => setOpen(i)}
            onPointerLeave={() => setOpen(null)}
            onFocus={() => setOpen(i)}
            onBlur={() => setOpen(null)}
          >
            <Icon size={11} strokeWidth={2.5} aria-hidden="true" />
            {cluster.marks.length > 1 && <span>+{cluster.marks.length - 1}</span>}
          </button>
        );
      })}
      {shown && (
        <div
          className={styles.tip}
          role="presentation"
          style={shown.left > width / 2 ? { right: Math.max(0, width - shown.left - 40) } : { left: plotMargin.left + shown.left - 12 }}
        >
          {shown.marks.slice(0, mostLines).map((mark) => (
            <p key={`${mark.time}/${mark.code}/${mark.node}`}>
              <time>{formatClock(mark.time)}</time> {markWords(t, labels, mark, faultNames)}
            </p>
          ))}
          {shown.marks.length > mostLines && <p className={styles.tipMore}>{t.charts.more(shown.marks.length - mostLines)}</p>}
        </div>
      )}
    </div>
  );

  function labelOf(cluster: MarkCluster): string {
    const words = cluster.marks.slice(0, mostLines).map((mark) => markWords(t, labels, mark, faultNames));
    return `${t.charts.eventsAt(cluster.marks.length, formatClock(cluster.marks[0].time))}: ${words.join('; ')}`;
  }
});
