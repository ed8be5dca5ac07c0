import type { AdviceTexts } from '../advice.ts';
import type { SearchIndexAdvice } from './advice.ts';

export const searchIndexAdviceEn: AdviceTexts<SearchIndexAdvice> = {
  'deadline-short': (p) =>
    `${p.part}: it waits ${p.deadlineMs} for its shards, of which each works ${p.workMs} on average: nearly every answer has gaps. Wait longer, or give queries less to do.`,
  'copies-homeless': (p) =>
    `${p.part}: ${p.copies} copies of each shard on ${p.instances} nodes. Two copies on one node die together, so some are not there at all. Add nodes, or take copies away.`,
};
