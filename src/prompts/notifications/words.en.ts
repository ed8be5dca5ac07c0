import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const notificationsEn: PromptWords = {
  title: 'Notifications',
  text: 'Design a service that sends messages to phones. Marketing hands in a campaign of 10 million pushes at once; at the same time 200 people a second wait for a code with which they log in. Both go through one provider that takes so many a second, makes mistakes and has outages. Codes must be there within seconds, always; of a campaign nothing may be lost or sent twice. The design is one of twenty equal cells, with a twentieth of the traffic and of the budget; and in the run one minute stands for ten of the campaign, with all its deadlines.',
  facts: {
    pushes: 'Pushes of a campaign',
    handInMinutes: 'Time in which a campaign is handed in',
    codesRate: 'Codes a second',
    providerRate: 'What the provider takes a second',
    doneMinutes: 'Time in which a campaign must be delivered',
    errorShare: 'Share of what the provider gets wrong',
    outageMinutes: 'How long the provider has been out at worst',
    codeSeconds: 'Time in which 99 % of the codes must be delivered',
  },
  clarifications: {
    campaign: {
      question: 'How fast does a campaign come in, and by when must it be out?',
      answer: 'Handed in within 10 minutes; delivered within 45.',
    },
    provider: {
      question: 'How much does the provider take, and how reliable is it?',
      answer: '5,000 a second, codes included; it says “slow down” to the rest. 2 % go wrong, and it has been out for 5 minutes.',
    },
    codes: { question: 'What about the codes while a campaign runs?', answer: '99 % of them delivered within 5 s, campaign or not.' },
    twice: {
      question: 'What is worse, a push sent twice or one lost?',
      answer: 'Lost ones are worse; of those sent twice one in a thousand is accepted.',
    },
  },
  estimates: {
    handIn: { label: 'Pushes a second that come in', how: '10 M / (10 × 60 s) = 16,667 a second' },
    codes: { label: 'Codes a second', how: 'as told = 200 a second' },
    drainMinutes: { label: 'Minutes to deliver a campaign at best', how: '10 M / (5,000 − 200) / 60 = 34.7 min' },
    backlog: { label: 'Pushes that wait when all are in', how: '10 M − 5,000 × 600 = 7,000,000' },
    slack: { label: 'Minutes to spare, the outage taken off', how: '45 − 34.7 − 5 = 5.28 min' },
    triedAgain: { label: 'Pushes that have to be sent again', how: '10 M × 0.02 = 200,000' },
  },
  chaos: {
    campaign: 'The campaign is handed in, for 60 s',
    'campaign-codes': '… among so many pushes the codes are one request in 84',
    'campaign-pushes': '… and the pushes are all the others',
    redeploy: 'The busiest group of workers is restarted in the middle of it',
    outage: 'The provider is out for 30 s (five minutes of the campaign)',
  },
  rubric: {
    ...linesEn,
    headroom: 'In steady load the busiest machine but for workers is busy 70 % of the time or less',
    queued: 'What is handed in becomes a message of a queue',
    'code-accepted': '99 % of the codes are accepted within 500 ms',
    'code-delivered': '99 % of the codes are delivered within 5 s',
    available: '99.9 % are accepted in steady load',
    'code-in-campaign': 'While the campaign comes in: 99 % of the codes within 5 s, they do not stand behind it',
    accepted: '99.9 % are accepted during the campaign',
    done: '99.9 % of all is delivered within 270 s (45 minutes), in spite of the outage',
    duplicates: 'At most one in a thousand is sent twice',
    'none-given-up': 'Nothing is given up after too many attempts',
    'none-lost': 'The queues lose no message',
  },
  fatal: { 'behind-campaign': 'Codes stood behind the campaign: one in a hundred was delivered after more than a minute' },
  needs: {
    queue: 'What cannot be sent at once has to wait somewhere: a queue',
    worker: 'Somebody has to hand it to the provider: workers',
    provider: 'The provider that everybody begins with must still be there',
  },
  references: {
    underBuilt:
      'One queue for all. As soon as the campaign is in, a code waits behind tens of thousands of pushes; and after five attempts in vain, which the outage uses up within a second, messages are thrown away.',
    good: 'Codes have a lane of their own from the door to the provider. The campaign’s workers are just as many as leave the provider room for the codes, and who is told “slow down” or meets the outage tries again after three seconds, as often as it takes.',
    overBuilt:
      'Two lanes as well, and ten times the machines. They run against the provider’s limit: nearly everything is turned away, tried again at once and in the end thrown away. More machines do not make a provider quicker.',
  },
  interviewer: [
    'Head-of-line blocking is the heart of it: who shares a queue between codes and campaigns has failed the task.',
    'Ask for the arithmetic of the deadline: 10 M / 4,800 a second are 35 minutes of 45, and the outage takes 5.',
    'How many workers are right? As many as use the provider’s limit without what the codes need: Little’s law.',
    'What happens to a message during five minutes of outage? Attempts in quick succession use up any number of them.',
    'At least once means twice at times: ask where a repetition is recognised.',
    'In the product the quickest queue is taken for that of the codes, and the provider is a storage with a limit of writes.',
  ],
};
