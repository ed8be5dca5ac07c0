/** What charts show beside their own lines: the run before or what was already played ahead, requirements, stretches, a shorter time. */

import type { TimelineText } from '../i18n/late/timelineText.ts';
import { timelineText } from '../i18n/late/timelineText.ts';
import { fetchText } from '../i18n/lateText.ts';
import { textOf } from '../i18n/text.ts';
import type { Buckets } from '../runner/buckets.ts';
import { designStore } from '../store/designStore.ts';
import { futuresStore, ghostOf } from '../store/futures.ts';
import { knownStore } from '../store/known.ts';
import { requirementsStore, targetsOf } from '../store/requirements.ts';
import { type PlanIndex, runStore } from '../store/runStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { formatDuration, formatExact, nothing } from '../ui/format.ts';
import { BesideTools } from './BesideTools.tsx';
import type { Colours } from './colours.ts';
import { drawGhost, drawLimit, drawStretches } from './drawBeside.ts';
import type { Guess } from './guess.ts';
import type { Legend } from './Legend.tsx';
import type { Asked, BesideNow, GhostColumn } from './lateBeside.ts';
import { intervalAt } from './pointed.ts';
import { extendSheet, openSheet, requestLines, type Sheet } from './series.ts';
import { stretchesOf } from './stretches.ts';
import { setZoom, zoomStore } from './zoom.ts';

interface Ghost {
  buckets: Buckets;
  index: PlanIndex | null;
  isAhead: boolean;
}

/** Less than this lies ahead by the rhythm of messages alone, simulated seconds. */
const leastAhead = 0.5;

/** What was played beyond the moment at which the run stands, else the run before. */
function currentGhost(): Ghost | null {
  const futures = futuresStore.getState();
  const { until, buckets, index } = knownStore.getState();
  if (futures.showsGhost && buckets && until - runStore.getState().time > leastAhead) return { buckets, index, isAhead: true };
  const kept = ghostOf(futures);
  return kept?.buckets ? { buckets: kept.buckets, index: kept.index, isAhead: false } : null;
}

/** Tells whoever listens what there is now, and whenever that changes. */
export async function startBeside(tell: (now: BesideNow) => void): Promise<void> {
  let words: TimelineText = await fetchText(timelineText, sessionStore.getState().locale);
  let ghost: Ghost | null = null;
  let guessing: typeof import('./guess.ts') | null = null;
  const change = (): void => {
    ghost = currentGhost();
    const shown = ghost;
    const spoken = words;
    const { until } = knownStore.getState();
    const guess = guessing?.guessNow(words) ?? null;
    tell({
      zoom: zoomStore.getState().zoom,
      setZoom,
      until: ghost?.isAhead ? until : 0,
      of: (asked) => besideOf(asked, shown, asked.chart === 'latency' ? guess : null, spoken),
      Tools: BesideTools,
    });
  };
  const look = (): void => {
    const next = currentGhost();
    if (next?.buckets !== ghost?.buckets || next?.isAhead !== ghost?.isAhead) change();
  };
  const lookAtGuess = async (): Promise<void> => {
    if (sessionStore.getState().guessSeconds !== null) guessing ??= await import('./guess.ts');
    change();
  };
  change();
  void lookAtGuess();
  futuresStore.subscribe(change);
  requirementsStore.subscribe(change);
  designStore.subscribe((state, before) => state.design.targets !== before.design.targets && change());
  zoomStore.subscribe(change);
  runStore.subscribe(look);
  sessionStore.subscribe(async (state, before) => {
    if (state.guessSeconds !== before.guessSeconds) void lookAtGuess();
    if (state.locale === before.locale) return;
    words = await fetchText(timelineText, state.locale);
    change();
  });
}

const sheets = new WeakMap<Buckets, Map<string, Sheet | null>>();

/** One line of another run, computed once; it may still grow. */
function sheetOf({ key, lineOf }: Asked, { buckets, index }: Ghost): Sheet | null {
  const known = sheets.get(buckets) ?? new Map<string, Sheet | null>();
  sheets.set(buckets, known);
  if (!known.has(key)) {
    const line = lineOf(buckets.layout, index);
    known.set(key, line && openSheet([line]));
  }
  const sheet = known.get(key) ?? null;
  if (sheet) extendSheet(sheet, buckets);
  return sheet;
}

function besideOf(asked: Asked, ghost: Ghost | null, guess: Guess | null, words: TimelineText): ReturnType<BesideNow['of']> {
  const sheet = ghost && sheetOf(asked, ghost);
  const column: GhostColumn | null =
    ghost && sheet
      ? {
          seconds: sheet.seconds,
          values: sheet.values[0],
          edges: (i) => [ghost.buckets.list[i].start, ghost.buckets.list[i].end],
          label: ghost.isAhead ? words.ghostAhead : words.ghostShort,
        }
      : null;
  const limit = limitOf(asked, words);
  const stretches = stretchesOf(asked.marks);
  const values = [...(asked.isHeat ? [] : (column?.values ?? [])), ...(limit?.values ?? []), guess?.seconds ?? null].filter(
    (value) => value !== null && value > 0,
  );
  return {
    ghost: column,
    beside: {
      reach: values.length > 0 ? [Math.min(...(values as number[])), Math.max(...(values as number[]))] : null,
      under: (plot, colours: Colours) => {
        drawStretches(plot, colours, stretches);
        if (column && !asked.isHeat) drawGhost(plot, colours, column.seconds, column.values);
      },
      over: (plot, colours: Colours) => {
        if (limit) drawLimit(plot, colours, limit.seconds, limit.values, limit.name);
        guess?.draw(plot, colours);
      },
    },
    legend: [...(column ? [ghostEntry(asked, column, ghost?.buckets ?? null, words)] : []), ...(guess ? [guess.legend] : [])],
  };
}

function ghostEntry(
  { format, chart }: Asked,
  column: GhostColumn,
  buckets: Buckets | null,
  words: TimelineText,
): Parameters<typeof Legend>[0]['entries'][number] {
  return {
    id: 'ghost',
    label: column.label,
    help: words[`${chart}Ghost`],
    look: { colour: 'var(--text-faint)', dash: [3, 3] },
    valueAt: (_index, at) => {
      const value = at === null || !buckets ? null : (column.values[intervalAt(buckets.list, at)] ?? null);
      return value === null ? (at === null ? '' : nothing) : format(value);
    },
  };
}

/** The line that is not to be crossed in a chart, if somebody asked for one. */
function limitOf(
  { chart, live }: Asked,
  words: TimelineText,
): { seconds: readonly number[]; values: (number | null)[]; name: string } | null {
  const { p99Ms, availabilityPercent } = targetsOf(designStore.getState().design);
  if (chart === 'latency' && p99Ms !== undefined) {
    const seconds = p99Ms / 1000;
    const name = words.p99Limit(formatDuration(seconds, textOf(sessionStore.getState().locale).common.duration));
    return { seconds: [0, 1e6], values: [seconds, seconds], name };
  }
  if (chart === 'errors' && availabilityPercent !== undefined && live.buckets && live.buckets.list.length > 0) {
    const [offered] = requestLines(live.buckets.layout);
    const { list } = live.buckets;
    const values = list.map((bucket, i) => (offered.value(bucket, list, i) ?? 0) * (1 - availabilityPercent / 100));
    const name = words.availabilityLimit(formatExact(availabilityPercent, '%'));
    return { seconds: list.map(({ start, end }) => (start + end) / 2), values, name };
  }
  return null;
}
