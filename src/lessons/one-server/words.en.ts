import type { LessonWords } from '../lesson.ts';

export const oneServerEn: LessonWords = {
  title: 'One server, one curve',
  goal: 'Read how waiting grows with load, and find the knee of the curve.',
  steps: {
    calm: {
      task: 'One box runs web and database. Every request takes it 7.9 ms of a processor; it has two. Guess, then run a minute at 100 requests a second.',
      question: 'Of 100 requests, 99 are answered within how long?',
      explanation: 'At {busy} busy, 99 of 100 were answered within {p99}: nearly all of that is work, hardly any is waiting.',
      hints: ['Nothing has been run for a minute yet.', 'Press Run and let a minute of simulated time pass.'],
    },
    twice: {
      task: 'Set the users to 200 requests a second and watch for a minute and a half.',
      question: 'Twice the load. How long do 99 of 100 take now?',
      explanation: 'Twice the load made the slowest more than twice as slow, {p99}: at {busy} busy many find both processors taken.',
      hints: ['The number to change belongs to the users.', 'Select Users and type 200 as their requests per second.'],
    },
    'an-eighth-more': {
      task: 'Now an eighth more: 225 requests a second, for five minutes.',
      question: 'What does an eighth more load do to the slowest?',
      answers: { 'as-much': 'About an eighth more', 'a-third': 'About a third more', 'nearly-twice': 'Nearly twice as much' },
      explanation: 'An eighth more load, {p99}: waiting does not follow the load, it follows what is left of the box.',
      hints: ['The same control of the users as before.', 'Type 225 as the users’ requests per second and run on.'],
    },
    'near-the-edge': {
      task: 'The box can do 2 processors ÷ 7.9 ms = 253 requests a second. Go to 240, for five minutes.',
      question: 'At 240 of 253: how long do 99 of 100 take?',
      explanation: '{busy} busy looks like spare room, and yet 99 of 100 take up to {p99}.',
      hints: ['Look at the users’ rate once more.', 'Type 240 as the users’ requests per second and run on for five minutes.'],
    },
    'four-percent': {
      task: 'Four percent more: 250 requests a second, for ten minutes. Nothing is broken, and it is still less than 253.',
      question: 'Four percent more load. How long do 99 of 100 take?',
      explanation: 'Four percent more load, and {p99}: waiting grows like one over the idle share, and the box is {busy} busy.',
      hints: ['The users’ rate again; then patience, or a higher speed.', 'Type 250 and run on until ten minutes have passed since.'],
    },
    beyond: {
      task: 'Now 260 requests a second: more than the box can do. Run four minutes.',
      question: 'What does the line of waiting requests do?',
      answers: { settles: 'It finds a new length and stays there', grows: 'It grows as long as the load lasts' },
      explanation:
        '{waiting} requests stand in line, and seven more every second: beyond the capacity there is no length at which it stays.',
      hints: ['One more step up with the users’ rate.', 'Type 260 as the users’ requests per second and run on for four minutes.'],
    },
    'your-own': {
      task: 'Find a load of at least 180 at which 99 of 100 are answered within 100 ms. Let the line drain and hold it for two minutes.',
      explanation: 'You run it at {rate} with {p99}: {busy} busy is where this box is well used, and not 100 %.',
      hints: ['The knee lay between your second and your third load.', 'Set 195 requests a second and wait until the line has drained.'],
    },
  },
  quiz: {
    busy: {
      question: '{rate} requests a second, each {cpu} ms of a processor, {cpus} processors. What share of the time are they busy?',
      explanation: 'Busy share = requests a second × processor time ÷ processors.',
    },
    tail: {
      question: 'The box of this lesson at {rate} requests a second: within how long are 99 of 100 answered?',
      explanation: 'Below the knee the slowest pay little; near 253 a second every request more costs all the others.',
    },
  },
  teacher: [
    'Collect guesses of the whole class before each run. Most draw a straight line through the first two points: that is what the lesson breaks.',
    'Misconception: “90 % busy means 10 % left, so all is well.” What is left is what the line drains with.',
    'Keep formulas for after the run: waiting grows like 1 / (1 − busy share). At 240 it is 1/0.05, at 250 it is 1/0.0125.',
    'Ask: load rises by 4 % from 240 to 250. What happens to the slowest, and would you have seen it in the mean?',
    'Timing: 3 minutes for the first guess, 5 for the curve, 2 for the questions. At 250 use a high speed; ten minutes are needed there.',
  ],
};
