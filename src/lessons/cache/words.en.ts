import type { LessonWords } from '../lesson.ts';

export const cacheEn: LessonWords = {
  title: 'Cache',
  goal: 'See where a hit ratio comes from, what it spares the database, and what it costs on the day the cache is empty.',
  steps: {
    bare: {
      task: '4,000 reads and 200 writes a second, all for one database. The cache is not wired yet. Run it for 15 seconds.',
      question: 'How busy will the database be?',
      explanation: 'Busy {database}: 2,300 ms of work come each second, and it has 2,000. {waiting} requests wait in line by now.',
      hints: ['Reads × 0.5 ms plus writes × 1.5 ms, over 2,000 ms.', 'Enter your guess and run until the clock shows 15 s.'],
    },
    tenth: {
      task: 'Wire the web servers to the cache. It has room for 10,000 of the 100,000 rows. Run it for 40 seconds.',
      question: 'How many of the reads will it answer?',
      explanation:
        'A tenth of the rows answers {hit} of the reads, because few rows are wanted by most. The database is down to {database}.',
      hints: ['Select the web servers, choose Connect, then the cache.', 'Wire it, enter your guess, and run for 40 s.'],
    },
    'twice-the-room': {
      task: 'Twice the room: let the cache hold 20,000 rows, and let it run for 40 seconds more.',
      question: 'How many of the reads will it answer now?',
      explanation: 'Only {hit}. The first rows were the popular ones; what is added later is hardly asked for.',
      hints: ['“Room on each” is a setting of the cache.', 'Set it to 20,000 and let the clock go on for 40 s.'],
    },
    'all-fit': {
      task: 'Now everything fits. In the traffic, set “Rows” to 20,000 and “Popularity of rows” to 0: all equally wanted. Let it run for 40 seconds more.',
      question: 'How busy will the database be?',
      explanation: 'Hits {hit}, database {database} busy. The rest are rows that were just written: each write makes a row cold once.',
      hints: [
        'Both are settings of the traffic. Select nothing (Escape): Settings then shows the traffic.',
        'Rows 20,000, popularity 0, then 40 s more.',
      ],
    },
    flush: {
      task: 'A great design. Somebody empties the cache: do that to it (Flush), and watch for 10 seconds.',
      question: 'Before, 200 reads a second reached the database. How many in the worst second after it?',
      explanation:
        '{reads}. In the first moment the database gets 20 times its load, 1 ÷ (1 − 0.95); then one row after the other comes back.',
      hints: ['Select the cache and look at what can be broken.', 'Press Flush, then let the clock go on for 10 s.'],
    },
    'one-report': {
      task: 'Another case: one report that everybody reads. Set rows to 1, writes to 0 % and requests to 1,000 a second. Run 15 seconds more.',
      question: 'How busy will the database be?',
      explanation: 'Busy {database}. One row in the cache answers all. What could go wrong?',
      hints: [
        'Select nothing (Escape): Settings then shows the traffic. Requests are a setting of the users.',
        'Rows 1, writes 0, requests 1,000, then 15 s more.',
      ],
    },
    'it-ends': {
      task: 'Computing the report takes 300 ms: set “CPU per read” to 300, “vCPU each” to 96, the cache’s “Time to live” to 30 s. Restart, run 65 seconds.',
      question: 'How often will the report be computed in that time?',
      explanation:
        '{loads} times, not 3. When it ends, a thousand a second miss it for the 300 ms until the first one has brought it: a stampede.',
      hints: ['Two settings are the database’s, one is the cache’s.', 'Set all three, restart, and run for 65 s.'],
    },
    'single-flight': {
      task: 'Let one fetch it while the others wait: in the cache, “When many miss one key”, choose single flight. Restart, run 65 seconds.',
      question: 'How often will it be computed now?',
      explanation: '{loads} times: once at the start and once for each time it ended. Nobody waits longer than before.',
      hints: ['The setting is one of the cache.', 'Choose single flight, restart, and run for 65 s.'],
    },
  },
  quiz: {
    room: {
      question:
        'Back to 100,000 rows of the usual popularity (skew 0.99), with 200 writes a second. The cache has room for {rows}. What share of the reads does it answer?',
      explanation: 'Popular rows come first: the first thousand rows answer nearly half, the next nine thousand a quarter more.',
    },
  },
  teacher: [
    'Time: 12 minutes. Let them be proud of the design that answers 95 %, then press Flush.',
    'Question to the room: is 99 % safer than 90 %? It is faster, and worse when empty: 100 times the load instead of 10.',
    'Misconception: “a hit ratio is a setting”. It comes out of the room, the rows and how unequally they are wanted. Change the skew and look.',
    'Misconception: “a time to live protects the database”. It is what lets a thousand readers miss at once. Single flight, leases and early refresh protect it.',
    'With unequal rows the flush hurts for a shorter time: the popular ones are back within a second. That is why the step makes all rows equal.',
  ],
};
