/** The line itself: a slider under the events. Its head moves without React, as often as the run says where it is. */

import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { clockTick, timeSteps } from '../../charts/axes.ts';
import { useSize } from '../../charts/useSize.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { knownStore } from '../../store/known.ts';
import { momentStore, pointAt } from '../../store/moment.ts';
import { seek } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { formatClock } from '../../ui/format.ts';
import { clusterItems, type TimelineItem } from './items.ts';
import { Lane } from './Lane.tsx';
import { createScrub, type Scrub } from './scrub.ts';
import { placeOf, type Span, shareOf } from './span.ts';
import styles from './Timeline.module.css';

interface TrackProps {
  items: readonly TimelineItem[];
  span: Span;
  /** Only a stretch of the run is shown. */
  isCut: boolean;
  onWalk: (by: -1 | 1) => void;
  onZoom: (by: -1 | 1) => void;
}

/** Pixels between labels of the axis. */
const leastTick = 72;

export function Track({ items, span, isCut, onWalk, onZoom }: TrackProps) {
  const words = useLateText(timelineText);
  const rail = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const scrub = useRef<Scrub | null>(null);
  /** Where the mouse was last: browsers also tell of moves when only the page under it changed. */
  const mouse = useRef({ x: Number.NaN, y: Number.NaN });
  const { width } = useSize(track);
  const clusters = useMemo(() => clusterItems(items, (seconds) => shareOf(seconds, span) * width, width), [items, span, width]);
  const step = timeSteps.find((each) => (each / (span.to - span.from)) * width >= leastTick) ?? 86_400;
  const ticks = useMemo(() => {
    const first = Math.ceil(span.from / step);
    return Array.from({ length: Math.floor(span.to / step) - first + 1 }, (_, i) => (first + i) * step);
  }, [span, step]);

  useEffect(() => {
    const element = rail.current;
    if (!element) return;
    const put = (name: '--now' | '--known' | '--pointed', time: number): void => {
      const place = placeOf(time, span, width * devicePixelRatio);
      if (element.style.getPropertyValue(name) !== place) element.style.setProperty(name, place);
    };
    const draw = (): void => {
      const { time } = runStore.getState();
      const { until } = knownStore.getState();
      put('--now', time);
      put('--known', until);
      const second = String(Math.floor(time + 1e-6));
      if (element.getAttribute('aria-valuenow') !== second) {
        element.setAttribute('aria-valuenow', second);
        element.setAttribute('aria-valuetext', words.at(clockTick(Number(second)), clockTick(Math.floor(until))));
      }
    };
    const point = (): void => {
      const { at } = momentStore.getState();
      element.toggleAttribute('data-pointed', at !== null);
      if (at !== null) put('--pointed', at);
    };
    draw();
    point();
    const stops = [runStore.subscribe(draw), knownStore.subscribe(draw), momentStore.subscribe(point)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [span, words, width]);
  useEffect(() => () => scrub.current?.stop(), []);

  const timeOf = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return Math.round((span.from + share * (span.to - span.from)) * 10) / 10;
  };
  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointAt(null);
    mouse.current = { x: event.clientX, y: event.clientY };
    scrub.current = pageScrub();
    scrub.current.to(timeOf(event));
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const { clientX: x, clientY: y } = event;
    if (x === mouse.current.x && y === mouse.current.y) return;
    mouse.current = { x, y };
    const time = timeOf(event);
    if (scrub.current) scrub.current.to(time);
    else if (event.pointerType !== 'touch') pointAt(time < knownStore.getState().until ? time : null);
  };
  const end = (): void => {
    scrub.current?.stop();
    scrub.current = null;
  };

  return (
    <div ref={track} className={styles.track}>
      <Lane clusters={clusters} width={width} />
      <div
        ref={rail}
        className={styles.rail}
        role="slider"
        tabIndex={0}
        aria-label={words.title}
        aria-description={words.help}
        // Kept true without React, in the effect above.
        aria-valuenow={0}
        aria-valuemin={Math.floor(span.from)}
        aria-valuemax={Math.ceil(span.to)}
        data-cut={isCut || undefined}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onLostPointerCapture={end}
        onPointerLeave={() => scrub.current === null && pointAt(null)}
        onKeyDown={(event) => pressed(event, onWalk, onZoom)}
      >
        <i className={styles.line} />
        <i className={styles.known} />
        <i className={styles.played} />
        <i className={styles.head} />
        <i className={styles.pointed} />
        <span className={styles.ticks} aria-hidden="true">
          {ticks.map((time) => (
            <small key={time} data-end={shareOf(time, span) > 0.98 || undefined} style={{ left: `${shareOf(time, span) * 100}%` }}>
              {time === 0 ? clockTick(0) : step < 1 ? formatClock(time) : clockTick(time)}
            </small>
          ))}
        </span>
      </div>
    </div>
  );
}

const pageScrub = (): Scrub =>
  createScrub({
    seek,
    now: () => runStore.getState().time,
    onChange: (listener) => runStore.subscribe(listener),
    clockMs: () => performance.now(),
    later: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  });

/** Seconds of Page Up and Page Down. */
const bigStep = 10;

function pressed(event: KeyboardEvent, onWalk: (by: -1 | 1) => void, onZoom: (by: -1 | 1) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { time } = runStore.getState();
  const { until } = knownStore.getState();
  const back = Math.ceil(time - 1e-6) - 1;
  const on = Math.floor(time + 1e-6) + 1;
  const steps: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => (event.shiftKey ? onWalk(-1) : seek(Math.max(0, back))),
    ArrowRight: () => (event.shiftKey ? onWalk(1) : seek(on)),
    ArrowDown: () => seek(Math.max(0, back)),
    ArrowUp: () => seek(on),
    PageUp: () => seek(Math.max(0, time - bigStep)),
    PageDown: () => seek(time + bigStep),
    Home: () => seek(0),
    End: () => seek(until),
    '+': () => onZoom(-1),
    '=': () => onZoom(-1),
    '-': () => onZoom(1),
  };
  const act = steps[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
