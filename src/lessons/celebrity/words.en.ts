import type { LessonWords } from '../lesson.ts';

export const celebrityEn: LessonWords = {
  title: 'Celebrities and joins',
  goal: 'One row can fill a shard while the mean looks fine, and one question to every shard is as slow as the slowest.',
  steps: {
    even: {
      task: 'Four shards, one processor each, 2 ms a read. 1,000 reads a second, all rows equally wanted. Run it for 30 seconds.',
      question: 'How busy will the first shard be?',
      explanation: '{busy}: a quarter of 1,000 reads is 250, and 250 × 2 ms is half a second of work in each second.',
      hints: ['A quarter of the reads times 2 ms.', 'Enter your guess and run until the clock shows 30 s.'],
    },
    celebrity: {
      task: 'A celebrity posts. Break the users with “Hot key” at 30 %: that many of all reads want one row. Watch for 60 seconds.',
      question: 'The row is on the first shard. How busy will that one be?',
      explanation: 'Busy {hot}, with {share} of all reads (30 + 70 ÷ 4). The mean of the four still says {mean}: means hide the hot one.',
      hints: ['The shard has all of the 30 %, and its quarter of the rest.', 'Select the users, choose “Hot key” with 30, run 60 s more.'],
    },
    split: {
      task: 'First remedy: in the shard router, “Hot keys”, choose to copy them to several shards. Let it run for 30 seconds more.',
      question: 'How busy will the first shard be?',
      explanation: 'Back to {busy}: it has {share} of the reads again. Four copies share the crowd; whoever writes has to write four.',
      hints: ['The celebrity’s reads are now dealt to four shards.', 'Choose “Copied to several shards” and let the clock go on for 30 s.'],
    },
    keep: {
      task: 'Second remedy: let the router keep hot keys for a moment. Let it run for 30 seconds more.',
      question: 'How busy will the first shard be now?',
      explanation: '{busy}, less than before the celebrity came: 30 % of all reads do not reach any shard. They may be a second old.',
      hints: ['What is left is 70 % of the reads, on four shards.', 'Choose “Kept by the router for a moment”, then 30 s more.'],
    },
    feeds: {
      task: 'Another trouble: joins. In the traffic set feeds to 100 %, and the users’ requests to 10 a second. Restart, and run for 180 seconds.',
      question: 'Every shard works 5 ms for a feed, on average. How long does a feed take, on average?',
      explanation:
        '{mean}, twice the 5 ms: a feed is done when the slowest of four is. Of 16 shards it would be 16.9 ms, of 100 shards 25.9.',
      hints: [
        'Select nothing (Escape): Settings then shows the traffic. Feeds are among the advanced ones.',
        'Feeds 100 %, requests 10, restart, run 180 s.',
      ],
    },
    denormalised: {
      task: 'Copy what a feed needs into each row: turn on “Denormalised” in the shard router. Restart, and run for 180 seconds.',
      question: 'How long does a feed take now, on average?',
      explanation: '{mean}: one shard has all that the feed needs, and nobody waits for the slowest.',
      hints: ['How many shards does a feed ask now?', 'Turn it on, restart, and run for 180 s.'],
    },
    copies: {
      task: 'Who pays? In the traffic set feeds to 90 % and writes to 10 %, and let it run for 60 seconds more.',
      question: 'How many further writes does one write cause, to bring the copies up to date?',
      explanation: '{copies}: one for each copy. Reads became cheap because writes became dear, which is right where reads are many.',
      hints: [
        'Look at “Copies per row” of the shard router. The traffic is in Settings when nothing is selected.',
        'Feeds 90, writes 10, then 60 s more.',
      ],
    },
  },
  quiz: {
    'more-shards': {
      question:
        'One row is wanted by {percent} % of all reads. The rows lie on {shards} shards. What share of all reads reaches the shard with that row?',
      explanation: 'Its own share and a fair part of the rest. More shards only divide the rest: with 30 % on 8 shards it is still 38.8 %.',
    },
  },
  teacher: [
    'Time: 12 minutes. Ask “do 8 shards fix it?” before showing any remedy: most say yes. It is still 30 + 70 ÷ 8 = 38.8 %.',
    'Misconception: “mean load 50 %, so all is well”. Look at the hottest shard and at its p99, never at the mean alone.',
    'The story that 3 % of Twitter’s servers were for one singer is an anecdote. On 4 shards 3 % gives 27 %: hardly to be seen. Skew hurts when it is large beside 1 ÷ N.',
    'Question to the room: likes, follower counts, a timeline: which would you copy, which would you join? Twitter read 300,000 timelines a second and wrote 6,000 tweets.',
    'Two celebrities on one shard add up; on two shards each is half as bad. A directory can move one of them.',
  ],
};
