import type { LessonWords } from '../lesson.ts';

export const twoCentresEn: LessonWords = {
  title: 'Two data centres and GeoDNS',
  goal: 'When a data centre dies, its users go to the other one: see how long that takes, and who must have room for them.',
  steps: {
    near: {
      task: 'Seventy users in a hundred are in the east, thirty in the west. DNS leads each to the near centre. Run it for 60 seconds.',
      question: 'What share of all requests does the west get?',
      explanation: '{share}, and its servers are {west} busy. Everybody is near, and the two centres do not even know of each other.',
      hints: ['Who is led to the west?', 'Enter your guess and run until the clock shows 60 s.'],
    },
    dark: {
      task: 'Restart and run for 30 seconds. Then let the eastern servers hang: silence. Watch for 150 seconds.',
      question: '70 requests a second go there. DNS asks every 30 s, three times; resolvers keep answers for 60 s. How many will fail?',
      explanation: '{failed} failed. First DNS has to notice (64 to 94 s), then every resolver has to forget (up to 60 s more).',
      hints: [
        '70 a second, times the seconds until a typical user is led elsewhere.',
        'Restart, run 30 s, hang the eastern servers, run 150 s.',
      ],
    },
    'short-lives': {
      task: 'Let resolvers forget sooner: set the time to live in DNS to 10 seconds. Same test: restart, 30 seconds, hang the east, watch for 120.',
      question: 'How many will fail now?',
      explanation: '{failed}. That spared some 25 seconds of over a hundred: most of the time is spent noticing, not forgetting.',
      hints: ['Which part became shorter, and which did not?', 'Time to live 10, restart, run 30 s, hang the east, run 120 s.'],
    },
    'often-checked': {
      task: 'Then notice sooner: set the health check of DNS to every 10 seconds. Restart, 30 seconds, hang the east, watch for 60.',
      question: 'How many will fail now?',
      explanation: '{failed}, a third of the first time. And the west now serves everybody: it went from 19 % to {west} busy.',
      hints: ['Three checks of 10 s instead of 30 s.', 'Health check every 10, restart, run 30 s, hang the east, run 60 s.'],
    },
    stragglers: {
      task: 'Real resolvers do not all obey: let 5 % of the eastern ones keep answers too long. Restart, 30 seconds, hang the east, watch for 120.',
      question: 'What share of all requests still fails two minutes later?',
      explanation: '{failing} still go to the dead centre, some for a quarter of an hour. DNS alone never gets everybody.',
      hints: [
        'It is a setting of the eastern users: “Resolvers that keep answers too long”.',
        'Set it to 5, restart, run 30 s, hang the east, run 120 s.',
      ],
    },
    'no-room': {
      task: 'Back to 0 %. The west looked idle, so somebody halved it: set its vCPU to 2. Restart, 30 seconds, hang the east, watch for 100.',
      question: 'What share of all requests fails in the end?',
      explanation: '{failing}. The west gets 3.33 times its load, 125 % of what it can do, and now both centres are down.',
      hints: [
        '100 requests a second of 25 ms each, on two processors.',
        'Resolvers 0, western vCPU 2, restart, 30 s, hang the east, 100 s.',
      ],
    },
    'enough-room': {
      task: 'Find the smallest west that survives the east: raise its vCPU, restart, run 30 seconds, hang the east, and watch for 100.',
      explanation: 'It holds at {west} busy. Whoever may have to carry all must have room for all, every day.',
      hints: ['100 × 25 ms is 2.5 processors’ work.', 'Set the western vCPU to 3, restart, 30 s, hang the east, 100 s.'],
    },
  },
  quiz: {
    survivor: {
      question:
        'The east sends {east} requests a second, the west {west}; each takes 25 ms, and the west has 4 processors. The east goes dark. How busy is the west once all have moved?',
      explanation: 'All requests × 25 ms ÷ 4,000 ms. What matters is the sum, not who was the bigger one.',
    },
  },
  teacher: [
    'Time: 12 minutes. Take the Korean first page of lesson 6 (539 ms) from the board: a centre near Seoul makes it less than 90.',
    'Rates are a tenth of the usual account: 1,000 requests a second lose about 76,500 with slow checks, and 23,900 with quick ones.',
    'Question to the room: what would a time to live of 0 save? 30 s of 109 on the mean. Detection dominates.',
    'Misconception: “the other centre takes over”. Only if it was at most 30 % busy before (70 to 30). Cold caches make it worse.',
    'A second run with an autoscaler in the west comes four minutes too late. Netflix went from 50 minutes to about 7 by keeping room ready.',
  ],
};
