import type { LessonWords } from '../lesson.ts';

export const servicesEn: LessonWords = {
  title: 'Services, and how failures spread',
  goal: 'One silent part can take everything along, and retries can keep a failure alive. Learn the three settings that stop both.',
  steps: {
    calm: {
      task: 'Look at the upper half: feeds ask the user and the media service at once. No wire inside has a timeout. Run it for 30 seconds.',
      question: 'How long does the slowest one in a hundred take?',
      explanation: '{p99}, and nobody fails. Half of all requests are feeds; one in twenty is an upload for the media service itself.',
      hints: ['It is a busy page with logins, and a login takes 100 ms of work.', 'Enter your guess and run until the clock shows 30 s.'],
    },
    silent: {
      task: 'Restart, run 20 seconds, and let the media service hang: it says nothing any more. Watch for 45 seconds.',
      question: 'What share of all requests fails in the end?',
      explanation:
        '{failing}! Each feed holds a thread and waits for ever; 200 threads are gone within seconds. Then not even a login gets in.',
      hints: ['A waiting request holds its thread. How many threads are there?', 'Restart, run 20 s, hang the media service, run 45 s.'],
    },
    timeout: {
      task: 'Give both wires to the media service a timeout of 200 ms. Restart, run 20 seconds, hang the media service, watch for 45.',
      question: 'What share of all requests fails in the end?',
      explanation: '{failing}: feeds and uploads. Nobody waits for ever now, but a feed without its pictures still counts as failed.',
      hints: [
        'Select the wire from the feed service to the media service, then the one from the web servers.',
        'Timeout 200 on both, restart, 20 s, hang, 45 s.',
      ],
    },
    fallback: {
      task: 'A feed can do without pictures: turn on the fallback of the feed service. Restart, run 20 seconds, hang the media service, watch for 45.',
      question: 'What share of all requests fails in the end?',
      explanation: '{failing}: uploads alone, which really need the dead part. {feeds} of the feeds are served, with empty frames.',
      hints: ['“Fallback” is a setting of the feed service.', 'Turn it on, restart, run 20 s, hang the media service, run 45 s.'],
    },
    storm: {
      task: 'Below: a checkout of 300 a second. Set the upper users to 0, the lower ones (buyers) to 280. Restart, run 30 s, hang the checkout for 10 s, recover, run 60.',
      question: 'It is healthy again. How many purchases a second succeed a minute later?',
      explanation:
        '{buys}. Each buyer tries four times: {attempts} come. All that the checkout does is late, and nobody is waiting for it any more.',
      hints: [
        'How many attempts come when each is tried four times?',
        'Rates 0 and 280, restart, 30 s, hang the lower server 10 s, recover, 60 s.',
      ],
    },
    'short-line': {
      task: 'Let nobody wait in vain: set the checkout’s waiting room to 100. Restart, run 30 seconds, hang it for 10, recover, run 60.',
      question: 'How many purchases a second succeed a minute later?',
      explanation: '{buys}. A line of 100 takes a third of a second, less than the buyers’ patience: whoever gets in is served in time.',
      hints: ['100 requests at 300 a second: how long is that wait?', 'Waiting room 100, restart, 30 s, hang 10 s, recover, 60 s.'],
    },
    breaker: {
      task: 'Or a breaker: waiting room 1,000,000 again; on the buyers’ wire turn the breaker on, open for 10 s. Restart, 30, hang 10, recover, 60.',
      question: 'How many purchases a second succeed a minute later?',
      explanation: '{buys}. When half of the calls fail, callers stop calling for a while. That gives the server time to get up.',
      hints: [
        'What does an overloaded server need most?',
        'Waiting room back, breaker on, open 10 s, restart, 30 s, hang 10 s, recover, 60 s.',
      ],
    },
  },
  quiz: {
    attempts: {
      question:
        '{load} buyers a second, {retries} retries each, no breaker and no limit to the line. A minute after the ten silent seconds: how many attempts a second reach the checkout?',
      explanation: 'Load × (1 + retries). If that is more than it can do (300), it never recovers by itself.',
    },
  },
  teacher: [
    'Time: 12 minutes. Before the storm, let the class say what they would do: most answer “more retries” or “longer pauses”. Neither ends it.',
    'The rule: it recovers by itself only if load × (1 + retries) is below capacity. 70 × 4 does, 80 × 4 never does.',
    'Question to the room: three layers, four attempts in each? One request becomes 4 × 4 × 4 = 64 calls at the bottom.',
    'In this order: bound the line below the patience, then limit retries, then spread them in time.',
    'Ten million daily users are 6,944 requests a second at the peak: about 29 web servers and 18,750 reads a second. Let the students write down the next bottleneck.',
    'Close with the hunt for single points of failure, and with the bill.',
  ],
};
