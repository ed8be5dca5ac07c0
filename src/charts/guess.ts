/** What the reader of a lesson said that p99 would be, drawn into the chart that answers. Fetched when a lesson asks. */

import type uPlot from 'uplot';
import type { TimelineText } from '../i18n/late/timelineText.ts';
import { textOf } from '../i18n/text.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { formatDuration } from '../ui/format.ts';
import type { Colours } from './colours.ts';
import { clipped, drawName } from './drawBeside.ts';
import type { LegendEntry } from './Legend.tsx';

export interface Guess {
  seconds: number;
  draw: (plot: uPlot, colours: Colours) => void;
  legend: LegendEntry;
}

/** Long dashes with dots between, where a limit is one line and the other run has short dashes. */
const dash = [9, 3, 2, 3];

/** Null while nobody has guessed, or once the guess is answered. */
export function guessNow(words: TimelineText): Guess | null {
  const { guessSeconds: seconds, locale } = sessionStore.getState();
  if (seconds === null) return null;
  const name = words.guess(formatDuration(seconds, textOf(locale).common.duration));
  return {
    seconds,
    draw: (plot, colours) => drawGuess(plot, colours, seconds, name),
    legend: { id: 'guess', label: name, look: { colour: 'var(--accent)', dash }, valueAt: () => '' },
  };
}

/** It may be crossed, so nothing beyond it is hatched; and its name stands at the other end than a limit's. */
function drawGuess(plot: uPlot, colours: Colours, seconds: number, name: string): void {
  const { bbox } = plot;
  const y = plot.valToPos(seconds, 'y', true);
  clipped(plot, (ctx) => {
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.strokeStyle = colours.guess;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
    ctx.stroke();
    ctx.setLineDash([]);
    drawName(plot, ctx, name, bbox.left + bbox.width - 4 * devicePixelRatio, y, 'right', colours.guess, colours);
  });
}
