import type { LessonWords } from '../lesson.ts';

export const cdnEn: LessonWords = {
  title: 'CDN',
  goal: 'Distance is not a matter of capacity: see what copies near the users mend, and what no copy can.',
  steps: {
    far: {
      task: 'One site in the eastern US; half of its users are in Korea. They ask for files: images, scripts, styles. Run it for 30 seconds.',
      question: 'How long does a file take to Korea, on average?',
      explanation: '{korea}: one round trip over the ocean is 178 ms, whatever the server does. The site gets {origin}.',
      hints: ['Light needs a while: Seoul to the eastern US and back.', 'Enter your guess and run until the clock shows 30 s.'],
    },
    near: {
      task: 'Wire both groups of users to the CDN. It keeps copies at an edge near each of them, and files take that way. Run for 60 seconds.',
      question: 'How long does a file take to Korea now, on average?',
      explanation:
        '{korea}: 10 ms to the edge, and one file in twenty, which must not be kept, still crosses the ocean. The site gets {origin}.',
      hints: ['10 ms for most, 188 ms for one in twenty.', 'Select each group of users, choose Connect, then the CDN; run for 60 s.'],
    },
    'short-lives': {
      task: 'Somebody fears old files: set the CDN’s time to live to 10 seconds. Restart, and run for 40 seconds.',
      question: '2,000 files, each wanted about once in 9 seconds at each edge. How many requests will find a copy?',
      explanation: 'Only {hits}, and {korea} on average. A copy pays only if somebody asks again while it lives.',
      hints: [
        'About one asks while a copy lives; then it has to be fetched again.',
        'Set “Time to live” to 10, restart, and run for 40 s.',
      ],
    },
    purge: {
      task: 'Set it back to a day (86,400 s). Restart and run for 60 seconds. Then purge the CDN (all copies gone), and watch for 10.',
      question: 'The site was asked about 23 times a second. How often in the worst second after the purge?',
      explanation: '{rush}: everything at once, 20 times as much in the first moment. Could your site take that on a busy day?',
      hints: ['Which requests find a copy right after it?', 'Time to live 86,400, restart, run 60 s, Purge, run 10 s.'],
    },
    pages: {
      task: 'Files are fine. Now pages: in the traffic, set static files to 0 %. Pages are made for each user, by the site. Run 30 seconds more.',
      question: 'How long does a page take to Korea?',
      explanation: '{korea}. The CDN has no copy of what is made for one person. The ocean is back.',
      hints: ['Select nothing (Escape): Settings then shows the traffic.', 'Static files 0, then let the clock go on for 30 s.'],
    },
    'first-visit': {
      task: 'And the first visit? A new visitor first connects: 2 round trips. Set the Korean users’ “Round trips to connect” to 2; run 30 seconds.',
      question: 'How long does a first page take to Korea?',
      explanation: '{korea}: three round trips of 178 ms. No server, however fast, mends this. Only a site that is nearer does.',
      hints: ['Two round trips to connect, one for the page.', 'Select the Korean users, set it to 2, and run for 30 s.'],
    },
    'pages-near': {
      task: 'If pages are the same for all, the edge can keep them: delete the wire from Korean users to the site, set “Keeps pages for” to 60. Run 60 seconds.',
      question: 'How long does a first page take to Korea now?',
      explanation:
        '{korea}: three short round trips to the edge. Pages may be a minute old, and what users write still has to cross the ocean.',
      hints: ['All three round trips go to the edge now.', 'Delete the wire, set 60 on the CDN, and run for 60 s.'],
    },
  },
  quiz: {
    hits: {
      question:
        'Each edge is asked for a file about once in 8.6 seconds, and one file in twenty must not be kept. The time to live is {seconds} s. How many requests find a copy?',
      explanation: 'Of one fetch and the λT requests until the copy ends, λT find it: λT ÷ (1 + λT), of the 95 %.',
    },
  },
  teacher: [
    'Time: 10 minutes. Write the time of a first page in Korea on the board (539 ms) and keep it for lesson 10.',
    'Question to the room: what did the CDN not mend? Round trips for what is made for one person, and for what is written.',
    'Misconception: “a slow page needs a faster server”. The server takes 5 ms of the 539.',
    'Rates are a tenth of those of a million daily users (4,630 files a second, 1.1 Gbit/s): shares, waits and factors are the same. At full rate the site sends 56 Mbit/s instead of 1,111.',
    'The bill hardly changes: 10 TB cost about $850 from an edge and $900 from the site. A CDN is bought for distance and for calm.',
  ],
};
