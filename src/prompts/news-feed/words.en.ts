import { linesEn } from '../lines.en.ts';
import type { PromptWords } from '../prompt.ts';

export const newsFeedEn: PromptWords = {
  title: 'News feed',
  text: 'Design the feed of a social network: people follow each other, post, and look at what those they follow have posted, newest first. Ten million people come every day. A feed must open quickly; a post must be with nearly all followers within seconds, also when a celebrity has written it. The design is one of ten equal cells: it gets a tenth of the traffic, and has a tenth of the budget.',
  facts: {
    dau: 'People a day',
    feedsPerUserDay: 'Feeds that one opens a day',
    postsPerUserDay: 'Posts that one writes a day',
    peakFactor: 'The busiest hour over the mean of the day',
    followers: 'Followers of a post, mean',
    celebrityFollowers: 'Followers of a celebrity',
    celebrityPosts: 'Posts of celebrities in a bad minute',
    visibleSeconds: 'Time in which 95 % of the followers must see a post',
  },
  clarifications: {
    use: { question: 'How often do people look, and how often do they post?', answer: '20 feeds and 0.2 posts a day each.' },
    peak: { question: 'How high is the peak?', answer: 'One and a half times the mean: people all over the world.' },
    followers: { question: 'How many followers has somebody?', answer: '200 on the mean.' },
    celebrities: {
      question: 'And at most? What do celebrities do?',
      answer: 'One in a hundred has a million. Five of their posts within a minute happen, and then everybody looks at the same.',
    },
    fresh: {
      question: 'How old may a feed be?',
      answer: 'A post must be with 95 % of the followers within 10 s; the order within a second does not matter.',
    },
  },
  estimates: {
    peakFeeds: { label: 'Feeds a second at the peak', how: '10 M × 20 × 1.5 / 86,400 s = 3,472 a second' },
    peakPosts: { label: 'Posts a second at the peak', how: '10 M × 0.2 × 1.5 / 86,400 s = 35 a second' },
    peakAll: { label: 'Requests a second at the peak', how: '3,472 + 35 = 3,507 a second' },
    postShare: { label: 'Share of requests that are posts', how: '0.2 / 20.2 = 1 %' },
    fanOut: { label: 'Rows put into timelines a second', how: '35 × 200 = 6,944 a second' },
    celebrityFanOut: { label: '… in the minute of the celebrities', how: '1 M × 5 / 60 s = 83,333 a second, twelve times as many' },
  },
  chaos: {
    celebrity: 'Celebrities post: twelve times as much to fan out, for 40 s',
    'celebrity-share': '… so fewer of the requests are feeds',
    'celebrity-read': '… and 30 % of all requests want one and the same row',
    shard: 'A server of the busiest store dies and stays dead',
    workers: 'All machines of the busiest group of workers are down (five minutes, in the time of this run 65 s)',
  },
  rubric: {
    ...linesEn,
    'fan-out': 'Posts are fanned out behind a queue: a job done for each',
    'p99-feed': '99 % of feeds within 300 ms',
    available: '99.9 % of requests are answered in steady load',
    visible: '95 % of posts are with their followers within 10 s',
    'celebrity-feed': 'While celebrities post: 99 % of feeds within 300 ms',
    'backlog-age': 'No post waits for its fan-out longer than 60 s, whatever happens',
    'shard-loss': '99.9 % of feeds are answered after a server of a store died',
    'worker-outage': '99.9 % of requests are answered while workers are down',
    'no-post-lost': 'No post that was acknowledged is lost',
    'no-message-lost': 'The queue loses no message',
    'none-given-up': 'No fan-out is given up after too many attempts',
    'hot-ratio': 'While everybody wants one row, no shard has more than 1.5 times the mean load',
  },
  fatal: { 'post-lost': 'A post that somebody had been told is safe is gone' },
  needs: {
    program: 'Something has to answer: a web server or a service',
    store: 'Posts have to be kept somewhere: a database or a NoSQL store',
  },
  references: {
    underBuilt:
      'One server puts every feed together from one database when it is read. 351 feeds a second of 8 ms are nearly three processors; there are two. Everybody waits, nobody is told of new posts, and with the database all is over.',
    good: 'Who posts waits only until the post is safe and a job is in the queue. Two groups of workers put it into the timelines of the followers; each of them can do all of it alone. Timelines lie on four shards and a feed asks one; a cache before them keeps each feed for ten seconds, so that what everybody wants never reaches a shard twice.',
    overBuilt:
      'The same picture with six times the servers, ten times the workers and twelve bigger shards instead of a cache. It still has its weak point: nothing is done about the one row that everybody wants, and with more shards the hot one only stands out more.',
  },
  interviewer: [
    'The heart of it: fan-out when written or when read? Ask for both numbers: 7,000 rows a second against 3,500 joins over all shards.',
    'Then the celebrities: 83,000 rows a second. Listen for the hybrid: push for most, pull for the few with a million followers.',
    'Ask what a user sees who posts and looks at once at their own feed.',
    'A queue between post and fan-out: ask what happens when a worker dies in the middle, and whether a row can be put in twice.',
    'Hot rows: adding shards does not help one row. Listen for a cache, copies of the row, or a shard of its own.',
    'What is simulated: one job stands for the 200 followers of a post. What is not: ranking, muting, privacy.',
  ],
};
