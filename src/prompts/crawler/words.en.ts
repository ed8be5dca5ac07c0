import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const crawlerEn: PromptWords = {
  title: 'Web crawler',
  text: 'Design a crawler that fetches a billion pages a month and keeps them. It must be polite: from one host never two pages at the same time, one a second at most. It must not fetch anything twice, and it must go on when name servers are slow, when a host has endlessly many addresses, when a broker dies, and when a page breaks whoever reads it. The design is one of ten equal cells: it gets a tenth of the addresses, and has a tenth of the budget.',
  facts: {
    pagesPerMonth: 'Pages a month',
    pageKB: 'Size of a page',
    perHostSeconds: 'Least time between two pages of one host',
    fetchMs: 'Time of fetching a page',
    linksPerPage: 'New addresses on a page',
    urlBytes: 'Size of an address',
    resumeMinutes: 'Time after a crash in which fetching must go on',
  },
  clarifications: {
    pages: {
      question: 'How big are pages, and how many addresses are on them?',
      answer: '100 KB, and ten addresses of 100 bytes that nobody has seen yet.',
    },
    polite: { question: 'How polite must it be?', answer: 'One page of a host a second, never two at once. Who breaks that is shut out.' },
    fetching: { question: 'How long does fetching take?', answer: 'A second on the mean, name server included.' },
    crash: { question: 'What may happen in a crash?', answer: 'No address may be lost; fetching goes on within five minutes.' },
    traps: { question: 'What about traps?', answer: 'There are hosts with endlessly many addresses, and pages that break programs.' },
  },
  estimates: {
    pageRate: { label: 'Pages a second', how: '1,000 M / 2.592 M s = 386 a second' },
    bandwidth: { label: 'Bandwidth of fetching', how: '386 × 100 KB = 38.6 MB/s' },
    storedTB: { label: 'Stored in a month', how: '1,000 M × 100 KB = 100 TB' },
    fetchers: { label: 'Pages being fetched at one time', how: 'Little: 386 a second × 1 s = 386' },
    hostsAtOnce: { label: 'Hosts at least that must be asked at one time', how: '386 a second × 1 s for each = 386' },
    seenGB: { label: 'Addresses found in a month', how: '1,000 M × 10 × 100 B = 1,000 GB' },
  },
  chaos: {
    dns: 'Name servers are twenty times as slow for 40 s: a fetch takes 1.4 times as long',
    trap: 'One host has endlessly many addresses: 30 % of what is found, for 30 s',
    leader: 'The leading broker of the queue dies for good',
    poison: 'Three pages come that break whoever reads them',
  },
  rubric: {
    ...linesEn,
    stored: 'Pages that were fetched are stored',
    rate: '38 pages a second are fetched (380 of all cells)',
    waiting: '99 % of pages are there within 30 s of being found',
    available: '99.9 % of the addresses found are taken in steady load',
    dns: 'With slow name servers 37 pages a second are fetched',
    trap: 'With the trap half of the pages are still there within 10 s of being found',
    leader: 'From 15 s after the broker died 36 pages a second are fetched again',
    poison: 'With poisonous pages 36 pages a second are fetched',
    polite: 'At most one page in a thousand is done after a later one of its host: hosts are asked one at a time',
    twice: 'At most one page in a hundred is fetched twice',
    'no-message-lost': 'No address is lost',
  },
  fatal: { impolite: 'Hosts were asked for several pages at the same time', 'address-lost': 'Addresses were lost with a broker' },
  needs: {
    queue: 'Addresses have to wait somewhere: a queue',
    worker: 'Somebody has to fetch: workers',
    files: 'Pages are files: an object storage has to keep them',
  },
  references: {
    underBuilt:
      'One line for all addresses, on one broker that writes nothing down. Whoever has time fetches, so several fetch from one host at once; and when the broker dies all addresses are gone.',
    good: 'A line for each host, in which only one page is out at a time: politeness follows from the order. Three brokers have every address, and another one leads within seconds. A page that breaks a program is caught, and put aside after three attempts.',
    overBuilt:
      'Forty fetchers, twenty servers and a big store of addresses, all of them behind a single broker. When it dies they stand still together.',
  },
  interviewer: [
    'Politeness is an order: what has one place (a host) must be worked on by one at a time. Listen for partitions or groups by host.',
    'How many fetchers? Little: 400 a second for a second each. And as many hosts at the same time.',
    'Ask how a billion addresses are remembered (a filter with errors, hashes), and what an error costs.',
    'A trap fills the line of its host. Does anybody else notice? What limits its depth?',
    'What becomes of a page that kills its reader again and again?',
    'Measured: a page done after a later one of its host stands for two at once; the time between two pages of a host is not measured.',
  ],
};
