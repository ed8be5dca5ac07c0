/**
 * A report as it is handed on: what was asked for, drawn, estimated and measured, and how the design was built. Whoever opens it plays it again:
 * nothing in it is believed. Read from links and files that anybody may have written. Pure.
 */

import type { Design } from '../design/design.ts';
import { deepest, depthOf, linkLimits, longestFile, parseDesign } from '../design/parse.ts';
import { engineMajor } from '../engine/version.ts';
import { mostBookmarks } from './bookmarks.ts';
import type { BuildStep } from './buildHistory.ts';
import { anything, type Checked, count, finite, listOf, mapOf, oneOf, orElse, orNull, record, text } from './checks.ts';
import { rubricEdition } from './edition.ts';
import { deckIds } from './faultDeck.ts';
import { modes, paces, phaseIds } from './interview.ts';
import { markSorts } from './interviewClock.ts';
import type { Grade } from './merge.ts';
import { type Prompt, promptIds } from './prompt.ts';

/** Raised with a named migration beside it when the shape changes. */
export const reportVersion = 1;
export const reportApp = 'faultline-report';

const id = text(60);
const maybe = orNull(finite);

const shape = record({
  app: oneOf([reportApp]),
  version: oneOf([reportVersion]),
  engine: count,
  /** Of the rubrics; reports from before they were counted are of the first. */
  edition: orElse(count, 1),
  prompt: oneOf(promptIds),
  mode: oneOf(modes),
  pace: oneOf(paces),
  elapsed: count,
  away: count,
  marks: listOf(record({ at: count, what: oneOf(markSorts), seconds: count }), 500),
  /** What each phase took, and was meant to take; null of a report from before phases were measured. */
  phases: orElse(orNull(listOf(record({ phase: oneOf(phaseIds), seconds: count, budget: orNull(count) }), phaseIds.length)), null),
  bookmarks: orElse(listOf(count, mostBookmarks), []),
  asked: listOf(id, 60),
  estimates: mapOf(finite, 60),
  commitment: text(64, /^[0-9a-f]*$/),
  score: finite,
  seed: count,
  lines: listOf(record({ id, value: maybe, overall: maybe, earned: finite, at: maybe }), 60),
  seeds: listOf(record({ score: finite, framesHash: orNull(id), endedAt: maybe }), 25),
  fatal: listOf(id, 30),
  missing: listOf(id, 30),
  drill: orNull(
    record({ fault: oneOf(deckIds), at: count, struckAt: orNull(count), namedAt: orNull(count), wellAt: orNull(count), wrong: count }),
  ),
  struck: listOf(record({ at: count, code: id, fault: oneOf(deckIds) }), 60),
  build: record({ digest: id, count, steps: orNull(listOf(record({ at: count, label: id, change: mapOf(anything, 5000) }), 2000)) }),
});

type Shape = Checked<typeof shape>;
export type ReportRecord = Omit<Shape, 'build'> & {
  build: { digest: string; count: number; steps: readonly BuildStep[] | null };
  design: Design;
};
/** All but the design, which a link carries in its own way. */
export type ReportPaper = Omit<ReportRecord, 'design'>;

export type ReportProblem = 'not-json' | 'not-a-report' | 'newer-version' | 'no-design';
export type ReadPaper = { ok: true; paper: ReportPaper } | { ok: false; problem: ReportProblem };
export type ReadReport = { ok: true; record: ReportRecord } | { ok: false; problem: ReportProblem };

/** What of a grade is written down. */
export const gradeOnPaper = ({
  score,
  seed,
  lines,
  seeds,
  fatal,
  missing,
}: Grade): Pick<ReportPaper, 'score' | 'seed' | 'lines' | 'seeds' | 'fatal' | 'missing'> => ({
  score,
  seed,
  lines: lines.map(({ id, value, overall, earned, at }) => ({ id, value, overall, earned, at })),
  seeds: seeds.map(({ score, framesHash, endedAt }) => ({ score, framesHash, endedAt })),
  fatal: [...fatal],
  missing: [...missing],
});

/** The grade as it is told on paper, for reading; which runs it comes from only another grading can say. */
export function gradeFromPaper(prompt: Pick<Prompt, 'rubric'>, paper: ReportPaper): Grade {
  const told = new Map(paper.lines.map((line) => [line.id, line]));
  return {
    score: paper.score,
    seed: paper.seed,
    lines: prompt.rubric.map(({ id, group, points }) => {
      const { value = null, overall = null, earned = 0, at = null } = told.get(id) ?? {};
      return { id, group, points, value, overall, earned, at };
    }),
    fatal: paper.fatal,
    missing: paper.missing,
    cannotRun: paper.seeds.every(({ framesHash }) => framesHash === null),
    scenario: [],
    seeds: paper.seeds.map((each, i) => ({ seed: i + 1, ...each })),
  };
}

/** @param given data that may hold anything; what is not known is left out */
export function parsePaper(given: unknown): ReadPaper {
  const isOurs = typeof given === 'object' && given !== null && (given as { app?: unknown }).app === reportApp;
  const version = isOurs ? (given as { version?: unknown }).version : null;
  if (typeof version === 'number' && version > reportVersion) return { ok: false, problem: 'newer-version' };
  try {
    return { ok: true, paper: shape(given) as ReportPaper };
  } catch {
    return { ok: false, problem: 'not-a-report' };
  }
}

/** The paper of a link. Never throws. */
export function readPaper(written: string): ReadPaper {
  if (written.length > longestFile || depthOf(written) > deepest) return { ok: false, problem: 'not-a-report' };
  try {
    return parsePaper(JSON.parse(written));
  } catch {
    return { ok: false, problem: 'not-json' };
  }
}

/** The text of a file: design and all. */
export const reportFile = (record: ReportRecord): string => `${JSON.stringify(record)}\n`;

/** Reads the text of a file. Never throws. */
export function readReportFile(written: string): ReadReport {
  const plain = written.replace(/^\ufeff/, '');
  const read = readPaper(plain);
  if (!read.ok) return read;
  const parsed = parseDesign((JSON.parse(plain) as { design?: unknown }).design, linkLimits);
  return parsed.ok ? { ok: true, record: { ...read.paper, design: parsed.design } } : { ok: false, problem: 'no-design' };
}

/** Whether another engine made it: its numbers may differ from ours without anybody having forged them. */
export const isOfOtherEngine = ({ engine }: Pick<ReportPaper, 'engine'>): boolean => engine !== engineMajor;

/** Whether it was graded by other rubrics than ours: so may its lines and its score. */
export const isOfOtherEdition = ({ edition }: Pick<ReportPaper, 'edition'>): boolean => edition !== rubricEdition;
