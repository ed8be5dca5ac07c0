import { expect, it } from 'vitest';
import { readTickets, type Ticket, writeTicket } from './ticket.ts';

const mina: Ticket = { name: '김미나', lesson: 'balancer', right: 2, count: 3, link: 'https://host.example/#a1.x.1.z' };

it('is one line of a name, the lesson, what was right, a code and the link, and comes back whole', () => {
  expect(writeTicket(mina)).toMatch(/^김미나 \| balancer \| 2\/3 \| [0-9A-Z]{7} \| https:\/\/host\.example\/#a1\.x\.1\.z$/);
  expect(readTickets(writeTicket(mina))).toEqual([{ ...mina, isWhole: true }]);
});

it('is found among other words, line by line, and each stands for itself', () => {
  const ben = { ...mina, name: 'Ben | 3/3\u202e <b>', right: 0 };
  const pasted = `Tickets of today:\r\n> ${writeTicket(mina)}\r\n\r\n${writeTicket(ben)}\nthank you | all | 3/3`;
  expect(readTickets(pasted).map(({ name, right, isWhole }) => [name, right, isWhole])).toEqual([
    ['김미나', 2, true],
    ['Ben 3/3 <b>', 0, true],
  ]);
});

it.each([
  ['the number of right answers', (text: string) => text.replace('2/3', '3/3')],
  ['the name', (text: string) => text.replace('김미나', '박지호')],
  ['the lesson', (text: string) => text.replace('balancer', 'cache')],
  ['the design', (text: string) => text.replace('#a1.x', '#a1.y')],
])('says so when somebody changed %s', (_, change) => {
  expect(readTickets(change(writeTicket(mina)))).toMatchObject([{ isWhole: false }]);
});

it('reads no more than a school, and nothing of rubbish', () => {
  expect(readTickets(`${writeTicket(mina)}\n`.repeat(600))).toHaveLength(500);
  expect(readTickets('| | 1/2 | ABCDEFG | x\nA | B | 1/2 | abcdefg | x\n')).toEqual([]);
});
