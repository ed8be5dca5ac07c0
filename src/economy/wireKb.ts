/** KB of a call and of its good answer, by what is asked: what travels between zones and regions is billed by it (domain 3.3 and 3.5). */

import type { RequestClass } from '../engine/plan.ts';
import { answerKb } from './priceBook.ts';

/** A row of a database, a message, and a call or an answer that says hardly more than yes. */
const rowKb = 1;
const wordKb = 0.1;
/** Of a photo that is uploaded; of one that is looked at, as it is kept; of a session. */
const uploadKb = 1000;
const fileKb = 300;
const sessionKb = 10;

const requestKb: Readonly<Record<RequestClass, number>> = {
  static: 0.5,
  read: 1,
  write: 2,
  feed: 1,
  login: 1,
  search: 1,
  upload: uploadKb,
};

export interface Kb {
  call: number;
  answer: number;
}

/** @param role what the callee is to its callers (`schema/spec.ts`); unknown ones take a word each way */
export function wireKb(role: string, cls: RequestClass): Kb {
  const changes = cls === 'write' || cls === 'upload';
  switch (role) {
    case 'server':
    case 'edge':
      return { call: requestKb[cls], answer: answerKb[cls] };
    case 'store':
    case 'cache':
      return changes ? { call: rowKb, answer: wordKb } : { call: wordKb, answer: cls === 'feed' ? answerKb.feed : rowKb };
    case 'sessions':
      return { call: wordKb, answer: sessionKb };
    case 'queue':
    case 'consumer':
      return { call: rowKb, answer: wordKb };
    case 'files':
      return changes ? { call: fileKb, answer: wordKb } : { call: wordKb, answer: cls === 'static' ? answerKb.static : fileKb };
    case 'index':
      return { call: wordKb, answer: answerKb.search };
    default:
      return { call: wordKb, answer: wordKb };
  }
}
