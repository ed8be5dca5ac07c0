/** The campaign: rounds, limits and levers. */

export const campaignEn = {
  title: 'Zero to millions',
  label: 'Campaign',
  leave: 'Leave the campaign',
  round: (round: number, count: number) => `Round ${round} of ${count}`,
  intro: (rate: string) =>
    `${rate} now. Hold the round: no part more than 85 % busy, hardly a request failed. What you may build is unlocked by the limit that you hit.`,
  play: 'Play the round',
  playing: 'Playing the round…',
  limit: (part: string, busy: string, second: string) => `${part} was the limit: ${busy} busy, full from second ${second} on.`,
  unlocked: (lever: string) => `Unlocked: ${lever}`,
  held: 'Held. Every part has room, and hardly a request failed.',
  next: (rate: string) => `Next round: ${rate}`,
  build: 'What you may build',
  none: 'Nothing yet: play the round and see what gives way.',
  levers: {
    balancer: { name: 'Load balancer and four servers', what: 'Shares the requests out' },
    'more-servers': { name: 'Four times the servers', what: 'Behind the balancer that is there' },
    cdn: { name: 'CDN, and twice the servers', what: 'Files are answered near the users' },
    cache: { name: 'Cache before the database', what: 'Rows that many ask for stay in memory' },
    'more-cache': { name: 'Four times the cache nodes', what: 'Rows are spread over a ring' },
    'bigger-database': { name: 'Database with four times the processors', what: 'Up before out' },
  },
  story: 'What gave way so far',
  storyLine: (round: number, part: string, lever: string) => `Round ${round}: ${part} → ${lever}`,
  startOver: 'Start over',
  over: (rate: string) => `${rate} from one server: done. Each time another part was the limit; that never ends.`,
};
