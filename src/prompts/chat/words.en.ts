import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const chatEn: PromptWords = {
  title: 'Chat',
  text: 'Design a chat for a million people who are connected at the same time, half of them in the US and half in Europe. A message that was acknowledged must arrive, quickly, once, and in the order in which the messages of its chat were sent, whatever breaks. When a server dies, everybody who was connected to it comes back at once. The design is one of forty equal cells: it gets a fortieth of the people, and has a fortieth of the budget.',
  facts: {
    connected: 'People connected at one time',
    messagesEach: 'Messages that one sends a minute',
    perServer: 'Connections of one server today',
    loginRate: 'Logins a second on a usual day',
    reconnectSeconds: 'Time within which people come back whose server died',
    passwordMs: 'Processor time of checking a password',
    messageKB: 'Size of a message',
    deliverMs: 'Time in which 99 % of messages must be delivered',
  },
  clarifications: {
    messages: { question: 'How much is written?', answer: '0.6 messages a minute each, of 1 KB.' },
    servers: {
      question: 'How many are connected to one server, and what do they do when it dies?',
      answer: 'Up to 100,000. They come back within 30 s, at random.',
    },
    logins: {
      question: 'What does a login cost?',
      answer: '100 ms of a processor, for the password. There are 200 a second on a usual day.',
    },
    delivery: { question: 'How quick must a message be there?', answer: '99 % within half a second in the same region.' },
    order: {
      question: 'In which order?',
      answer: 'Those of one chat in the order in which they were sent. Between chats it does not matter.',
    },
  },
  estimates: {
    messageRate: { label: 'Messages a second', how: '1 M × 0.6 / 60 s = 10,000 a second' },
    servers: { label: 'Servers for the connections', how: '1 M / 100,000 = 10' },
    perRegion: { label: 'Requests a second of one of the two regions', how: '(10,000 + 200) / 2 = 5,100 a second' },
    stormRate: { label: 'Logins a second after a server died', how: '100,000 / 30 s = 3,333 a second' },
    stormCpus: { label: 'Processors that these logins take', how: '3,333 × 0.1 s = 333' },
    storedGB: { label: 'Messages of a day', how: '1 M × 0.6 × 1,440 × 1 KB = 864 GB' },
  },
  chaos: {
    deliverer: 'One of the busiest machines that deliver dies for 30 s',
    gateway: 'At the same moment one of the busiest chat servers dies for good',
    reconnect: '… and 2500 of its people log in again within 30 s',
    presence: 'What knows who is there is ten times as slow for 40 s',
    cut: 'The busiest region is cut off from all others for 60 s, its people too',
  },
  rubric: {
    ...linesEn,
    delivered: 'A message becomes a job of a deliverer, behind a queue',
    'p99-send': '99 % of messages are acknowledged within 300 ms',
    'p99-deliver': '99 % of messages are delivered within 500 ms',
    available: '99.9 % of requests are answered in steady load',
    'gateway-messages': 'When a server dies, 99.9 % of messages are still acknowledged',
    reconnect: 'In the storm that follows, 99 % of logins succeed',
    presence: 'With slow presence 99 % of messages are acknowledged within 300 ms',
    cut: 'From 25 s after a region was cut off 99 % of requests are answered',
    order: 'No message is delivered after a later one of the same chat',
    'no-lostMessages': 'The queue loses no message',
    'no-deadLetters': 'No message is given up after too many attempts',
    'no-jobsLost': 'No message dies with the machine that was delivering it',
    'no-lostWrites': 'No acknowledged message is forgotten in a failover',
  },
  fatal: {
    lostMessages: 'An acknowledged message was lost in the queue',
    deadLetters: 'An acknowledged message was given up',
    jobsLost: 'An acknowledged message died with the machine that was delivering it',
    lostWrites: 'An acknowledged message was forgotten in a failover',
  },
  needs: {
    program: 'Something has to hold the connections: a web server or a service',
    queue: 'Messages have to wait for those who deliver them: a queue',
    worker: 'Somebody has to deliver: workers',
  },
  references: {
    underBuilt:
      'One server for everybody, and one deliverer that acknowledges before it has delivered. When it dies what it had in hand is gone; when the server dies all are gone, and nobody can come back.',
    good: 'Two regions behind one address, each able to carry all. Messages of one chat wait for each other in a queue that keeps their order; deliverers acknowledge when they have delivered. There are processors to spare for everybody’s password at once.',
    overBuilt:
      'The same picture with five times the servers and ten times the deliverers, and a queue that keeps no order: the more there are who deliver at the same time, the more often a later message is there first.',
  },
  interviewer: [
    'The reconnect storm is the task: 333 processors for passwords. Listen for tokens, spreading, and room in the fleet.',
    'Order and speed: who wants both has to say in which unit order is kept. One line for all is too slow, none is wrong.',
    'Ask when a message is acknowledged, and what happens to it if the next machine dies.',
    'Presence is a nice thing to have. Ask what must go on without it.',
    'Regions: what do two people of one chat in two regions see while these are cut apart?',
    'Not simulated: open connections themselves, and pushing to a phone. A message is a request, a delivery is a job; rows stand for chats.',
  ],
};
