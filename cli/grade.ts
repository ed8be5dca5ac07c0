/**
 * `grade <hand-ins.csv | -> [--prompt url-shortener] [--seeds 5] [--csv marks.csv] [--json]`
 * `grade <hand-ins.csv> --shard 2/8 > part-2.jsonl` on each of eight machines, then `grade --merge part-*.jsonl [--csv marks.csv]`
 * `grade <hand-ins.csv> --assignment <key>` marks hand-ins of a teacher's assignment; the key is its link or its file.
 * `grade --references` plays the reference designs of every prompt on all seeds.
 * What the page's marking page does, without a page: the same code, and so the same marks.
 */

import { writeFileSync } from 'node:fs';
import { engineMajor } from '../src/engine/version.ts';
import { type OpenKey, openKey } from '../src/prompts/assignmentKey.ts';
import { type GradeCrew, playGradeJob } from '../src/prompts/gradeJob.ts';
import { type Mark, marksCsv } from '../src/prompts/marks.ts';
import { readyPrompts } from '../src/prompts/registry.ts';
import { usualSeeds } from '../src/prompts/seedGrade.ts';
import { CommandError, type CommandLine, readCommandLine, runCommand, wholeSwitch } from './commandLine.ts';
import { crewOfOne } from './crew.ts';
import { createCollector, promptNamed } from './grade/collect.ts';
import { marksText } from './grade/markTable.ts';
import { type PartLine, readGrading } from './grade/parts.ts';
import { playSheet } from './grade/playSheet.ts';
import { referencesText } from './grade/referencesText.ts';
import { openSheet } from './grade/sheet.ts';
import { isHiredAs, nodeCrew, serveNodeCrew } from './nodeCrew.ts';
import { readShard } from './parts.ts';
import { readDesign } from './readDesign.ts';

const usage =
  'Usage: npm run -s grade -- <hand-ins.csv | -> [--prompt id | --assignment key] [--seeds 5] [--workers k] [--csv marks.csv] [--json] [--shard i/n]\n' +
  '       npm run -s grade -- --merge <part…> [--assignment key] [--csv marks.csv] [--json]\n' +
  '       npm run -s grade -- --references [--prompt id] [--seeds 5]';

const role = 'grade';
/** A worker speaks after every hundred thousand events; who says nothing for so long is dead, however busy the machine is. */
const silentSeconds = 300;

/**
 * The text that the command prints in the end.
 * @param bundle this command as a file that can be a worker, or null to play in this thread
 * @param write prints what is known before
 */
export async function grade(args: readonly string[], bundle: URL | null, write: (text: string) => void): Promise<string> {
  const line = readCommandLine(args, {
    prompt: 'value',
    assignment: 'value',
    seeds: 'value',
    workers: 'value',
    csv: 'value',
    json: 'flag',
    shard: 'value',
    merge: 'flag',
    references: 'flag',
  });
  const { switches, words } = line;
  const seeds = wholeSwitch(line, 'seeds', 1, 25) ?? usualSeeds;
  const prompt = switches.prompt ?? null;
  if (prompt !== null && promptNamed(prompt) === null)
    throw new CommandError(`There is no prompt "${prompt}". There is: ${readyPrompts.join(', ')}.`);
  if (prompt !== null && switches.assignment !== undefined) throw new CommandError('--prompt and --assignment are two tasks: name one.');
  const assigned = switches.assignment === undefined ? null : await keyOf(switches.assignment);
  if (switches.merge) return merged(line, assigned);
  const workers = wholeSwitch(line, 'workers', 1, 64) ?? undefined;
  const crew: GradeCrew = bundle === null ? crewOfOne(playGradeJob) : nodeCrew(bundle, role, workers, silentSeconds);
  try {
    if (switches.references)
      return await referencesText(crew, seeds, prompt === null ? readyPrompts : readyPrompts.filter((id) => id === prompt));
    if (words.length !== 1) throw new CommandError(usage);
    const asked = { sheet: openSheet(words[0]), prompt, assigned, seeds, crew };
    if (switches.shard !== undefined) {
      await writePart({ ...asked, shard: readShard(switches.shard) }, write);
      return '';
    }
    const collector = createCollector(seeds, assigned?.task);
    await playSheet({ ...asked, shard: { part: 1, of: 1 } }, collector.take);
    return told(collector.marks(), seeds, line, assigned);
  } finally {
    crew.cancelAll();
  }
}

/** One part as lines of JSON, each written as soon as it is known. */
async function writePart(asked: Parameters<typeof playSheet>[0], write: (text: string) => void): Promise<void> {
  const { seeds, prompt, assigned, shard, sheet } = asked;
  let facts = 0;
  const put = (line: PartLine) => write(`${JSON.stringify(line)}\n`);
  put({ begin: { ...shard, seeds, engine: engineMajor, prompt, assignment: assigned?.hash ?? null } });
  await playSheet(asked, async (fact) => {
    put(fact);
    facts++;
  });
  put({ end: { sheet: sheet.mark(), facts } });
}

async function merged(line: CommandLine, assigned: OpenKey | null): Promise<string> {
  if (line.words.length === 0) throw new CommandError(usage);
  for (const name of ['seeds', 'prompt', 'shard', 'workers'] as const)
    if (line.switches[name] !== undefined) throw new CommandError(`--${name} was said when the parts were played.`);
  let seeds = usualSeeds;
  let collector = createCollector(seeds);
  await readGrading(
    line.words,
    (begin) => {
      const { assignment = null } = begin;
      if (assignment !== null && assigned === null)
        throw new CommandError('These parts are of an assignment: give its key with --assignment.');
      if (assignment !== (assigned?.hash ?? null))
        throw new CommandError('These parts are of prompts or of another assignment than this key.');
      seeds = begin.seeds;
      collector = createCollector(seeds, assigned?.task);
    },
    (fact) => collector.take(fact),
  );
  return told(collector.marks(), seeds, line, assigned);
}

/** The key of an assignment, from its link or its file. */
async function keyOf(source: string): Promise<OpenKey> {
  const key = await openKey((await readDesign(source)).design);
  if (!('problem' in key)) return key;
  const why = { 'no-key': 'it opens a design, but no key of an assignment', damaged: 'what is hidden in it cannot be read', 'no-hash': '' };
  throw new CommandError(`"${source.slice(0, 60)}" is no key: ${why[key.problem]}.`);
}

/** What is printed; the table for gradebooks goes into its file. */
function told(marks: readonly Mark[], seeds: number, { switches }: CommandLine, assigned: OpenKey | null): string {
  if (marks.length === 0) throw new CommandError('There is no hand-in in it.');
  if (switches.csv !== undefined) writeFileSync(switches.csv, `\ufeff${marksCsv(marks)}`);
  if (switches.json) return `${JSON.stringify({ seeds, marks: marks.map(({ print: _, ...mark }) => mark) }, null, 2)}\n`;
  const promise =
    assigned === null || assigned.isKept === null
      ? ''
      : assigned.isKept
        ? `assignment  ${assigned.assignment.id}; what was hidden is what was promised\n`
        : `assignment  ${assigned.assignment.id}; what is hidden in this key is NOT what was promised\n`;
  return `${promise}${marksText(marks, seeds)}`;
}

if (isHiredAs(role)) serveNodeCrew(playGradeJob);
else if (process.argv[1] && /[\\/]grade[^\\/]*$/.test(process.argv[1]))
  await runCommand((args) => grade(args, new URL(import.meta.url), (text) => process.stdout.write(text)));
