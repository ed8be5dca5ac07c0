/** Plays the seeds of a sheet's rows on a crew, or of one part of them, and hands on each fact as it is known. */

import type { GradeCrew } from '../../src/prompts/gradeJob.ts';
import { printOf } from '../../src/prompts/lookAlikes.ts';
import { promptNamed } from './collect.ts';
import { type Fact, isMine, type Shard } from './parts.ts';
import { readHandIn, type Sheet } from './sheet.ts';

/** Seeds under way or waiting for a worker, for each worker: the sheet is read no farther ahead. */
const aheadPerWorker = 3;

export interface SheetAsked {
  sheet: Sheet;
  /** Of rows that name none. */
  prompt: string | null;
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
    const { line, name, source } = handIn;
    const prompt = handIn.prompt ?? asked.prompt;
    const task = prompt === null ? null : promptNamed(prompt);
    const read = await readHandIn(source, sheet.folder);
    const problem = 'problem' in read ? read.problem : task === null ? (prompt === null ? 'no prompt' : `no prompt "${prompt}"`) : null;
    const print = 'design' in read ? printOf(read.design) : null;
    if (isMine(shard, index, 1, seeds)) await hand({ row: { line, name, source, prompt, print, problem } });
    if ('design' in read && task !== null) {
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
