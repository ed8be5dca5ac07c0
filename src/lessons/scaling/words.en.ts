import type { LessonWords } from '../lesson.ts';

export const scalingEn: LessonWords = {
  title: 'Autoscaling and deployments',
  goal: 'Machines that act by themselves see late and start late. Find out by how much, and what a bad release costs until it is found out.',
  steps: {
    'three-times': {
      task: 'Ten servers, half busy. After 120 seconds three times as many users come, for good. The autoscaler may act. Run it for 520 seconds.',
      question: 'For how many seconds will the servers be overloaded?',
      explanation:
        '{seconds} seconds: up to 60 s until the numbers show it, 60 s until it looks again, 120 s until a new server has started.',
      hints: [
        'It sees late, decides once a minute, and a server starts for 120 s.',
        'Enter your guess, turn the speed up, and run until 520 s.',
      ],
    },
    'quick-start': {
      task: 'Servers that start quicker: set “Starts within” of the web servers to 30 seconds. Restart, and run for 420 seconds.',
      question: 'For how many seconds will they be overloaded now?',
      explanation: '{seconds} seconds. Starting became 90 s shorter, and so did the overload. Seeing it still takes 120 s.',
      hints: ['Only one of the three waits became shorter.', 'Set it to 30, restart, and run for 420 s.'],
    },
    forgetful: {
      task: 'Back to 120 seconds. And let the autoscaler forget what it has ordered: turn off “Counts what is starting”. Restart, run 700 seconds.',
      question: '30 servers are needed. How many will it ask for at most?',
      explanation:
        '{most}! Each minute it saw full servers and ordered more, because none had come yet. Then it throws them all away again.',
      hints: [
        'What does it see each minute while the first ones are still starting?',
        'Starts within 120, the switch off, restart, run 700 s.',
      ],
    },
    headroom: {
      task: 'Let it count again, and keep room: target load 30 %, and 17 servers to begin with. Restart, and run for 400 seconds.',
      question: 'For how many seconds will they be overloaded?',
      explanation: '{seconds} seconds. Three times 30 % is 90 %: there is room until help comes. It costs 1.7 times as many servers.',
      hints: ['17 servers at 30 % get three times as much.', 'Switch on, target 30, servers 17, restart, run 400 s.'],
    },
    'all-at-once': {
      task: 'Now a release. In the traffic set “Spike height” to 1; “Starts within” to 0. Restart, run 30 seconds, press “Release now” on the pipeline, run 150.',
      question: 'The new version fails every second request, and it is found out after 120 s. How many requests will fail?',
      explanation: '{failed}: half of 50 a second, for two minutes. Everybody had the bad version at the same moment.',
      hints: [
        'Select nothing (Escape): Settings then shows the traffic. “Starts within” is a setting of the web servers.',
        'Spike height 1, starts within 0, restart, run 30 s, Release now, run 150 s.',
      ],
    },
    canary: {
      task: 'Same bad version, other strategy: canary. It goes to one server first. Restart, run 30 seconds, Release now, run 150.',
      question: 'How many requests will fail now?',
      explanation: '{failed}: only what came to one server in 17. Nothing was tested better; fewer people were in its way.',
      hints: ['What share of the requests reaches one server of 17?', 'Strategy canary, restart, run 30 s, Release now, run 150 s.'],
    },
  },
  quiz: {
    boot: {
      question: 'The lesson’s first design, but a server needs {boot} s to start. For how many seconds are the servers overloaded?',
      explanation: 'About 120 s until it is seen and decided, and the start on top. Only room to spare or foresight is quicker.',
    },
  },
  teacher: [
    'Time: 12 minutes, at high speed. Let them add up the waits (60 s until seen, up to 60 s until decided, start) before the first run.',
    'Misconception: “autoscaling catches a spike”. It catches the next quarter of an hour. What catches a spike is room to spare.',
    'A rest after acting (cooldown) also tames the forgetful one: start + lag + two periods at least; 300 s are too short for servers that take 240.',
    'Question to the room: seventy of a hundred outages begin with a change. What follows for a Friday afternoon?',
    'While a quarter of the servers is away in a rolling release, the others carry a third more: 80 % busy becomes 107 %.',
  ],
};
