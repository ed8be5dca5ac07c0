import type { LessonWords } from '../lesson.ts';

export const seeItEn: LessonWords = {
  title: 'See it: logs, metrics, alerts',
  goal: 'Numbers can be right and say the wrong thing. Find out what a mean hides, how late an alert is, and what a log loses.',
  steps: {
    stall: {
      task: 'Above: 100 requests a second, answered within 10 ms. Run 30 seconds, let the server hang for 10, recover it, run 60 more.',
      question: 'In those 100 seconds, how long does the slowest one in a hundred wait?',
      explanation: '{p99}. For ten seconds of a hundred everybody waited, whoever came first the longest. So p99 is 9 s.',
      hints: [
        'A tenth of all came while it was silent, and waited 0 to 10 s.',
        'Run 30 s, hang the upper server, after 10 s Recover, run 60 s.',
      ],
    },
    polite: {
      task: 'A load test is politer: it waits for an answer before it asks again. Let “Who sends” above be a fixed number (1 person). Restart, same test.',
      question: 'What p99 will the load test report?',
      explanation:
        '{p99}! It asked {asked} times, and only one of these met the silence: it stood there and asked nothing. The test missed the outage.',
      hints: [
        'How many of its questions can meet the ten silent seconds?',
        'A fixed number, restart, run 30 s, hang the upper server 10 s, Recover, run 60 s.',
      ],
    },
    'one-slow': {
      task: 'Below: set the upper think time to 3,600, the lower requests to 200. Restart, run 10 s, make one of the ten servers 50 times slower, run 30.',
      question: 'Nine answer in 20 ms, one in 1,000. What is the p99 of all answers together?',
      explanation: '{p99}: one answer in ten is slow. A dashboard that takes the mean of ten p99s says (9 × 20 + 1,000) ÷ 10 = 118 ms.',
      hints: [
        'What share of all answers comes from the slow one?',
        'Think time 3,600, requests 200, restart, 10 s, Slow (50×) on one server, 30 s.',
      ],
    },
    'told-late': {
      task: 'Wire the monitor to the lower web servers. It looks every 15 s; a rule must hold for 60. Restart, run 30 s, hang one server, run 120.',
      question: 'After how many seconds are you told?',
      explanation:
        '{seconds}: the next look, its own timeout, the next judgement, and 60 s in which it must stay so. {failed} requests failed by now.',
      hints: [
        'Add up: look, judge, and the time that it must hold.',
        'Select the monitor, connect it to the lower servers, restart, 30 s, hang one, 120 s.',
      ],
    },
    'told-sooner': {
      task: 'Let the monitor look every 5 seconds, and rules hold for 10. Restart, run 30 seconds, hang one server, run 60.',
      question: 'After how many seconds are you told now?',
      explanation: '{seconds}. Quicker, and more easily wrong: any hiccup of ten seconds now wakes somebody up at night.',
      hints: ['Two of the waits became shorter.', '“Looks every” 5, “Must hold for” 10, restart, 30 s, hang one, 60 s.'],
    },
    'last-words': {
      task: 'Wire the log collector to the lower web servers. They ship their lines every 5 seconds. Run about 30 seconds, crash one server, run 10.',
      question: 'Each server writes about 100 lines a second. How many lines die with it?',
      explanation: '{lost}: what it had written since it last shipped. The lines that would explain a crash are the ones in danger.',
      hints: ['Up to 5 s of 100 lines.', 'Select the log collector, connect it, run 30 s, crash one server, run 10 s.'],
    },
    'find-it': {
      task: 'Now for real. After 200 seconds something happens to one of the lower servers, and nobody says which. Restart, run 230, find it, recover it.',
      question: 'One of ten servers will be slow. What will p99 be then?',
      explanation:
        'p99 was {p99} while it lasted, and is {after} again. You found one of ten by its trace, not by luck: that is what measuring is for.',
      hints: [
        'In the charts choose the lower web servers and their utilization: which row looks unlike the others?',
        'The seventh server works fifty times as much. Select the web servers, choose server 7, and press Recover.',
      ],
    },
  },
  quiz: {
    alert: {
      question:
        'The monitor looks every {look} s, and a rule must hold for {hold} s. One server falls silent. After how many seconds does the alert come?',
      explanation: 'Until the next look, its timeout of 10 s, the next judgement, and then all the time that the rule must hold.',
    },
  },
  teacher: [
    'Time: 12 minutes. Race two teams on the same broken system, one with dashboards and one without; count the clicks until somebody names the part.',
    'Misconception: “p99 10 ms, so the test passed”. Ask what the tester did while the server was silent. It is called coordinated omission.',
    'Misconception: “the mean of the p99s is the p99”. Percentiles cannot be averaged; histograms can be added.',
    'Question to the room: which three charts first? What users get, how busy each tier is, and the hottest shard over the mean.',
    'Logs of 1,000 requests a second, 5 lines of 500 bytes each, are 216 GB a day: about $3,200 a month at $0.50 a GB. Sampling is not stinginess.',
  ],
};
