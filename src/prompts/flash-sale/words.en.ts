import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const flashSaleEn: PromptWords = {
  title: 'Flash sale',
  text: 'Design a sale: at noon 10,000 pieces go on sale, 25 each of 400 things, and a million people are there in the first minute. No piece may be sold that is not there, everybody must get an answer within seconds (yes, no, or a number in the line), and the shop itself must stay open. Payments go to a provider that takes 0.8 s and is not always well. The design is one of twenty equal cells: it gets a twentieth of the people and of the pieces, and has a twentieth of the budget.',
  facts: {
    items: 'Pieces for sale',
    ofEach: 'Pieces of each thing',
    shoppers: 'People in the first minute',
    saleSeconds: 'How long the rush lasts',
    requestsEach: 'Requests of one person in that time',
    checkoutShare: 'Share of requests that are a checkout',
    calmRate: 'Requests a second before and after',
    paymentMs: 'Time that the payment provider takes',
    answerSeconds: 'Time in which everybody must have an answer',
  },
  clarifications: {
    crowd: {
      question: 'How many come, how fast, and for how long?',
      answer: 'A million within 60 s, 1.2 requests each; before and after there are 1,000 requests a second.',
    },
    buying: { question: 'How many of the requests are attempts to buy?', answer: 'One in ten; the others look at the item.' },
    payment: {
      question: 'How quick and how reliable is the payment provider?',
      answer: '0.8 s on the mean. It has had minutes in which 30 % of the payments went wrong.',
    },
    oversell: {
      question: 'What is worse: to sell one too many, or one too few?',
      answer: 'Too many. Never sell a piece that is not there.',
    },
    answer: {
      question: 'What does “answer” mean?',
      answer: 'Within 5 s: yes, no, or a number in the line. Being told of the payment may take longer.',
    },
  },
  estimates: {
    peak: { label: 'Requests a second in the rush', how: '1 M × 1.2 / 60 s = 20,000 a second' },
    calm: { label: 'Requests a second otherwise', how: 'as told = 1,000 a second' },
    checkouts: { label: 'Checkouts a second in the rush', how: '20,000 × 0.1 = 2,000 a second' },
    rivals: { label: 'People for each piece', how: '1 M × 1.2 × 0.1 / 10,000 = 12' },
    payers: { label: 'Payments under way at the same time, if all paid', how: 'Little: 2,000 a second × 0.8 s = 1,600' },
    writeShare: { label: 'Share of requests that write', how: 'one in ten = 10 %' },
  },
  chaos: {
    sale: 'The sale begins: twenty times as many people, for 60 s',
    stock: 'With the sale the stock is counted: 25 pieces of each thing, of which every checkout takes one',
    bots: '40 % of the requests are robots that ask for all items alike',
    cache: 'Five seconds later a node of the busiest cache dies',
    payment: 'For 60 s 30 % of the payments go wrong',
  },
  rubric: {
    ...linesEn,
    headroom: 'In the rush the busiest machine is busy 70 % of the time or less',
    'orders-queued': 'A checkout leaves an order in a queue',
    browse: '99.9 % of looks at items are answered before the sale',
    'p99-browse': '99 % of them within 300 ms',
    'p99-checkout': '99 % of checkouts are accepted within 2 s',
    'sale-checkout': 'During the sale: 99 % of checkouts are accepted within 2 s',
    'sale-answer': 'During the sale: 99 % of everybody have an answer within 5 s',
    'sale-browse': 'During the sale: 99.9 % of looks at items are answered',
    sold: '99.9 % of the pieces are sold (500 in this cell)',
    'no-oversold': 'No piece is sold that is not there',
    'no-duplicates': 'No order is carried out and charged twice',
    'no-lostWrites': 'No acknowledged order is forgotten in a failover',
    'orders-kept': 'At most one order in 10,000 is given up after too many attempts',
  },
  fatal: {
    oversold: 'Oversold: a buyer was told that a piece is theirs, and there was none left',
    duplicates: 'Sold twice: an order was carried out and charged again',
    lostWrites: 'An acknowledged order was forgotten, and its piece can be sold again',
  },
  needs: {
    program: 'Something has to answer: a web server or a service',
    store: 'The stock has to be counted somewhere: a database',
  },
  references: {
    underBuilt:
      'One server, one database, and a queue that hands an order out again after 1 s although a payment takes 0.8 s and waits in line: workers carry out orders twice and do not notice. The stock is looked up first and written afterwards, so two people can see the last piece. And twenty times the people are more than one server can do anyway.',
    good: 'Five servers for the rush, item pages from a cache of three nodes, the stock in a database with two replicas. A checkout takes its piece in the same statement that looks whether there is one, and leaves a message in a queue; payments are tried behind it until they succeed, and who is asked to pay twice notices.',
    overBuilt:
      'Machines for the rush, all year round: eight times the servers and workers and a database of sixteen processors. What matters was forgotten: after five failed attempts an order is given up, which with 30 % errors is one in four hundred.',
  },
  interviewer: [
    'Listen for what is the scarce thing: not servers, but 10,000 pieces and a lock on their number.',
    'Ask where overselling can come from: looking first and writing later, repeated messages, lost writes after a failover, two primaries, reading a count that is old.',
    'Asked for the payment inside the request: 1,600 at once hold threads, and a bad minute at the provider takes the shop down.',
    'How many attempts are right with 30 % errors? 0.3 to the fifth is 0.24 %: do the arithmetic together.',
    'Follow-ups: a waiting room, robots, giving back what is reserved and not paid for.',
    'The pieces are counted in the rows of the database: who is told yes, who is told that there is none left, and what was sold beyond the last piece. Not simulated: giving back what was reserved and not paid for.',
  ],
};
