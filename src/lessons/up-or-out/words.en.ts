import type { LessonWords } from '../lesson.ts';

export const upOrOutEn: LessonWords = {
  title: 'Scale up or scale out',
  goal: 'A bigger database or more of them: compare what each does, what it costs, where it ends, and what its death takes along.',
  steps: {
    small: {
      task: 'One database with 2 processors; a statement takes 50 ms. 450 a second come, far too many: so you see what it can do. Run it for 25 seconds.',
      question: 'How many statements a second will it do?',
      explanation: '{served}, nearly 40: two processors get a little in each other’s way. It costs $125 a month.',
      hints: ['One processor does 20 statements of 50 ms in a second.', 'Enter your guess and run until the clock shows 25 s.'],
    },
    sixteen: {
      task: 'Up: set “vCPU each” of the first shard to 16. That is 8 times the processors for 8 times the price. Run 25 seconds more.',
      question: 'How many statements a second will it do?',
      explanation: '{served}, 5.5 times as many, not 8. The more processors work on the same rows, the more they wait for each other.',
      hints: ['More than before, but eight times?', 'Select “Shard 1”, set “vCPU each” to 16, and let the clock go on for 25 s.'],
    },
    'sixty-four': {
      task: 'Bigger: 64 processors, 32 times the price. Run 25 seconds more.',
      question: 'How many statements a second will it do?',
      explanation: '{served}: four times the processors of before, and not even twice the work.',
      hints: [
        'The last step gave less than one hoped. This one gives even less.',
        'Set “vCPU each” to 64 and let the clock go on for 25 s.',
      ],
    },
    'ninety-six': {
      task: 'The biggest there is: 96 processors, $5,992 a month. Run 25 seconds more.',
      question: 'How many statements a second will it do?',
      explanation: '{served}: less than with 64. 48 times the price bought 8.7 times the work, and the road ends here.',
      hints: ['Does one more cook always help in a kitchen?', 'Set “vCPU each” to 96 and let the clock go on for 25 s.'],
    },
    'big-one-dies': {
      task: 'An easy load: set the users’ requests to 100 a second. Restart, run 10 seconds, crash the big database, and watch for 20.',
      question: 'What share of the requests fails?',
      explanation: '{lost}. However big it is, it is one machine. It is a single point of failure.',
      hints: ['How many other machines have the data?', 'Requests 100, restart, run 10 s, crash “Shard 1”, run 20 s.'],
    },
    'four-small': {
      task: 'Out: “vCPU each” of shard 1 back to 2, “Shards in use” of the router to 4, requests to 450. Restart, and run for 25 seconds.',
      question: 'How many statements a second will four small ones do?',
      explanation: '{served}: exactly four times one, for four times the price. They do not get in each other’s way, and you can go on.',
      hints: ['Each does what the first one did.', 'vCPU 2, shards in use 4, requests 450, restart, run 25 s.'],
    },
    'one-of-four-dies': {
      task: 'Requests to 100 again. Restart, run 10 seconds, crash the first shard, and watch for 20.',
      question: 'What share of the requests fails?',
      explanation: '{lost}: the rows of that shard. The other three never noticed.',
      hints: ['What share of the rows is on one of four shards?', 'Requests 100, restart, run 10 s, crash “Shard 1”, run 20 s.'],
    },
  },
  quiz: {
    enough: {
      question:
        '{shards} shards are in use, each with {cpus} processors, and far too many statements of 50 ms come. How many a second do they do?',
      explanation: 'Shards add up. Processors within one do a little less than that: 2 are worth 1.94, 8 are worth 6.6.',
    },
  },
  teacher: [
    'Time: 10 minutes. Make the case against sharding first: joins, transactions and moving rows all become hard (lessons 13 and 14).',
    'Stack Overflow in 2013: ten million visitors a month are about 77 pages a second at the peak. One big database was hardly busy. It was right.',
    'How much processors get in each other’s way (0.03 and 0.0002) are assumptions; no public figures exist for databases. The shape is what counts.',
    'Question to the room: 2,000 writes a second, and a box does 1,333. How many shards? Two at least, three if none may be more than 60 % busy.',
    'Misconception: “resizing is a click”. It is a restart of a minute or two, unless a copy takes over meanwhile.',
  ],
};
