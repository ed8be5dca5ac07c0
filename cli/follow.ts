/** One request of a run as text: `--follow <number | slowest | failed | retried>`. A bar per call, and what it waited for and met. */

import type { Design } from '../src/design/design.ts';
import { MET, metWords, type Span, type Story, spentOn } from '../src/engine/follow/story.ts';
import { NOTABLE } from '../src/engine/notable.ts';
import { outcomes, type Plan, requestClasses } from '../src/engine/plan.ts';
import { createRun } from '../src/engine/run.ts';
import { behaviorList } from '../src/nodes/behaviors.ts';
import { followRequest } from '../src/runner/requests/follow.ts';
import { numberOfText, textOfNumber } from '../src/runner/requests/numbers.ts';
import { ASKS, totalsOf, vainSecondsOf, type Waterfall, type WaterfallRow, waterfallOf } from '../src/runner/requests/waterfall.ts';
import { CommandError } from './commandLine.ts';
import { ms, percent, table } from './summaryTable.ts';

/** Characters of a bar. */
const barWidth = 48;
/** One for each word of `spentOn`. */
const letters = 'qpcl#drsz!~-xkbo?';

const isWanted: Readonly<Record<string, (row: Float64Array) => boolean>> = {
  slowest: () => true,
  failed: (row) => row[NOTABLE.outcome] > 0,
  retried: (row) => row[NOTABLE.attempts] > 0,
};

/** The text that the command prints. */
export function followText(design: Design, plan: Plan, wanted: string): string {
  const [request, bornAt] = Object.hasOwn(isWanted, wanted) ? findRequest(plan, wanted) : [numberOfText(wanted), 0];
  if (request === null) throw new CommandError(`--follow takes a request's number, or one of ${Object.keys(isWanted).join(', ')}.`);
  const story = followRequest({ plan, snapshot: null }, behaviorList, request, bornAt);
  if (!story) throw new CommandError(`No request ${wanted} begins in this run.`);
  return storyText(design, plan, story);
}

/** Number and moment of the slowest request that is asked for. */
function findRequest(plan: Plan, wanted: string): [number, number] {
  const run = createRun(plan, behaviorList);
  let best: Float64Array | null = null;
  while (!run.finished()) {
    run.advance(Math.min(plan.seconds, run.now() + plan.frameSeconds), Number.MAX_SAFE_INTEGER);
    run.takeFrames();
    const rows = run.takeNotable();
    for (let at = 0; at < rows.length; at += NOTABLE.size) {
      const row = rows.subarray(at, at + NOTABLE.size);
      if (isWanted[wanted](row) && (best === null || row[NOTABLE.seconds] > best[NOTABLE.seconds])) best = row;
    }
  }
  if (best === null) throw new CommandError(`This run has no ${wanted} request.`);
  return [best[NOTABLE.request], best[NOTABLE.bornAt]];
}

export function storyText(design: Design, plan: Plan, story: Story): string {
  let firstSlot = 0;
  const names = plan.nodes.map(({ id, slots }) => {
    const label = design.nodes.find((node) => node.id === id)?.label ?? id;
    const first = firstSlot;
    firstSlot += slots;
    return (slot: number) => (slot < 0 || slots === 1 ? label : `${label} #${slot - first + 1}`);
  });
  const fall = waterfallOf(story, plan.seconds);
  const isOver = story.outcome >= 0;
  const took = isOver ? story.endAt - story.bornAt : null;
  const head: string[][] = [
    ['request', textOfNumber(story.request)],
    ['class', requestClasses[story.cls] ?? 'job'],
    ['meant at', `${story.bornAt.toFixed(6)} s`],
    ['took', isOver ? ms(took) : 'not over at the end of the run'],
    ['outcome', isOver ? outcomes[story.outcome] + (story.isStale ? ', stale' : '') : '–'],
  ];
  const vain = isOver ? vainSecondsOf(story) : 0;
  if (vain > 0) head.push(['worked on after its user had gone', ms(vain)]);
  const rows = [
    [
      'call',
      `0 ${'·'.repeat(barWidth - 2 - ms(fall.to - fall.from).length)} ${ms(fall.to - fall.from)}`,
      'time',
      'what it waited for and met',
    ],
    ...fall.rows.map((row) => [
      '  '.repeat(row.depth) + nameOf(row.span, names),
      barOf(row, fall),
      ms(row.to - row.from),
      detailsOf(row).join(', '),
    ]),
  ];
  const totals = totalsOf(fall.path).map(({ on, seconds }) => [
    `${letters[on]} ${spentOn[on]}`,
    ms(seconds),
    percent(took ? seconds / took : null),
  ]);
  const sums = totals.length > 0 ? `\n\n${table([['on its way', 'time', 'share'], ...totals])}` : '';
  return `${table(head)}\n\n${columns(rows)}${sums}\n`;
}

function nameOf(span: Span, names: readonly ((slot: number) => string)[]): string {
  const attempt = span.isCopy ? ' (copy)' : span.attempt > 0 ? ` (try ${span.attempt + 1})` : '';
  return `${span.link < 0 ? 'own work of ' : ''}${names[span.node](span.slot)}${attempt}`;
}

function barOf({ segments }: WaterfallRow, { from, to }: Waterfall): string {
  const cells = Array.from({ length: barWidth }, () => ' ');
  const at = (moment: number) => Math.min(barWidth - 1, Math.floor(((moment - from) / (to - from)) * barWidth));
  for (const segment of segments) cells.fill(segment.on === ASKS ? '.' : letters[segment.on], at(segment.from), at(segment.to) + 1);
  return cells.join('');
}

function detailsOf({ span, segments, isAfter }: WaterfallRow): string[] {
  const sums = new Map<number, number>();
  for (const { on, from, to } of segments) if (on !== ASKS) sums.set(on, (sums.get(on) ?? 0) + to - from);
  return [
    ...[...sums].map(([on, seconds]) => `${spentOn[on]} ${ms(seconds)}`),
    ...span.met.map(({ what, value }) =>
      what === MET.ahead ? `${value} ahead` : metWords[what] + (value > 0 ? ` ${Number(value.toPrecision(3))}` : ''),
    ),
    ...(span.isStale ? ['stale'] : []),
    ...(span.outcome > 0 ? [outcomes[span.outcome]] : []),
    ...(span.outcome === -2 ? ['another copy was faster'] : []),
    ...(isAfter && !span.isAwaited ? ['nobody waits for it'] : []),
  ];
}

/** As `table`, with words to the left in all columns but the third. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(([name, bar, time, details]) =>
      `${name.padEnd(widths[0])}  ${bar.padEnd(widths[1])}  ${time.padStart(widths[2])}  ${details}`.trimEnd(),
    )
    .join('\n');
}
