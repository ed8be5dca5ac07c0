/** Plays the seeds of a sheet's rows on a crew, or of one part of them, and hands on each fact as it is known. */

import type { OpenKey } from '../../src/prompts/assignmentKey.ts';
import { breachesOf } from '../../src/prompts/assignmentRules.ts';
import type { Task } from '../../src/prompts/calmDesign.ts';
import type { GradeCrew } from '../../src/prompts/gradeJob.ts';
import { handedInOf } from '../../src/prompts/handedIn.ts';
import type { HandIn } from '../../src/prompts/handIns.ts';
import { printOf } from '../../src/prompts/lookAlikes.ts';
import type { Shard } from '../parts.ts';
import { promptNamed } from './collect.ts';
import { type Fact, isMine, type SheetRow } from './parts.ts';
import { type ReadHandIn, readHandIn, type Sheet } from './sheet.ts';

/** Seeds under way or waiting for a worker, for each worker: the sheet is read no farther ahead. */
const aheadPerWorker = 3;

export interface SheetAsked {
  sheet: Sheet;
  /** Of rows that name none. */
  prompt: string | null;
  /** What all rows are of, whatever their prompt says; null: each of its prompt. */
  assigned: OpenKey | null;
  seeds: number;
  shard: Shard;
  crew: GradeCrew;
}

/** @param take is never called twice at once; @returns how many rows there were */
export async function playSheet(asked: SheetAsked, take: (fact: Fact) => Promise<void>): Promise<number> {
  const { sheet, seeds, shard, crew } = asked;
  let taking: Promise<void> = Promise.resolve();
  const hand = (fact: Fact) => {
    taking = taking.then(() => take(fact));
    return taking;
  };
  const waiting = new Set<Promise<void>>();
  let index = 0;
  for await (const handIn of sheet.rows) {
    const prompt = asked.assigned ? asked.assigned.assignment.id : (handIn.prompt ?? asked.prompt);
    const task: Promise<Task> | Task | null = asked.assigned?.task ?? (prompt === null ? null : promptNamed(prompt));
    const read = await readHandIn(handIn.source, sheet.folder);
    const row = await rowOf({ ...handIn, prompt }, read, task !== null, asked.assigned);
    const { line } = row;
    if (isMine(shard, index, 1, seeds)) await hand({ row });
    if ('design' in read && task !== null && row.problem === null) {
      for (let seed = 1; seed <= seeds; seed++) {
        if (!isMine(shard, index, seed, seeds)) continue;
        while (waiting.size >= aheadPerWorker * crew.size) await Promise.race(waiting);
        const job = { task: await task, design: read.design, seed };
        const one: Promise<void> = crew
          .add(job)
          .ended.then((end) =>
            hand({
              unit: { line, seed, grade: end.end === 'done' ? end.result : null, ...(end.end === 'failed' ? { failed: end.reason } : {}) },
            }),
          )
          .then(() => void waiting.delete(one));
        waiting.add(one);
      }
    }
    index++;
  }
  await Promise.all(waiting);
  await taking;
  return index;
}

async function rowOf(handIn: HandIn, read: ReadHandIn, isAsked: boolean, assigned: OpenKey | null): Promise<SheetRow> {
  const { line, name, source, prompt } = handIn;
  const row: SheetRow = { line, name, source, prompt, print: null, problem: null };
  if ('problem' in read) return { ...row, problem: read.problem };
  if (!assigned)
    return { ...row, print: printOf(read.design), problem: isAsked ? null : prompt === null ? 'no prompt' : `no prompt "${prompt}"` };
  const said = await handedInOf(assigned, read.design);
  return {
    ...row,
    name: name || [said.name, said.number].filter(Boolean).join(' '),
    print: printOf(read.design, assigned.start),
    problem: said.saysFor === 'other' ? 'handed in for another assignment' : null,
    breaches: breachesOf(assigned.assignment, assigned.start, read.design),
    isUnsigned: said.saysFor === 'nothing',
  };
}
