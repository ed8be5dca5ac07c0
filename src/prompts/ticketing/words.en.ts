import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const ticketingEn: PromptWords = {
  title: 'Ticketing',
  text: 'Design the sale of tickets for a stadium: 50,000 numbered seats, and 500,000 people at the opening. Whoever chooses a seat holds it for ten minutes. No seat may ever be booked twice; whoever comes first to a seat gets it; and the office must stay open, also if four times as many come as were expected. The design is one of fifty equal cells: it gets a fiftieth of the people and of the seats, and has a fiftieth of the budget.',
  facts: {
    seats: 'Seats',
    fans: 'People at the opening',
    openingSeconds: 'Time within which they come',
    requestsEach: 'Requests of one person in that time',
    holdShare: 'Share of requests that hold a seat',
    surpriseFactor: 'How many times as many came once, unexpected',
    holdMinutes: 'How long a seat is held',
    calmRate: 'Requests a second before the opening',
  },
  clarifications: {
    crowd: {
      question: 'How fast do they come?',
      answer: 'Within a minute, 1.2 requests each. Before that there are 1,000 requests a second.',
    },
    holds: {
      question: 'How many of the requests want a seat, and for how long?',
      answer: 'One in five; the others look at the map. A hold lasts ten minutes.',
    },
    more: { question: 'Can there be more?', answer: 'Once there were four times as many as ever before, without warning.' },
    twice: { question: 'What must never happen?', answer: 'A seat that two people have booked. Rather turn people away.' },
  },
  estimates: {
    openingRate: { label: 'Requests a second at the opening', how: '500,000 × 1.2 / 60 s = 10,000 a second' },
    calmRate: { label: 'Requests a second before it', how: 'as told = 1,000 a second' },
    holdRate: { label: 'Holds a second at the opening', how: '10,000 × 0.2 = 2,000 a second' },
    worst: { label: 'Requests a second in the surprise', how: '10,000 × 4 = 40,000 a second' },
    soldOut: { label: 'Seconds until every seat is held', how: '50,000 / 2,000 = 25 s' },
    writeShare: { label: 'Share of requests that write', how: 'one in five = 20 %' },
  },
  chaos: {
    opening: 'The sale opens: ten times as many people, for 60 s',
    seats: 'With the opening every seat can be held once',
    primary: 'In the middle of it the primary of the busiest database dies',
    surprise: 'Four times as many as at the opening come, for 30 s',
    poison: 'Two messages come that break whoever works on them',
  },
  rubric: {
    ...linesEn,
    'waiting-room': 'A hold becomes a message in a line',
    'p99-hold': '99 % of holds are answered within 1 s',
    'p99-map': '99 % of looks at the map within 300 ms',
    available: '99.9 % of requests are answered before the opening',
    opening: 'At the opening: 99 % of holds are answered within 1 s',
    'map-in-failover': 'While the primary is gone, 99.9 % of looks at the map are answered',
    'hold-after-failover': 'From 30 s after it died 99 % of holds succeed again',
    surprise: 'In the surprise 99 % of requests are answered',
    poison: 'With poisonous messages nobody waits in line longer than 10 s',
    'no-oversold': 'No seat is held by two people',
    'no-duplicates': 'No booking is carried out twice',
    'no-lostWrites': 'No acknowledged hold is forgotten in a failover',
    order: 'Of those who want one seat at most one in a hundred is served after somebody who came later',
  },
  fatal: {
    oversold: 'Two people hold the same seat',
    duplicates: 'A booking was carried out twice',
    lostWrites: 'A held seat was forgotten, and can be booked again',
  },
  needs: {
    program: 'Something has to answer: a web server or a service',
    store: 'Seats have to be counted somewhere: a database',
  },
  references: {
    underBuilt:
      'One server, and a database whose replica is two seconds behind. When the primary dies, seats that were held in these two seconds are free again and are sold to somebody else. A poisonous message is tried for ever.',
    good: 'A hold is acknowledged when two servers have it, and then waits in a line in which everybody who wants the same seat keeps their order. The map comes from a cache that is two seconds old at most. A message that breaks a worker is caught, and put aside after three attempts.',
    overBuilt:
      'A database of sixteen processors and thirty servers, for a cell of a thousand seats. But a poisonous message is never put aside: it kills one worker after the other, and everybody in line waits.',
  },
  interviewer: [
    '50,000 seats at 2,000 holds a second are gone in 25 s: the whole design is for half a minute. Ask for that number.',
    'Ask what an acknowledged hold is worth when the primary dies: asynchronous replication sells seats twice.',
    'Fairness: what is “first”? The moment of arrival, of the write, or of the place in the line?',
    'Where do the four times as many go? Turning away early is better than answering nobody.',
    'What happens to a message that kills whoever reads it?',
    'Each seat is a row with one piece in stock: who is too late is told so. Not simulated: a hold that runs out by itself after ten minutes. Ask how the candidate would do it.',
  ],
};
