import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const rideHailingEn: PromptWords = {
  title: 'Ride hailing',
  text: 'Design the heart of a taxi service of a country: 100,000 drivers tell all the time where they are, and 500 people a second look for the nearest. A search must be quick and must not see positions that are old; a driver must never be given to two riders. After a match in a stadium everybody wants a car in the same place. The design is one of fifty equal cells: it gets a fiftieth of the traffic, and has a fiftieth of the budget.',
  facts: {
    drivers: 'Drivers on the road',
    updateSeconds: 'Time between two positions of a driver',
    matchRate: 'Searches for a driver a second',
    stadiumShare: 'Share of all requests about one cell of the map after a match',
    ageSeconds: 'How old a position may be (95 of 100)',
    positionBytes: 'Size of a position',
    reconnectShare: 'Share of the drivers whom a mobile network loses at once',
    reconnectSeconds: 'Time within which they are back',
  },
  clarifications: {
    updates: { question: 'How often does a driver tell the position?', answer: 'Every 4 s, 100 bytes.' },
    age: { question: 'How old may a position be that a search sees?', answer: '95 of 100 not older than 8 s.' },
    crowds: {
      question: 'How unequal are places?',
      answer: 'Usually not very. After a match 20 % of everything is about one cell of the map.',
    },
    network: {
      question: 'What do phones do when their network comes back?',
      answer: 'A fifth of the drivers log in again within 10 s. That has happened.',
    },
    twice: { question: 'What must never happen?', answer: 'Two riders who wait for the same driver.' },
  },
  estimates: {
    updateRate: { label: 'Positions a second', how: '100,000 / 4 s = 25,000 a second' },
    writeShare: { label: 'Share of requests that write', how: '25,000 / 25,500 = 98 %' },
    positionsMB: { label: 'All positions of one moment', how: '100,000 × 100 B = 10 MB' },
    dayGB: { label: 'Positions of a day, if kept', how: '25,000 × 100 B × 86,400 s = 216 GB' },
    hotRatio: { label: 'Load of the stadium’s part over the mean, with four parts', how: '0.2 × 4 + 0.8 = 1.6' },
    stormRate: { label: 'Logins a second when the network is back', how: '100,000 × 0.2 / 10 s = 2,000 a second' },
  },
  chaos: {
    stadium: 'For 40 s 20 % of all requests are about one cell of the map',
    shard: 'A machine of the busiest part of the map dies',
    network: 'A mobile network comes back: a fifth of the drivers log in again within 10 s',
  },
  rubric: {
    ...linesEn,
    'p99-match': '99 % of searches within 1 s',
    'p99-update': '99 % of positions are taken within 300 ms',
    fresh: 'At most 5 % of searches see a position that is older than the newest',
    available: '99.95 % of requests are answered in steady load',
    stadium: 'After the match: 95 % of searches within 1 s',
    'hot-ratio': 'After the match no part of the map has more than twice the mean load',
    shard: '99.95 % of requests are answered when a machine dies',
    network: '99 % of requests are answered in the storm of logins',
    'no-lostWrites': 'Nothing that was acknowledged is forgotten: no driver is free again who has a rider',
    'no-divergedWrites': 'There are never two primaries that both give away drivers',
    'no-conflicts': 'No driver was given to two riders by two primaries',
    'fresh-in-chaos': 'Also in chaos at most 5 % of searches see old positions',
  },
  fatal: {
    lostWrites: 'An acknowledged assignment was forgotten: the driver can be given away again',
    divergedWrites: 'Two primaries gave away drivers at the same time',
    conflicts: 'A driver was given to two riders',
  },
  needs: {
    program: 'Something has to answer: a web server or a service',
    store: 'Positions and trips have to be kept: a database or a NoSQL store',
  },
  references: {
    underBuilt:
      'One database for everything: 500 writes a second keep it busy, and its replica, which the searches read, is two seconds behind. When the primary dies whatever the replica did not have is gone, assignments too.',
    good: 'The map in four parts, each on three machines of which two have to agree: a machine may die and nobody notices. Searches ask the one part that they need. There are servers to spare for a storm of logins.',
    overBuilt:
      'The map in sixteen parts of three machines. The more parts there are the more a stadium stands out: one part has three times the load of the others while they rest.',
  },
  interviewer: [
    '25,000 writes a second of 100 bytes: ask what of it has to be kept at all. The newest 10 MB fit in memory.',
    'How is the map cut? Listen for cells, for what happens at their borders, and for a stadium in one of them.',
    'Hot ratio by arithmetic: s × n + (1 − s). Ask why more parts make it worse.',
    'Positions may be lost, assignments may not. Does the candidate keep them apart?',
    'How is a driver given to one rider only? Listen for a conditional write, a lock, or one owner for each driver.',
    'Not simulated: distances. A search is one read of the rows of a place; a row is a cell of the map.',
  ],
};
