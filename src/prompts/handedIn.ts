/** What a design that came back says of itself. Anybody can say anything; marking plays it all the same. */

import { readCarried } from '../design/assignment.ts';
import type { Design } from '../design/design.ts';
import type { OpenKey } from './assignmentKey.ts';
import { sha256 } from './sha256.ts';

export interface HandedIn {
  /** As the link says; '' where it does not. */
  name: string;
  number: string;
  /** Whether the link says that it was handed in for this assignment, for another one, or nothing. */
  saysFor: 'this' | 'other' | 'nothing';
}

/** Reads it off the design; never throws. */
export async function handedInOf({ hash }: Pick<OpenKey, 'hash'>, design: Design): Promise<HandedIn> {
  const carried = readCarried(design.assignment);
  if (carried?.sort === 'hand-in') {
    const { assignment, name, number } = carried;
    return { name, number, saysFor: assignment === hash ? 'this' : 'other' };
  }
  const said = carried ? await sha256(carried.taskText) : null;
  return { name: '', number: '', saysFor: said === null ? 'nothing' : said === hash ? 'this' : 'other' };
}
