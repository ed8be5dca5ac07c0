/** What stands on the timeline: events of the run, what is planned, and pins; where they stand too close, one badge for several. Pure. */

import type { LucideIcon } from 'lucide-react';
import { type Mark, type MarkTone, rankOf } from '../../charts/marks.ts';
import type { Pin } from '../../store/pins.ts';

export interface TimelineItem {
  /** Stays the same while it is the same thing. */
  key: string;
  time: number;
  /** Planned and not yet played; a pin is a pin. */
  kind: 'event' | 'ahead' | 'pin';
  tone: MarkTone;
  code: Mark['code'] | null;
  /** Of what begins and ends by itself: which, and its icon. */
  happening?: string;
  icon?: LucideIcon;
  words: string;
  /** Of several in one place the lowest gives icon and words. */
  rank: number;
}

/** Events are told in words that cost: made once per set of marks. */
export function eventItems(marks: readonly Mark[], wordsOf: (mark: Mark) => string): TimelineItem[] {
  return marks.map((mark) => ({
    key: `${mark.time}/${mark.code}/${mark.node}/${mark.fault}/${mark.link}`,
    time: mark.time,
    kind: 'event',
    tone: mark.tone,
    code: mark.code,
    words: wordsOf(mark),
    rank: 1 + rankOf(mark),
  }));
}

export const pinItems = (pins: readonly Pin[]): TimelineItem[] =>
  pins.map(({ id, time, name }) => ({ key: `pin ${id}`, time, kind: 'pin', tone: 'plain', code: null, words: name, rank: 0 }));

export interface ItemCluster {
  /** In pixels from the left end. */
  left: number;
  /** How far its words may reach, in pixels. */
  room: number;
  loudest: TimelineItem;
  items: readonly TimelineItem[];
}

/** A badge with an icon and a count. */
const badgeWidth = 34;
/** Fewer pixels tell nothing. */
const leastWords = 64;
/** From the badge's middle to where words begin, and from their end to the next badge. */
const wordsGap = 24;

/** Groups items, so that two badges never overlap; those outside of the strip are left out. */
export function clusterItems(items: readonly TimelineItem[], leftOf: (seconds: number) => number, width: number): readonly ItemCluster[] {
  const groups: TimelineItem[][] = [];
  let anchor = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => a.time - b.time || a.rank - b.rank)) {
    const left = leftOf(item.time);
    if (left < 0 || left > width) continue;
    if (left - anchor < badgeWidth) groups.at(-1)?.push(item);
    else {
      groups.push([item]);
      anchor = left;
    }
  }
  return groups.map((members, i) => {
    const left = leftOf(members[0].time);
    const next = groups[i + 1] ? leftOf(groups[i + 1][0].time) - 10 : width;
    const room = next - left - wordsGap - (members.length > 1 ? 16 : 0);
    const loudest = members.reduce((best, item) => (item.rank < best.rank ? item : best));
    return { left, room: room < leastWords ? 0 : room, loudest, items: members };
  });
}

/** The nearest moment before (-1) or after (1) another at which something is marked; null without one. */
export function neighbour(items: readonly { time: number }[], time: number, by: -1 | 1): number | null {
  const times = items.map((item) => item.time).sort((a, b) => a - b);
  const found = by > 0 ? times.find((each) => each > time + 1e-6) : times.findLast((each) => each < time - 1e-6);
  return found ?? null;
}
