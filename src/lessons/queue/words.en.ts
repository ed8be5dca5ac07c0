import type { LessonWords } from '../lesson.ts';

export const queueEn: LessonWords = {
  title: 'Message queue',
  goal: 'Part those who ask from those who work: then workers may be slow, few or away, and nobody who asks notices.',
  steps: {
    called: {
      task: 'A hundred photos come every second. Web servers call the photo workers and wait: 2 s of work for each photo. Run it for 30 seconds.',
      question: 'How long does a typical user (the median) wait for an answer?',
      explanation: '{median}: the user waits for all the work, though “we have your photo” would have been answer enough.',
      hints: ['The user’s answer comes when the worker is done.', 'Enter your guess and run until the clock shows 30 s.'],
    },
    'workers-die': {
      task: 'Crash all the photo workers at once, and watch for 60 seconds.',
      question: 'How many uploads will fail in that minute?',
      explanation: '{failed}: every single one. Who calls directly is down whenever the one who is called is down.',
      hints: ['Select the photo workers and look at what can be broken.', 'Crash all of them, then let the clock go on for 60 s.'],
    },
    'queue-between': {
      task: 'Put the queue between: wire the web servers to it and it to the workers. Delete the wire from web servers to workers. Run 30 seconds.',
      question: 'How long do 99 of 100 users wait at most now?',
      explanation: '{accepted}. A user is answered as soon as the queue has the message; the 2 s of work happen later.',
      hints: ['Two new wires, and the old one must go.', 'Select the old wire and delete it, enter your guess, run for 30 s.'],
    },
    outage: {
      task: 'Crash all the photo workers again. This time they stay away for 5 minutes (300 s): let it run. Turn the speed up if you like.',
      question: 'How many messages will wait after 300 seconds?',
      explanation: '{backlog} messages wait, and {failed} uploads failed. The queue takes what comes, whoever is away on the other side.',
      hints: ['Messages a second times seconds.', 'Crash all workers and let the clock go on for 300 s.'],
    },
    drain: {
      task: 'Bring the workers back (Recover), and let it run for another 300 seconds. They do 150 photos a second, and 100 go on coming.',
      question: 'How many messages will still wait after that?',
      explanation: '{backlog}. Only the difference drains: 150 − 100 = 50 a second. An outage of 5 minutes takes 10 to catch up.',
      hints: ['How much more can they do than what comes?', 'Recover all workers and let the clock go on for 300 s.'],
    },
    double: {
      task: 'You need not touch the web servers to go faster. Set the workers to 20, and let it run for 100 seconds more.',
      question: 'How many messages will wait then?',
      explanation: '{backlog} are left: 200 − 100 is twice the difference, so it drains twice as fast with only a third more workers.',
      hints: ['20 workers of 10 a second each, and 100 a second come.', 'Set “Workers” to 20 and let the clock go on for 100 s.'],
    },
    'broker-dies': {
      task: 'Now crash the queue itself, and watch for 5 seconds. It writes each message to disk before it says “accepted”.',
      question: 'How many messages will be lost?',
      explanation: '{lost} lost. Nobody can upload while it is away, but what it has accepted is safe.',
      hints: ['Select the queue and look at what can be broken.', 'Crash it, then let the clock go on for 5 s.'],
    },
    'in-memory': {
      task: 'Recover the queue and turn “Survives a crash” off. Let it run for 20 seconds, crash the queue again, and watch for 5.',
      question: 'How many messages will be lost now?',
      explanation: '{lost}, all that was waiting. “No loss” is not what a queue is; it is what its settings are.',
      hints: ['“Survives a crash” is a setting of the queue.', 'Recover, turn it off, run 20 s, crash it, run 5 s.'],
    },
    'too-early': {
      task: 'One more way to lose. “Survives a crash” on again; let workers acknowledge before the work. Restart, run 30 seconds, crash all workers, watch for 3.',
      question: 'The queue is safe. How many photos are lost all the same?',
      explanation:
        '{dropped}: those in the workers’ hands, 100 a second for 2 s each. The queue had been told that they were done, and forgot them.',
      hints: [
        'How many photos are being worked on at any moment?',
        '“Acknowledges” is a setting of the workers. Restart, run 30 s, crash all workers, run 3 s.',
      ],
    },
  },
  quiz: {
    drain: {
      question:
        'All workers are away for 60 seconds, 100 messages a second come. Then {workers} workers are back, each doing 10 a second. How many messages wait 100 seconds later?',
      explanation: '6,000 less 100 times the difference. With 10 workers there is no difference, and the backlog stays for ever.',
    },
  },
  teacher: [
    'Time: 12 minutes. Let them reckon the backlog (rate × seconds) and the drain (backlog ÷ difference) on paper before each run.',
    'Question to the room: 100 come, 100 are done. When is the backlog gone? Never. A system without spare capacity never forgets an outage.',
    'Misconception: “a queue makes it faster”. The photo takes as long as before. What is faster is the answer.',
    'Contrast: one group of 3 workers shares 1,000 messages; 3 groups get 1,000 each. Set the queue to a topic and wire two more workers to see it.',
    'Losses hide in three boxes: kept on disk, acknowledged by the copies, acknowledged by the worker after (not before) the work. Untick one at a time.',
    'One poisonous message can stop one partition of a topic, 1 of 12, until it is put aside after some tries (dead letters).',
  ],
};
