import type { LessonWords } from '../lesson.ts';

export const balancerEn: LessonWords = {
  title: 'Load balancer and redundancy',
  goal: 'Put servers side by side, keep one to spare, and find out how soon a dead one is left out.',
  steps: {
    one: {
      task: 'A balancer with one server behind it. 400 requests a second come; each costs 6.4 ms, and the server has two processors. Run it for 30 seconds.',
      question: 'How many requests a second will be answered?',
      explanation: '{served}, the limit of one server: 2,000 ms ÷ 6.4 ms = 312. A balancer with one server behind it balances nothing.',
      hints: ['Enter your guess first: Run is locked until then.', 'Press Run and wait until the clock shows 30 s.'],
    },
    four: {
      task: 'Set the web servers to 4 and the requests to 1,000 a second. Restart and run for 60 seconds.',
      question: 'How busy will each server be?',
      explanation: 'Each is {busy} busy: a quarter of 1,000 is 250, and each can do 312. 99 of 100 wait less than {p99}.',
      hints: ['“Servers” is a setting of the web server, “Requests” one of the users.', 'Set 4 and 1,000, restart, and run for 60 s.'],
    },
    three: {
      task: 'One server is taken away for repair: set the web servers to 3, and let it run for 40 seconds more.',
      question: 'What will users see?',
      answers: { fine: 'Nothing: three are enough', slower: 'A bit slower, then steady', grows: 'A line that grows without end' },
      explanation: 'Three can answer {served}, and 1,000 come. {waiting} requests wait by now, and every second 62 more.',
      hints: ['What can three servers do? 3 × 312.', 'Set “Servers” to 3 and let the clock go on for 40 s.'],
    },
    crash: {
      task: 'Back to 4 servers, with only 400 requests a second. Restart, run 20 seconds, crash one of the four servers, and watch for 75 seconds.',
      question: 'How many requests will fail?',
      explanation:
        '{failed} failed, although three servers had room for all. The balancer asks every 30 s how they are, and believes only the second bad answer.',
      hints: ['Set both numbers, then restart.', 'Run 20 s, select the web server, crash one of its servers, and let it run 75 s more.'],
    },
    'check-faster': {
      task: 'Let the balancer look more often: set its health check to every 5 seconds. Restart, run 20 seconds, crash one server, watch for 30 seconds.',
      question: 'How many requests will fail now?',
      explanation: 'Down to {failed}: a hundred a second for the 5 to 10 seconds that two checks take.',
      hints: ['“Health check every” is a setting of the load balancer.', 'Set it to 5, restart, run 20 s, crash one server, run 30 s.'],
    },
    'try-next': {
      task: 'Let it learn from requests: set “Left out after” to 1 and “Tries at another server” to 1. Restart, run 20 seconds, crash one server, watch for 30 seconds.',
      question: 'How many requests will fail now?',
      explanation: '{failed} failed. The first refused request is sent on to another server, and the dead one is left out at once.',
      hints: [
        'Both settings are among the advanced ones of the load balancer.',
        'Set both to 1, restart, run 20 s, crash one server, run 30 s.',
      ],
    },
    silence: {
      task: 'Same balancer, other death. Restart, run 20 seconds, let one server hang instead of crash, and watch for 60 seconds.',
      question: 'How long does the slowest one in a hundred wait?',
      explanation:
        'Up to {p99}. A crash says no at once. Silence says nothing, so callers wait out their whole timeout of 10 s before they try elsewhere.',
      hints: ['“Hang” stands beside “Crash” when the web server is selected.', 'Restart, run 20 s, hang one server, run 60 s more.'],
    },
  },
  quiz: {
    spare: {
      question:
        'You run {servers} such servers (two processors, 6.4 ms a request). One may die at any time. How many requests a second can the others still answer?',
      explanation: 'One fewer times 312. So with N servers, keep each at most (N − 1) ÷ N busy.',
    },
  },
  teacher: [
    'Time: 12 minutes. Let everybody guess the number of failed requests before the first crash: most guess far too low.',
    'Why did one missing server take everything down? Because the survivors were above 100 %. The rule: busy at most (N − 1) ÷ N.',
    'Split the class for the last step: one half crashes a server, the other half lets it hang. Errors turn into waits of ten seconds. Ask which is worse for a user.',
    'Misconception: “the balancer notices at once”. Managed balancers check every 30 s by default, and ask twice.',
    'The 33 ms that a textbook gives for p99 belong to one common line for all processors. Taking turns means a line for each server: about 52 ms.',
  ],
};
