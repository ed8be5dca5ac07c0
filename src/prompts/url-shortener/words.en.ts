import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const urlShortenerEn: PromptWords = {
  title: 'URL shortener',
  text: 'Design a service that turns long addresses into short ones and sends whoever opens a short one to the long one. 100 million short links are opened a day, by people on three continents. Opening a link must be quick and must practically always work; a link that somebody was given must never be lost. The design is one of eight equal cells: it gets an eighth of the traffic, and has an eighth of the budget.',
  facts: {
    redirectsPerDay: 'Links opened a day',
    createsPerDay: 'Links made a day',
    peakFactor: 'The busiest hour over the mean of the day',
    links: 'Links that are opened at all within a month',
    usShare: 'Share of the people in the US',
    euShare: 'Share of the people in Europe',
    asiaShare: 'Share of the people in Asia',
    linkKB: 'Size of one link with its address',
    keepYears: 'Years a link is kept',
    recoverySeconds: 'Time in which making links must work again after a failure',
  },
  clarifications: {
    writes: { question: 'How many links are made for those that are opened?', answer: 'A million a day: one for a hundred openings.' },
    peak: { question: 'How high is the peak over the mean?', answer: 'Three times the mean, in the evening of the US.' },
    where: { question: 'Where are the people?', answer: 'Half in the US, a quarter in Europe, a quarter in Asia.' },
    links: {
      question: 'How many links are alive, how big is one, and for how long is it kept?',
      answer: '10 million are opened within a month. One is half a KB and kept for five years.',
    },
    loss: {
      question: 'What may be lost or stand still when a database dies?',
      answer: 'No link that was acknowledged. Making links may stand still for a minute; opening them may not.',
    },
    popularity: {
      question: 'Are all links equally popular?',
      answer: 'Far from it: they follow a Zipf law of exponent 0.99, and one link can suddenly be 40 % of everything.',
    },
  },
  estimates: {
    meanRedirects: { label: 'Links opened a second, mean', how: '100 M / 86,400 s = 1,157 a second' },
    peakRedirects: { label: 'Links opened a second at the peak', how: '1,157 × 3 = 3,472 a second' },
    peakUs: { label: 'Requests a second from the US at the peak', how: '(100 M + 1 M) × 3 × 0.5 / 86,400 s = 1,753 a second' },
    writeShare: { label: 'Share of requests that make a link', how: '1 M / 101 M = 1 %' },
    storageGB: { label: 'Data after five years', how: '1 M × 0.5 KB × 365 × 5 = 913 GB' },
    databaseReads: { label: 'Reads that may reach the database', how: 'A fifth of 3,472 = 694 a second' },
  },
  chaos: {
    flush: 'All caches are empty at once, at the peak',
    'hot-link': 'One link is 40 % of all requests for 30 s',
    primary: 'The primary of the busiest database dies and stays dead',
  },
  rubric: {
    ...linesEn,
    'p99-us': 'US: 99 % of redirects within 100 ms',
    'p99-eu': 'Europe: 99 % of redirects within 200 ms',
    'p99-asia': 'Asia: 99 % of redirects within 200 ms',
    available: '99.95 % of redirects are answered in steady load',
    'p99-create': '99 % of the links made within 500 ms',
    'after-flush': 'After the flush: 99 % of redirects within 250 ms',
    'hot-link': 'With the hot link: 99 % of redirects within 250 ms',
    'redirects-go-on': '99.95 % of redirects are answered in spite of all that happens',
    'writes-back': 'Links can be made again 60 s after the primary died',
    'no-link-lost': 'No link that was acknowledged is lost',
    'database-reads': 'A fifth of the redirects at most reach a database',
  },
  fatal: { 'link-lost': 'A link that somebody had been given is gone' },
  needs: {
    program: 'Something has to answer: a web server or a service',
    store: 'Links have to be kept somewhere: a database or a NoSQL store',
  },
  references: {
    underBuilt:
      'One server and one database in the US. 438 requests a second of 5 ms are more than two processors can do, so everybody waits, and with the database all of it is down. It is cheap: that is all it is.',
    good: 'One address everywhere leads to two regions. Each answers from its own cache and its own copy of the links; links are made at one primary in the US, which has a replica that knows each of them before it is acknowledged. No query crosses an ocean when a link is opened.',
    overBuilt:
      'Three regions with twelve servers each, a database of eight processors everywhere that tells all others before it acknowledges, and caches that believe a link for 30 s only. Three times the price of the good one, more load on the databases, and GeoDNS now and then sends people to the wrong continent.',
  },
  interviewer: [
    'Listen for: reads are a hundred times the writes. So the question is where copies stand, not how to shard.',
    'A candidate who shards the database at 700 reads a second has not estimated. Ask for the number.',
    'Ask what happens when all caches are empty: how many reads a second does the database then get, and can it do them?',
    'Ask how short names are made without two people getting the same (counter ranges, random with a check, hash). The run does not model it.',
    'Distance: Seoul to the US East is 178 ms. No tuning brings 200 ms for 99 % from there without a copy nearby.',
    'Asynchronous replication loses links in a failover. Ask what the acknowledgement waits for, and what that costs.',
    'Good follow-ups: expiry, deletion of abused links, counting clicks without a write per redirect.',
  ],
};
