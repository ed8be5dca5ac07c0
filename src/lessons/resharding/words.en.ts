import type { LessonWords } from '../lesson.ts';

export const reshardingEn: LessonWords = {
  title: 'Resharding and consistent hashing',
  goal: 'Adding a shard moves rows. How many, and how evenly they lie afterwards, depends on how a row finds its shard.',
  steps: {
    even: {
      task: 'Four shards, 40 GB in all. A row lives on shard number “user % 4”. The fifth shard is not in use yet. Run it for 45 seconds.',
      question: 'What share of all work will the fullest shard have?',
      explanation:
        '{fullest}: numbers modulo 4 fall evenly. The remainder is the simplest rule there is, and a perfect one until something changes.',
      hints: ['Users are numbered one after the other.', 'Enter your guess and run until the clock shows 45 s.'],
    },
    fifth: {
      task: 'Put the fifth shard to use while everything runs: set “Shards in use” to 5, and let it run for 170 seconds.',
      question: 'What share of all rows will have to move?',
      explanation: '{moved} of the rows, {megabytes} MB. Only numbers with the same remainder by 4 and by 5 stay: 4 of every 20.',
      hints: [
        'Write down the numbers 0 to 19, modulo 4 and modulo 5. Which ones agree?',
        'Select the shard router and set “Shards in use” to 5.',
      ],
    },
    ring: {
      task: 'Another rule: set “Shards in use” to 4 and “How a shard is found” to consistent hashing. Restart, and run for 45 seconds.',
      question: 'What share of all work will the fullest shard have?',
      explanation: '{fullest}. Each shard has 128 points on a ring, a row belongs to the next point. That is nearly even, not quite.',
      hints: ['Both settings are ones of the shard router.', 'Set both, restart with the same seed, and run for 45 s.'],
    },
    'ring-fifth': {
      task: 'Now put the fifth shard to use on the ring: “Shards in use” 5, and let it run for 200 seconds.',
      question: 'What share of all rows will have to move?',
      explanation: '{moved}, {megabytes} MB: the new shard takes a piece from each old one, and nothing else moves.',
      hints: ['Which rows get a new next point?', 'Set “Shards in use” to 5 and let the clock go on for 200 s.'],
    },
    'one-point': {
      task: 'Does it need so many points? Set “Shards in use” to 4 and “Virtual nodes” to 1. Restart, and run for 45 seconds.',
      question: 'What share of all work will the fullest shard have?',
      explanation: '{fullest}, where 25 % would be fair. Four points fall anywhere on a ring, and somebody gets the longest piece.',
      hints: ['Throw four darts at a circle: are the pieces equal?', 'Set both on the shard router, restart, and run for 45 s.'],
    },
    'thousand-points': {
      task: 'And a thousand points each: set “Virtual nodes” to 1,000. Restart, and run for 45 seconds.',
      question: 'What share of all work will the fullest shard have?',
      explanation: '{fullest}. Many small pieces add up to nearly the same for everybody.',
      hints: ['Many small pieces, or few large ones: which evens out?', 'Set “Virtual nodes” to 1,000, restart, and run for 45 s.'],
    },
    country: {
      task: 'The rule is not all; the key matters more. Find shards by key % shards again, and set the shard key to country. Restart, run 45 seconds.',
      question: '70 % of the users live in one country. What share of all work will the fullest shard have?',
      explanation: '{fullest}: everybody of one country is on one shard. No rule can divide what has the same key.',
      hints: ['Both settings are ones of the shard router.', 'Choose “Key % shards” and “Country”, restart, and run for 45 s.'],
    },
  },
  quiz: {
    moved: {
      question: 'Rows lie on {before} shards by “user % {before}”. You change that to “user % {after}”. What share of the rows moves?',
      explanation:
        'Count within one common multiple of both: rows whose two remainders differ have to move. To twice as many, exactly half.',
    },
  },
  teacher: [
    'Time: 12 minutes. Let them count the numbers 0 to 19 on paper (modulo 4, modulo 5) before the second step.',
    'Question to the room: from % 4 to % 8? Half of the rows: each shard splits in two. That is why many double.',
    'Misconception: “a ring moves less, so it is done sooner”. Here both take 160 s: one new shard takes in 8 GB at 50 MB/s either way. But four fifths less is read, sent and thrown away.',
    'Ask what happens to a cache whose keys contain the shard number: four fifths of it is worthless after the remainder changes.',
    'On average over many rings the fullest of four has 2.08 times its fair share with 1 point, 1.34 with 10, 1.11 with 100 and 1.04 with 1,000. One ring may be luckier.',
  ],
};
