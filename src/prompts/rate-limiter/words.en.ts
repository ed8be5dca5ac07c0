import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const rateLimiterEn: PromptWords = {
  title: 'Rate limiter',
  text: 'Design the limiter of a public interface: every client may ask 100 times a minute, and not more. 10,000 requests a second come, some of them from clients that ask for far more than they may. Good clients must notice nothing of it: no wrong refusals, hardly any time added, and no outage because the limiter has one. The design is one of twelve equal cells: it gets a twelfth of the traffic, and has a twelfth of the budget.',
  facts: {
    requests: 'Requests a second',
    abusiveShare: 'Share of them from abusive clients',
    limitPerMinute: 'What a client may ask a minute',
    abuseFactor: 'How many times its limit an abusive client asks',
    perClientMinute: 'What a good client asks a minute',
    gateways: 'Gateways that there are today',
    natUsers: 'People behind one address in a big office',
    addedMs: 'What the limiter may add for 99 % of the requests',
  },
  clarifications: {
    abuse: {
      question: 'How much of the traffic is abuse, and how bad is one abuser?',
      answer: 'A fifth. An abusive client asks fifty times as much as it may.',
    },
    clients: { question: 'What does a good client ask?', answer: 'Ten times a minute on the mean.' },
    whom: {
      question: 'What is a client: a key, a user, an address?',
      answer: 'A user with a key. Beware of addresses: 500 people of one office come from the same one.',
    },
    cost: {
      question: 'How much may it add, and how many gateways share the counting?',
      answer: '5 ms for 99 % of the requests. There are 20 gateways today.',
    },
    broken: {
      question: 'What should happen when the counters cannot be reached?',
      answer: 'Good clients must get through. That some abuse gets through meanwhile is better than an outage.',
    },
  },
  estimates: {
    goodRate: { label: 'Requests a second of good clients', how: '10,000 × (1 − 0.2) = 8,000 a second' },
    goodClients: { label: 'Good clients at one time', how: '8,000 / (10 / 60) = 48,000' },
    abusiveKeys: { label: 'Abusive clients', how: '2,000 / (50 × 100 / 60) = 24' },
    admitted: { label: 'Requests a second that pass', how: '8,000 + 2,000 / 50 = 8,040 a second' },
    counterCalls: { label: 'Calls a second to shared counters', how: 'one for each request = 10,000 a second' },
    perGateway: { label: 'Requests a second of one gateway', how: '10,000 / 20 = 500 a second' },
  },
  chaos: {
    store: 'The store of the counters is down for 60 s',
    nat: '500 good users come from one and the same address for 60 s',
    skew: 'The clocks of the gateways are up to 2 s apart',
  },
  rubric: {
    ...linesEn,
    limiter: 'There is a part that limits',
    'good-served': 'Good clients: at most one in a thousand is turned away',
    abuse: 'Abusive clients get through at most 105 % of what they may',
    added: 'The limiter adds 5 ms or less for 99 % of the requests',
    available: '99.99 % of what is not turned away on purpose is answered',
    'store-down': 'Without counters: at most one in a thousand good requests is turned away or fails',
    'store-down-p99': 'Without counters: 99 % of the requests within 300 ms',
    nat: 'An office behind one address: at most one in a thousand good requests is turned away',
    skew: 'With clocks apart: abusive clients get no more than 105 % of what they may',
    'false-rejects': 'Turned away though within the limit: one in a thousand at most (against one exact counter)',
    'false-accepts': 'Let through though over the limit: one in a thousand at most',
    undecided: 'Let through without a count in steady load: one in a thousand at most',
  },
  fatal: { 'fails-closed': 'The limiter’s own outage was an outage for more than 1 % of the good traffic' },
  needs: { limiter: 'Something has to limit: an API gateway', program: 'Something has to answer what passes: a web server or a service' },
  references: {
    underBuilt:
      'Counts by address and answers with errors when it cannot count. Then the counters go down and nobody gets in; and an office of 500 is one client. One server behind it cannot even do the good traffic.',
    good: 'Three gateways behind a pair of balancers share their counters in two cache nodes: a token bucket for each user. When the counters are away everybody passes, and the servers have room for the abuse as well. A bucket does not care what time it is.',
    overBuilt:
      'Forty gateways, a dozen cache nodes and forty servers, and fixed windows. As long as all clocks agree that works; with clocks two seconds apart every edge of a window lets twice the limit through.',
  },
  interviewer: [
    'The first question should be what a client is. Whoever limits addresses will lock out offices and mobile networks.',
    'Local counters: with 20 gateways everybody has 20 times the limit. Shared ones: a hop for each request, and a part that can die.',
    'Fail open or closed? There is no right answer for all; here outage is worse than abuse. Ask for the reason, not the word.',
    'Ask for the edge of a fixed window: how many requests can pass within one second around it?',
    'Is there room behind the limiter for everything that comes while it is blind?',
    'Follow-ups: limits for plans, telling clients when to come back, limits over regions.',
  ],
};
