import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const videoEn: PromptWords = {
  title: 'Video streaming',
  text: 'Design a service that shows films: 500 people watch at one time on three continents, at 4 Mbit/s. A film must begin quickly and must not stand still, also when the place where the films are kept is away for minutes. New films come in and have to be transcoded; none of them may be lost. The design is one of five equal cells, with a fifth of the viewers and of the budget; of uploads an hour is a minute in the run, with all work and deadlines.',
  facts: {
    viewers: 'People who watch at one time',
    mbps: 'Bandwidth of one film',
    segmentSeconds: 'Length of a segment',
    meanShare: 'Mean of a day over its peak',
    uploadsPerHour: 'Films that come in an hour',
    transcodeMinutes: 'Work of transcoding one',
    readyMinutes: 'Time in which 95 of 100 must be ready',
    byteHit: 'Share of the bytes that must come from edges',
  },
  clarifications: {
    segments: {
      question: 'How is a film sent?',
      answer: 'In segments of 4 s. Who has to wait longer than that for one sees a picture that stands still.',
    },
    day: { question: 'What is the mean of a day?', answer: 'Half of the peak.' },
    uploads: {
      question: 'What comes in, and what has to be done with it?',
      answer: '50 films an hour, 10 minutes of work each; ready within 30 minutes.',
    },
    origin: {
      question: 'What may the origin be asked for?',
      answer: 'Little: 95 % of all bytes must come from edges, so at most 100 Mbit/s from the origin.',
    },
    outage: { question: 'What if the origin is away?', answer: 'It has been, for ten minutes. What people watch must go on.' },
  },
  estimates: {
    egressMbps: { label: 'Sent to viewers at the peak', how: '500 × 4 = 2,000 Mbit/s' },
    segmentRate: { label: 'Segments a second', how: '500 / 4 s = 125 a second' },
    segmentMB: { label: 'Size of a segment', how: '4 Mbit/s × 4 s / 8 = 2 MB' },
    egressTB: { label: 'Sent in a month', how: '2,000 Mbit/s × 0.5 / 8 × 2.592 M s = 324 TB' },
    originMbps: { label: 'From the origin', how: '2,000 × 0.05 = 100 Mbit/s' },
    transcoders: { label: 'Films in work at one time', how: 'Little: 50 / 60 × 10 = 8.33' },
  },
  chaos: {
    purge: 'Every copy at every edge is gone at once',
    origin: 'The origin is away for 60 s: the storage and the servers',
    viral: 'A new season: 400 segments are wanted instead of 100, and no edge has the new ones',
  },
  rubric: {
    ...linesEn,
    headroom: 'In steady load the busiest machine but for transcoders is busy 70 % of the time or less',
    'stale-if-error': 'Edges may show old copies for ten minutes or more when the origin is away',
    start: '95 % of segments are there within 2 s',
    'stands-still': 'At most 0.5 % of segments are not there within 4 s',
    'byte-hit': '95 % of the bytes come from edges',
    'origin-load': 'The origin sends 100 Mbit/s or less to all cells (20 to this one, 6.7 to each of three edges)',
    transcoded: '95 % of films are transcoded within 30 s (30 minutes)',
    'after-purge': 'After the purge: at most 0.5 % of segments are late',
    'origin-down': 'While the origin is away: at most 1 % of segments fail',
    viral: 'With the new season: at most 0.5 % of segments are late',
    'none-given-up': 'No film is given up after too many attempts',
    'no-message-lost': 'The queue loses no film',
    'no-row-lost': 'The catalogue forgets no film in a failover',
    'not-twice': 'No film is transcoded twice for nothing',
  },
  fatal: { 'film-given-up': 'A film was accepted and then given up', 'film-lost': 'A film was accepted, and the queue lost it' },
  needs: { files: 'Films are files: an object storage has to keep them', worker: 'Somebody has to transcode: workers' },
  references: {
    underBuilt:
      'Every segment comes through one server in the US. When the storage is away all pictures stand still. The queue takes a film for lost after 10 s, which is how long transcoding takes: films are done twice, and given up after two attempts.',
    good: 'Segments never change, so edges keep them for a day, and for a day more in need. Films are stored, and a job each waits for one of five transcoders, who say that they are still at it; nobody gives up.',
    overBuilt:
      'Two hundred transcoders and a huge catalogue behind edges that keep a segment for half a minute. A quarter of the bytes come from the origin, again and again the same.',
  },
  interviewer: [
    'The bill is bytes: 324 TB a month. Everything else is small beside it. Ask for this number first.',
    'Why may an edge keep a segment for ever? What is different about the list of segments of a live film?',
    'Ask what viewers see when the origin is away, and what decides it (time to live, copies in need).',
    'Hundreds want the same new segment at once: what does the edge ask the origin for? (once, if it coalesces)',
    'Long jobs: how does a queue know that a worker is still at it? Heartbeats, or a long time-out.',
    'List prices without volume discounts: at 324 TB a provider’s tiers take about two thirds of it.',
  ],
};
