/** A design and what a run of it measured, as a Markdown page for a repository or a wiki: every number with its seconds and its seed. Pure. */

import type { Design } from '../../design/design.ts';
import { instancesOf } from '../../design/instances.ts';
import type { Cost } from '../../runner/cost.ts';
import type { Summary } from '../../runner/summary.ts';
import {
  type DurationWords,
  formatClock,
  formatCount,
  formatDuration,
  formatNumber,
  formatRate,
  formatShare,
  nothing,
} from '../../ui/format.ts';
import type { NoteWords } from './noteWords.ts';

export interface NoteOf {
  design: Design;
  kindNames: Readonly<Record<string, string>>;
  /** Null before anything was measured. */
  summary: Summary | null;
  cost: Cost;
  /** Requirements and whether they were met, already in words. */
  requirements: readonly { name: string; wanted: string; measured: string; isMet: boolean | null }[];
  /** What happened, in the order of time. */
  events: readonly { at: number; text: string }[];
  fingerprint: string;
  link: string;
  duration: DurationWords;
}

/** Text as it may stand in a line of Markdown: nothing in it can become a heading, a link, a table or HTML. */
export const plain = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()<>#|~!&$]/g, '\\$&');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

export function designNote(of: NoteOf, words: NoteWords, untitled: string): string {
  const { design, summary, cost } = of;
  const labelOf = (id: string): string => plain(design.nodes.find((node) => node.id === id)?.label ?? id);
  const lines = [`# ${plain(design.title || untitled)}`, '', words.what(design.nodes.length, design.links.length), ''];
  lines.push(`## ${words.parts}`, '');
  lines.push(
    ...table(
      [words.part, words.kind, words.instances, words.calls],
      design.nodes.map((node) => [
        plain(node.label),
        plain(of.kindNames[node.kind] ?? node.kind),
        formatCount(instancesOf(node)),
        design.links
          .filter(({ from }) => from === node.id)
          .map(({ to }) => labelOf(to))
          .join(', ') || nothing,
      ]),
    ),
    '',
  );
  if (of.requirements.length > 0) {
    const verdict = (isMet: boolean | null): string => (isMet === null ? words.unmeasured : isMet ? words.met : words.missed);
    lines.push(`## ${words.requirements}`, '');
    lines.push(
      ...table(
        [words.requirement, words.wanted, words.measured, words.verdict],
        of.requirements.map(({ name, wanted, measured, isMet }) => [plain(name), plain(wanted), plain(measured), verdict(isMet)]),
      ),
      '',
    );
  }
  lines.push(`## ${words.evidence}`, '');
  if (summary) {
    const seconds = (value: number | null): string => (value === null ? nothing : formatDuration(value, of.duration));
    const { start, end } = summary.window;
    lines.push(
      words.measuredFrom(formatClock(start), formatClock(end), plain(design.seed)),
      '',
      ...table(
        [words.number, words.value],
        [
          [words.offered, formatRate(summary.ratesPerSecond.offered)],
          [words.failed, summary.all.offered > 0 ? formatShare(summary.all.failed / summary.all.offered) : nothing],
          [words.availability, summary.all.availability === null ? nothing : formatShare(summary.all.availability)],
          ['p50', seconds(summary.all.latency.p50)],
          ['p95', seconds(summary.all.latency.p95)],
          ['p99', seconds(summary.all.latency.p99)],
        ],
      ),
      '',
    );
  } else lines.push(words.notRun, '');
  if (of.events.length > 0)
    lines.push(`## ${words.story}`, '', ...of.events.map(({ at, text }) => `- ${formatClock(at)} ${plain(text)}`), '');
  lines.push(`## ${words.cost}`, '', words.perMonth(formatNumber(cost.usdPerMonth), cost.isMeasured), '');
  lines.push(`## ${words.again}`, '', words.openIt, '', `<${of.link}>`, '');
  if (of.fingerprint) lines.push(words.fingerprint(of.fingerprint), '');
  return lines.join('\n');
}
