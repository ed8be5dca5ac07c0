import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const photosEn: PromptWords = {
  title: 'Photo sharing',
  text: 'Design a service on which people show each other photos. Two million come every day, from three continents; they put up 400,000 photos and look at 100 million thumbnails. A photo that was accepted must never be lost; thumbnails may take some seconds to appear, but then they must be quick everywhere. The design is one of four equal cells: it gets a quarter of the traffic, and has a quarter of the budget.',
  facts: {
    dau: 'People a day',
    uploadsPerDay: 'Photos put up a day',
    uploadMB: 'Size of a photo as it comes',
    viewsPerDay: 'Thumbnails looked at a day',
    thumbnailKB: 'Size of a thumbnail',
    likesPerDay: 'Likes a day',
    pagesPerDay: 'Pages of a photo opened a day',
    peakFactor: 'The busiest hour over the mean of the day',
    resizeSeconds: 'Work of making a photo small',
  },
  clarifications: {
    views: { question: 'How much is looked at, and how big is it?', answer: '100 million thumbnails of 60 KB and 10 million pages a day.' },
    uploads: {
      question: 'How much comes in, and what has to be done with it?',
      answer: '400,000 photos of 2 MB a day; making one small takes 2 s.',
    },
    likes: {
      question: 'What else is written?',
      answer: 'Two million likes a day; at times very many for one photo. Their number may be a minute old.',
    },
    peak: { question: 'How high is the peak?', answer: '1.65 times the mean: people all over the world.' },
    loss: { question: 'What may be lost?', answer: 'No photo that was accepted, ever. A thumbnail may be late: 30 s for 95 of 100.' },
  },
  estimates: {
    peakViews: { label: 'Thumbnails a second at the peak', how: '100 M × 1.65 / 86,400 s = 1,910 a second' },
    peakUploads: { label: 'Photos a second at the peak', how: '400,000 × 1.65 / 86,400 s = 7.64 a second' },
    egressTB: { label: 'Sent to people in a month', how: '100 M × 60 KB × 30 = 180 TB' },
    storedTB: { label: 'Stored in a month', how: '400,000 × 2 MB × 30 = 24 TB' },
    resizers: { label: 'Photos being made small at one time', how: 'Little: 7.64 a second × 2 s = 15.3' },
    uploadShare: { label: 'Share of requests that are uploads', how: '0.4 M / 112.4 M = 0.356 %' },
  },
  chaos: {
    workers: 'The busiest group of workers is down for a minute (half an hour)',
    'slow-down': 'For 30 s the object storage takes one write a second for each prefix and says “slow down” to the rest',
    likes: 'One photo is what 60 % of all requests for rows are about',
    'likes-share': '… with ten times as many likes',
    'likes-views': '… so fewer of the requests are thumbnails',
  },
  rubric: {
    ...linesEn,
    'resized-later': 'Photos are made small by workers, behind a queue',
    'p99-view-us': 'US: 99 % of thumbnails within 200 ms',
    'p99-view-eu': 'Europe: 99 % of thumbnails within 200 ms',
    'p99-view-asia': 'Asia: 99 % of thumbnails within 200 ms',
    'p99-upload': '99 % of uploads are accepted within 1 s, chaos included',
    thumbnail: '95 % of photos are small within 30 s',
    available: '99.9 % of requests are answered in steady load',
    'workers-uploads': 'While workers are down, 99.9 % of uploads are accepted',
    'workers-thumbnails': 'Whatever happens, no photo waits longer than 30 s to be made small',
    'slow-down': 'While the storage says “slow down”, 99 % of uploads are accepted',
    'like-storm': 'In the storm, 99 % of likes within 1 s',
    'none-given-up': 'No photo is given up after too many attempts',
    'no-message-lost': 'The queue loses no message',
    'no-row-lost': 'No row of a photo is lost in a failover',
    'like-count': 'Half a minute after the storm at most 1 % of what is read is older than what was written',
  },
  fatal: {
    'photo-given-up': 'A photo was accepted and then given up',
    'photo-lost': 'A photo was accepted, and the queue lost it',
    'row-lost': 'A photo was accepted, and the database forgot it',
  },
  needs: {
    program: 'Something has to take uploads: a web server or a service',
    files: 'Photos are files: an object storage has to keep them',
    store: 'Whose photo it is and who likes it has to be kept: a database or a NoSQL store',
  },
  references: {
    underBuilt:
      'Two servers hand out every thumbnail themselves, from one continent. One worker makes photos small, half as many as come, and gives up after two attempts: photos that were accepted never appear.',
    good: 'Thumbnails never change, so the edge keeps them for a day and more. A photo is stored under one of many prefixes, acknowledged, and made small by one of two groups of workers, each of which can do all of it. Likes go to a primary that is read as well.',
    overBuilt:
      'Sixty servers and 120 workers for two photos a second, and a storage that keeps everything under one prefix: when that is told to slow down, all of it is slow.',
  },
  interviewer: [
    'Bytes decide, not requests: 180 TB a month are most of the bill. Ask for that number first.',
    'Ask what “accepted” means: where does the photo lie at that moment, and who knows of it?',
    'Ask why an edge may keep thumbnails for ever, and what happens when somebody deletes a photo.',
    'Like counters: a write for each like on one row, or counted together? How wrong may the number be?',
    'Prefixes of the storage: what does the candidate know of limits for a part of the names?',
    'Prices are list prices without volume discounts, which make the CDN’s part smaller than here.',
  ],
};
