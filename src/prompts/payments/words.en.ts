import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const paymentsEn: PromptWords = {
  title: 'Payments',
  text: 'Design a payment service for shops: 500 payments a second at the peak. A payment that was acknowledged must be carried out exactly once and must be in the ledger for ever, whatever breaks. Behind the service is a provider that is slow and sometimes fails; before it are clients that repeat what got no answer. The design is one of five equal cells: it gets a fifth of the traffic, and has a fifth of the budget.',
  facts: {
    tps: 'Payments a second at the peak',
    questionsEach: 'How often a shop asks how a payment went',
    providerMeanMs: 'Time that the provider takes, mean',
    providerErrors: 'Share of payments that go wrong there',
    retryShare: 'Share of calls that get no answer and are made again',
    rtoSeconds: 'Time in which payments must be taken again after a failure',
    ledgerRows: 'Ledger rows of a payment (debit and credit)',
    busyHours: 'Hours of a day at the peak',
  },
  clarifications: {
    questions: {
      question: 'Is there anything but paying?',
      answer: 'Each payment is asked for once: how did it go? The peak lasts four hours a day.',
    },
    provider: {
      question: 'How does the provider behave?',
      answer:
        '400 ms on the mean, 99 % within 1.2 s. One in a hundred goes wrong and must be tried again. One in a thousand is carried out, and no answer comes within 5 s; whoever sends it again with the same key does not pay twice.',
    },
    retries: {
      question: 'Do callers repeat payments?',
      answer: 'Yes. In bad times 5 % of the calls get no answer and are made again, without knowing whether the first one worked.',
    },
    outage: {
      question: 'What must survive, and how soon must it be back?',
      answer: 'The loss of a database server, and of a whole region. Back within 120 s, nothing lost.',
    },
    ledger: { question: 'What is written for a payment?', answer: 'Two rows that belong together: a debit and a credit.' },
  },
  estimates: {
    requests: { label: 'Requests a second', how: '500 × (1 + 1) = 1,000 a second' },
    writeShare: { label: 'Share of requests that are payments', how: '100 / 2 = 50 %' },
    underWay: { label: 'Payments at the provider at one time', how: 'Little: 500 a second × 0.4 s = 200' },
    ledgerWrites: { label: 'Ledger rows a second', how: '500 × 2 = 1,000 a second' },
    repeated: { label: 'Payments a second that are repeated in bad times', how: '500 × 0.05 = 25 a second' },
    perDay: { label: 'Payments in the busy hours of a day', how: '500 × 4 × 3,600 = 7,200,000' },
  },
  chaos: {
    primary: 'The primary of the busiest database dies in the middle of the peak',
    retries: 'For 30 s one message in forty between servers, stores and workers is lost, so calls are made again',
    region: 'The region with the most traffic is lost and stays lost',
  },
  rubric: {
    ...linesEn,
    queued: 'A payment becomes a message of a queue',
    p99: '99 % of payments are accepted within 1.5 s',
    settled: '99 % of payments are carried out within 2 s',
    available: '99.99 % of requests are answered in steady load',
    'failover-questions': 'While the primary is gone, 99.9 % of questions are answered',
    'failover-back': 'From 30 s after it died 99.9 % of payments are accepted again',
    retries: 'While messages get lost, 99.9 % of requests are answered',
    'region-back': 'From 40 s after the region was lost 99.5 % of requests are answered',
    'no-duplicates': 'No payment is carried out twice',
    'no-lostWrites': 'No acknowledged payment is missing in the ledger',
    'no-divergedWrites': 'There are never two primaries with different ledgers',
    'no-conflicts': 'No row of the ledger was written differently by two primaries',
  },
  fatal: {
    duplicates: 'A payment was carried out twice',
    lostWrites: 'An acknowledged payment is missing in the ledger',
    divergedWrites: 'Two primaries have different ledgers',
  },
  needs: {
    program: 'Something has to take payments: a web server or a service',
    store: 'The ledger has to be kept somewhere: a database or a NoSQL store',
    worker: 'Somebody has to talk to the provider: workers',
  },
  references: {
    underBuilt:
      'One region. The queue hands a payment out again after 1 s, which is less than the provider takes at times, and the workers do not recognise it: people pay twice. The failover takes 90 s, and with the region everything is gone.',
    good: 'Two regions behind one address. In each a payment is acknowledged when two servers of the ledger have it and a queue knows of it; workers recognise repetitions and try as often as it takes. The ledgers tell each other of everything afterwards, so that the other region can take over.',
    overBuilt:
      'The same, with eight times the machines, and one idea too many: a payment is acknowledged only when the other region has it, too. Every payment crosses the continent, and when one region is lost the other one can take no payment either.',
  },
  interviewer: [
    'The key word is idempotency: who makes the key, where is it kept, and for how long?',
    'A timeout of the provider is not a “no”. Ask what the candidate does with a payment of which nobody knows how it went.',
    'Database first or queue first? Ask what happens if the server dies between the two (outbox).',
    'Synchronous within a region costs a millisecond, over a continent 73 and availability. Ask what RPO 0 for a region would need.',
    'Ask for the balance: how would you find out at night that a row is missing?',
    'Not simulated: two rows that only count together.',
  ],
};
