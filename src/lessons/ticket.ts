/** The exit ticket of a lesson: one line that a learner hands in by chat or mail, and that the teacher's page reads again. Pure. */

import { crc32 } from '../design/crc32.ts';
import { cleanText } from '../design/text.ts';

export interface Ticket {
  /** As its learner typed it. */
  name: string;
  lesson: string;
  /** Questions answered right, of how many. */
  right: number;
  count: number;
  /** The design as the lesson left it. */
  link: string;
}

/** `isWhole`: the check code fits all the rest, so nothing was changed on the way. */
export type FoundTicket = Ticket & { isWhole: boolean };

const longestName = 60;
/** A school's worth; more is not read. */
const mostTickets = 500;

const nameOf = (typed: string): string => cleanText(typed.replace(/[|\s]+/g, ' '), longestName).trim();

/** Seven letters and digits over everything else. Whoever reads this file can make one: it finds slips and small lies. */
const codeOf = ({ name, lesson, right, count, link }: Ticket): string =>
  crc32(new TextEncoder().encode(`ticket|${name}|${lesson}|${right}|${count}|${link}`))
    .toString(36)
    .toUpperCase()
    .padStart(7, '0');

export function writeTicket(ticket: Ticket): string {
  const clean = { ...ticket, name: nameOf(ticket.name) };
  const { name, lesson, right, count, link } = clean;
  return `${name} | ${lesson} | ${right}/${count} | ${codeOf(clean)} | ${link}`;
}

/** A mail that was answered puts signs before it. */
const line = /^[>\s]*([^|]{1,80}?) \| ([a-z0-9-]{1,40}) \| (\d{1,3})\/(\d{1,3}) \| ([0-9A-Z]{7}) \| (\S{1,32000})/;

/** Everything in a pasted text that is a ticket, in its order; the rest of the text is passed over. */
export function readTickets(text: string): FoundTicket[] {
  const found: FoundTicket[] = [];
  for (const each of text.slice(0, 4_000_000).split(/\r?\n/)) {
    const [, typed, lesson, right, count, code, link] = line.exec(each) ?? [];
    if (typed === undefined || found.length === mostTickets) continue;
    const ticket = { name: nameOf(typed), lesson, right: Number(right), count: Number(count), link };
    found.push({ ...ticket, isWhole: codeOf(ticket) === code });
  }
  return found;
}
