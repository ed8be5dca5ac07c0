import type { LessonWords } from '../lesson.ts';

export const sessionsEn: LessonWords = {
  title: 'Sticky or shared sessions',
  goal: 'Find out what it costs when a server remembers its users, and where that memory should live instead.',
  steps: {
    'by-lot': {
      task: '10,000 people are logged in; four servers remember them, each in its own memory. The balancer deals pages at random. Run it for 90 seconds.',
      question: 'How many pages come to a server that does not know their user?',
      explanation: '{strangers}, nearly three of four, and each of these users has to log in again. Only one server in four knows them.',
      hints: ['Four servers, and one of them knows the user.', 'Enter your guess and run until the clock shows 90 s.'],
    },
    sticky: {
      task: 'Let the balancer remember, too: set its “Sticky sessions” to cookie. Restart, and run for 90 seconds.',
      question: 'How many pages come to a stranger now?',
      explanation: '{strangers}. Everybody always reaches the same server. It looks solved. Let us break it.',
      hints: ['“Sticky sessions” is a setting of the load balancer.', 'Choose cookie, restart, and run for 90 s.'],
    },
    'one-dies': {
      task: 'Crash one of the four servers, and watch for 100 seconds.',
      question: 'How many people are logged out?',
      explanation: '{people}: everybody whom that server remembered. Their memory died with it.',
      hints: ['How many of the 10,000 does one server remember?', 'Select the web servers, crash one of them, run 100 s more.'],
    },
    fifth: {
      task: 'Now help is to come. Restart and run for 120 seconds. Then set the servers to 5, and run 60 seconds more.',
      question: 'What share of the pages does the fifth server get then?',
      explanation:
        '{share}, where a fifth would be fair. Those who are logged in stick to the old four; only newcomers are dealt to the new one.',
      hints: ['Who may be sent to the new server? Only those without a cookie.', 'Restart, run 120 s, set “Servers” to 5, run 60 s.'],
    },
    store: {
      task: 'Move the memory out: wire the web servers to the session store, set their sessions to stateless, turn sticky off. Run for 90 seconds.',
      question: 'What share of the pages does the fifth server get now?',
      explanation:
        '{share}: any server can serve anybody, so each gets its fifth at once. The price is one short question to the store per page.',
      hints: ['“Sessions” is a setting of the web servers.', 'Wire, choose stateless, sticky off, then run for 90 s.'],
    },
    'one-dies-again': {
      task: 'The same test: crash one of the servers, and watch for 60 seconds.',
      question: 'How many people are logged out?',
      explanation: '{people}. The server had nothing to forget. That is what stateless means.',
      hints: ['Where are the sessions now?', 'Select the web servers, crash one of them, run 60 s more.'],
    },
    'store-dies': {
      task: 'And the store? Crash it, bring it back after some seconds (Recover), and watch for 100 seconds.',
      question: 'It keeps sessions in memory and has no copy. How many people are logged out?',
      explanation: '{people}, nearly everybody. The memory is shared now, and so is its death: give the store a copy.',
      hints: [
        'What was in its memory is gone when it comes back.',
        'Crash the session store, recover it, and let the clock go on for 100 s.',
      ],
    },
  },
  quiz: {
    strangers: {
      question: 'Stateful servers again, no stickiness, {servers} of them. How many pages come to a server that does not know their user?',
      explanation: 'All but one in so many: 1 − 1 ÷ servers (a little less, because a first page is known by nobody anyway).',
    },
  },
  teacher: [
    'Time: 12 minutes. After step 2 ask for a vote: solved or not? Keep the votes for steps 3 and 4.',
    'Question to the room: one sticky server overheats. What can the balancer do for those who are logged in there? Nothing.',
    'Misconception: “stickiness is bad because it burdens the balancer”. No public figure exists for that. What can be measured: sessions lost, servers filled unevenly, newcomers idle.',
    'With a remainder of addresses (ip_hash % N) instead of a cookie, 4 of 5 people are logged out the moment a fifth server joins.',
    'Closing question: the store is now the one thing that must not die. What do you do about it? (A copy, and some seconds of failover.)',
  ],
};
