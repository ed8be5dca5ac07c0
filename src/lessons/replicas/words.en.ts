import type { LessonWords } from '../lesson.ts';

export const replicasEn: LessonWords = {
  title: 'Database replication',
  goal: 'Copies of a database carry reads, never writes. They lag a little, and that lag is what you lose when the primary dies.',
  steps: {
    alone: {
      task: 'One database, two processors. Each second 3,500 reads of 0.5 ms and 200 writes of 1.5 ms ask for it. Run it for 30 seconds.',
      question: 'How busy will the database be?',
      explanation:
        'Busy {busy}: 1,750 + 300 = 2,050 ms of work a second, and two processors have 2,000. A line grows; p99 is {p99} already.',
      hints: ['Multiply: reads × 0.5 ms plus writes × 1.5 ms, over 2,000 ms.', 'Enter your guess and run until the clock shows 30 s.'],
    },
    'two-replicas': {
      task: 'Give it two replicas. They take all the reads; the primary keeps the writes. Let it run for 30 seconds more.',
      question: 'How busy will the primary be?',
      explanation: 'The primary is {primary} busy, each replica {replica}: half of the reads, and every one of the writes once more.',
      hints: ['Select the database and look for “Replicas”.', 'Set “Replicas” to 2 and let the clock go on for 30 s.'],
    },
    lag: {
      task: 'Set the requests to 1,000 and, in the traffic, writes to 20 %. Then let replicas lag by 1 second (1,000 ms), and run 40 seconds more.',
      question: 'How many reads will be stale, showing a row as it was before its last write?',
      explanation:
        '{stale} are stale. Each of the 1,000 rows is written every 5 seconds, and for 1 second after that replicas show the old one.',
      hints: [
        'Select nothing (Escape): Settings then shows the traffic with “Writes”. The lag is a setting of the database.',
        'Requests 1,000; writes 20 %; lag 1,000 ms; then 40 s more.',
      ],
    },
    'short-lag': {
      task: 'A healthy replica lags less: set the replication lag back to 100 ms and run 40 seconds more.',
      question: 'How many reads will be stale now?',
      explanation: '{stale}: a tenth of the lag, roughly a tenth of the stale reads. Few, but never none.',
      hints: ['It is the same setting as before.', 'Set “Replication lag” to 100 and let the clock go on for 40 s.'],
    },
    'from-the-primary': {
      task: 'Somebody must never see old rows: let reads go to the primary. Run 30 seconds more.',
      question: 'How busy will the primary be now?',
      explanation:
        'No read is stale, but the primary is {primary} busy instead of 15 %, and the replicas only copy: {replica}. Fresh reads cost the primary’s time.',
      hints: ['“Reads go to” is a setting of the database.', 'Choose the primary and let the clock go on for 30 s.'],
    },
    'primary-dies': {
      task: 'Let reads go to replicas again. Restart, run 20 seconds, crash the primary (the first server), and watch for 100 seconds.',
      question: 'A replica takes over after 90 s. How many writes will fail until then?',
      explanation:
        '{failed} writes failed; reads went on. And {lost} writes that had been acknowledged are gone: they were still on their way to the copies.',
      hints: ['Set “Reads go to” to replicas, then restart.', 'Run 20 s, select the database, crash its first server, run 100 s.'],
    },
    sync: {
      task: 'Acknowledge a write only when all copies have it (synchronous). Restart, run 20 seconds, crash the primary, watch for 100 seconds.',
      question: 'How many acknowledged writes will be lost?',
      explanation:
        '{lost} lost. The price: each write waits for the copies; the median was {write} before the crash. Over an ocean it would be 178 ms more.',
      hints: [
        '“A write is acknowledged” is a setting of the database.',
        'Choose synchronous, restart, run 20 s, crash the first server, run 100 s.',
      ],
    },
  },
  quiz: {
    writes: {
      question:
        'Only writes now: {writes} a second, 1.5 ms each, on servers with two processors. The primary has {replicas} replicas. How busy is the primary?',
      explanation: 'Writes × 1.5 ms ÷ 2,000 ms, whatever the number of replicas: every copy makes every write.',
    },
  },
  teacher: [
    'Time: 12 minutes. Ask for the primary’s load before the replicas are added, and again for writes alone: most expect replicas to help there too.',
    'Misconception: “writes are overloaded, so add replicas”. Each replica replays every write. Writes need a bigger server or shards (lessons 12 and 13).',
    'Let the class find “read your own writes” themselves: a user edits a profile and sees the old one. Remedy: read from the primary for a second after writing (“Own writes from the primary for”).',
    'A read d seconds after a write is stale with probability e^(−d ÷ lag): with 100 ms of lag 61 % after 50 ms, and under 1 % after 500 ms.',
    'Question to the room: how much may be lost (RPO), how long may it take (RTO)? The last two steps are exactly these two numbers.',
  ],
};
