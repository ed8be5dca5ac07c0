/** The one live line under a node's name: "284/s · 71% · hit 92%". Words, made four times a second at most. Pure. */

import { type DurationWords, formatCount, formatDuration, formatNumber, nothing } from '../ui/format.ts';
import type { LiveNow, NodeHealth } from './pulse.ts';
import type { Reading, ToolReading } from './readings.ts';

export interface LiveWords {
  duration: DurationWords;
  down: (duration: string) => string;
  downNow: string;
  hung: (duration: string) => string;
  hungNow: string;
  hit: (share: string) => string;
  lag: (duration: string) => string;
  waiting: (count: string) => string;
  someLost: (lost: number, total: number) => string;
  tool: Readonly<Record<ToolReading['about'], (value: string) => string>>;
}

/** Whole percents: the card is for a look, the inspector for the digits. */
const percent = (share: number): string => formatNumber(Math.round(share * 100), '%');

/** What matters most first; a card has room for about three of these. */
export function livePieces(reading: Reading | undefined, health: NodeHealth, now: LiveNow, words: LiveWords): string[] {
  const { queue, load, brokenSeconds } = now;
  if (health.word === 'down')
    return [brokenSeconds < 1 ? words.downNow : words.down(formatDuration(Math.floor(brokenSeconds), words.duration))];
  if (health.word === 'hung')
    return [brokenSeconds < 1 ? words.hungNow : words.hung(formatDuration(Math.floor(brokenSeconds), words.duration))];
  const pieces: string[] = [];
  if (health.lost > 0) pieces.push(words.someLost(health.lost, health.total));
  if (reading?.tool) return [...pieces, toolPiece(reading.tool, words)];
  if (reading && reading.ratePerSecond >= 0) pieces.push(formatNumber(reading.ratePerSecond, '/s'));
  if (!reading || load < 0) return pieces;
  if (health.word === 'saturated' && queue >= 1) pieces.push(words.waiting(formatCount(queue)));
  if (reading.backlog >= 1) pieces.push(words.waiting(formatCount(reading.backlog)));
  else if (reading.hitShare >= 0) pieces.push(words.hit(percent(reading.hitShare)));
  else if (reading.lagSeconds > 0) pieces.push(words.lag(formatDuration(reading.lagSeconds, words.duration)));
  pieces.push(percent(load));
  return pieces;
}

/** Nobody calls a tool: what it is about stands in the place of a rate. */
function toolPiece({ about, value }: ToolReading, words: LiveWords): string {
  if (value < 0) return words.tool[about](nothing);
  return words.tool[about](about === 'lines' ? formatNumber(value, '/s') : about === 'version' ? percent(value) : formatCount(value));
}

/** From afar there is room for one or two: what is wrong or waits, else the rate, and how busy a part is that ever is. */
export function farPieces(reading: Reading | undefined, health: NodeHealth, now: LiveNow, words: LiveWords): string[] {
  const pieces = livePieces(reading && { ...reading, hitShare: -1, lagSeconds: -1 }, health, now, words);
  if (!reading || reading.tool || health.word === 'down' || health.word === 'hung') return pieces;
  const isFull = health.word === 'saturated' && health.lost === 0 && now.queue >= 1;
  const isNeverBusy = now.load >= 0 && now.load < 0.005;
  return pieces.slice(isFull ? 1 : 0, isNeverBusy ? -1 : undefined);
}

/** As many pieces as fit. */
export function joinFitting(pieces: readonly string[], widthOf: (text: string) => number, room: number): string {
  let line = pieces[0] ?? '';
  for (const piece of pieces.slice(1)) {
    const longer = `${line} · ${piece}`;
    if (widthOf(longer) > room) break;
    line = longer;
  }
  return line;
}
