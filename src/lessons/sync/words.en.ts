import type { LessonWords } from '../lesson.ts';

export const syncEn: LessonWords = {
  title: 'Keeping data in sync',
  goal: 'Between regions you pay for copies with time, with loss or with standstill. See the price of each, in numbers.',
  steps: {
    behind: {
      task: 'A primary in the east, its copy in the west, 73 ms there and back. 200 writes a second, acknowledged at once. Run it for 20 seconds.',
      question: 'How long does a typical write take?',
      explanation: '{write}. The copy costs the writer nothing: it follows 1.5 s later. That second and a half is what you bet.',
      hints: ['Does the writer wait for the copy?', 'Enter your guess and run until the clock shows 20 s.'],
    },
    'primary-dies': {
      task: 'Crash the primary (the first server), and watch for 15 seconds. After 10 s the copy takes over.',
      question: 'How many acknowledged writes will be lost?',
      explanation: '{lost} lost: what was on its way, 200 a second for 1.5 s. Users were told “saved”, and it is not.',
      hints: ['Writes a second times seconds behind.', 'Select the database, crash its first server, run 15 s more.'],
    },
    'wait-for-it': {
      task: 'Set the database to acknowledge a write only when all copies have it (synchronous). Restart, and run for 20 seconds.',
      question: 'How long does a typical write take now?',
      explanation: '{write}: every write waits for one round trip to the west. From Seoul to the eastern US it would be 178 ms.',
      hints: ['There and back takes 73 ms.', 'Choose synchronous, restart, and run for 20 s.'],
    },
    'nothing-lost': {
      task: 'Restart and run for 20 seconds. Crash the primary again, and watch for 15 seconds.',
      question: 'How many acknowledged writes will be lost?',
      explanation: '{lost}. Whoever was told “saved” is saved in both regions. Slow, and safe.',
      hints: ['Which writes have been acknowledged, and where are they?', 'Restart, run 20 s, crash the first server, run 15 s.'],
    },
    'apart-and-safe': {
      task: 'Turn “Promote by itself” off. Restart, run 20 seconds, “Cut off” the first server (ends after 43 s), and watch for 55.',
      question: 'They do not hear each other for 43 s. How many writes will fail?',
      explanation: '{refused} failed, {lost} were lost. Who must hear both cannot say “saved” to anybody while they are apart.',
      hints: [
        'How many writes come in 43 s? Some of the last wait long enough.',
        '“Cut off” is among the further faults of the database. Choose server 1, let it end after 43 s, strike, run 55 s.',
      ],
    },
    'two-primaries': {
      task: 'Acknowledge at once, promote by itself, but no fencing: three settings. Restart, run 20 s, cut the first server off for 43, watch for 55.',
      question: 'How many writes will only one of the two have?',
      explanation:
        'Nobody failed, and {diverged} writes are on one side only. {conflicts} rows were written on both: somebody’s change has to go.',
      hints: [
        'Both take writes, and neither hears of the other’s.',
        'Asynchronous, promote on, fencing off; restart; 20 s, “Cut off” server 1 for 43 s, run 55 s.',
      ],
    },
    fenced: {
      task: 'Turn fencing on: a primary that hears nobody stops. Restart, run 20 s, cut the first server off for 43, watch for 55.',
      question: 'How many writes will only one of the two have?',
      explanation: '{diverged}, but {lost} are lost: what the old primary took until it knew. You choose what you lose, not whether.',
      hints: ['Can there be two primaries now?', 'Fencing on; restart; 20 s, “Cut off” server 1 for 43 s, run 55 s.'],
    },
  },
  quiz: {
    lost: {
      question: 'Asynchronous, {writes} writes a second, the copy {lag} s behind. The primary dies. How many acknowledged writes are lost?',
      explanation: 'Rate × lag, and the 36.5 ms that a write is on its way.',
    },
  },
  teacher: [
    'Time: 12 minutes. Draw a triangle on the board (quick, nothing lost, writable while apart). Each step gives up one corner.',
    'Let groups defend one choice each for: likes, payments, what somebody has watched.',
    'GitHub, October 2018: 43 s of partition, 24 hours and 11 minutes of repair, 954 writes to be put together by hand on one cluster.',
    'Misconception: “asynchronous loses nothing if nothing fails”. True, and the day it fails was chosen long before.',
    'With two databases that never hear of each other, it is simpler and worse: after the failover all of the eastern users’ rows are missing in the west.',
    'Netflix wrote a million records in one region and read them half a second later in the other: all were there. Ask what that does not prove.',
  ],
};
