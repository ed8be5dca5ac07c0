import type { LessonWords } from '../lesson.ts';

export const twoTiersEn: LessonWords = {
  title: 'Split web and database',
  goal: 'See that tiers scale apart and fail together: a second machine buys independence, not safety.',
  steps: {
    'one-box': {
      task: 'One machine with two processors does everything. Each request costs it 7.9 ms. 200 requests come every second. Run it for 60 seconds.',
      question: 'How busy will its processors be?',
      explanation: 'Busy {busy}: 200 requests × 7.9 ms is 1,580 ms of work a second, and two processors have 2,000 ms to give.',
      hints: ['Look at the Run button above the canvas.', 'Enter your guess, then press Run and wait until the clock shows 60 s.'],
    },
    'too-much': {
      task: 'Set the requests of the users to 280 a second, and let it run for 60 seconds more.',
      question: 'How many requests a second will be answered?',
      explanation:
        'It answers {served}, however many come. That is its knee: 2,000 ms ÷ 7.9 ms = 253. The rest waits in a line that only grows.',
      hints: ['Select the users and look for “Requests”.', 'Set it to 280 and let the clock go on for 60 s.'],
    },
    split: {
      task: 'Let the database move to the second machine: wire the web server to it. 6.4 ms are left for the web server: set its “CPU per request”.',
      explanation: 'Two machines now cost about {cost} a month, where one cost about $70. What did the extra money buy? Let us measure.',
      hints: [
        'Select the web server, choose Connect, then the database.',
        'Select the web server and set “CPU per request” from 7.9 to 6.4.',
      ],
    },
    'idle-database': {
      task: 'The same 280 requests a second come. Each costs the web server 6.4 ms and the database 1.5 ms. Run it for 60 seconds.',
      question: 'How busy will the database be?',
      explanation: 'The database is busy {database}, the web server {web}. You paid for a second machine, and it mostly waits.',
      hints: ['280 × 1.5 ms is the work per second. Two processors can do 2,000 ms.', 'Enter your guess and run for 60 s.'],
    },
    'new-knee': {
      task: 'Push again: set the requests to 350 a second and let it run for 60 seconds more.',
      question: 'How many are answered now?',
      explanation:
        'The knee moved from 253 to {served}: about a quarter more, for nearly three times the price. The database is still only {database} busy.',
      hints: [
        'Which machine is the bottleneck now, and what does one request cost it?',
        'Set “Requests” to 350 and let the clock go on for 60 s.',
      ],
    },
    'database-dies': {
      task: 'Back to 200 requests a second, an easy load. Restart and run for 20 seconds. Then crash the database and watch for 20 seconds.',
      question: 'How many requests will still be answered?',
      answers: { none: 'All of them', half: 'About half', all: 'None' },
      explanation: 'Not one: every page needs its rows. {failed} requests failed, although the web server was in perfect health.',
      hints: ['Set the requests to 200 and restart first.', 'Run, select the database, and press Crash. Let it run 20 s more.'],
    },
    'web-dies': {
      task: 'Now the other one. Restart, run for 20 seconds, crash the web server and watch for 20 seconds.',
      question: 'How many requests will still be answered?',
      answers: { none: 'All of them', half: 'About half', all: 'None' },
      explanation:
        'None again. In a row both must live: 99.988 % × 99.988 % = 99.976 %. Two machines in series are down more often than one.',
      hints: ['Restart first: the crashed database comes back with it.', 'Select the web server, press Crash, and let it run 20 s more.'],
    },
  },
  quiz: {
    knee: {
      question:
        'A page costs {cpu} ms on a web server with {cpus} processors, and 1.5 ms on a database with 2. Users send far too much. How many pages a second are answered?',
      explanation: 'The tier that fills first decides: processors × 1,000 ms ÷ cost. The database would manage 1,333.',
    },
  },
  teacher: [
    'Time: 10 minutes. 2 for the first guess, 4 to split and measure, 3 to break, 1 for the question.',
    'Misconception: “two machines, twice the capacity”. Point at the idle database. The split bought independence (each can be made bigger by itself), not speed.',
    'Misconception: “two machines are safer than one”. They stand in a row, so either death takes all. Lesson 3 puts machines side by side.',
    'Ask the room: which tier would you enlarge next? The web tier: it is full at 312 a second, the database only at 1,333.',
    'All service times are exponential here, and wires take no time, so that the numbers can be reckoned on the board.',
  ],
};
