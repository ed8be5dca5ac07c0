/** What a score is made of, as its explanation names it. Pure. */

import type { Grade } from '../../prompts/merge.ts';
import { fatalCap } from '../../prompts/seedGrade.ts';
import { given } from '../../ui/given.ts';

export type Scored = Pick<Grade, 'lines' | 'seeds'> & Partial<Pick<Grade, 'fatal'>>;
export type LineGroup = Grade['lines'][number]['group'];

/**
 * Points that were earned, of how many, over how many seeds; and what something fatal leaves of them at most.
 * @param group only of the lines of this kind, to which no cap applies
 */
export function scoreInputs({ lines, seeds, fatal = [] }: Scored, group?: LineGroup): string {
  const counted = lines.filter((line) => group === undefined || line.group === group);
  return given({
    earned: counted.reduce((sum, { earned }) => sum + earned, 0),
    points: counted.reduce((sum, { points }) => sum + points, 0),
    worlds: seeds.length,
    cap: group === undefined && fatal.length > 0 ? fatalCap : null,
  });
}
