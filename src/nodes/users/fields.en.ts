import { formatCount, formatRate } from '../../ui/format.ts';
import type { KindFieldText } from '../kindText.ts';
import { dailyUsersOf, perSecondOf } from './asked.ts';
import type { usersSpec } from './spec.ts';

export const usersFieldsEn: KindFieldText<typeof usersSpec> = {
  fields: {
    visits: {
      label: 'People send',
      help: 'Single requests, each from somebody else. Or sessions: page after page with time to read in between, until somebody has to log in again, gives up or goes.',
      options: { requests: 'Single requests', sessions: 'Sessions of pages' },
    },
    rateFrom: {
      label: 'How much',
      help: 'Set the requests per second yourself, or let them follow from how many people come a day or a month.',
      options: { rate: 'Requests per second', users: 'Users a day', monthly: 'Users a month' },
    },
    ratePerSecond: { label: 'Requests', help: 'Requests of all classes these people send per second when the arrival shape stands at 1.' },
    dailyUsers: {
      label: 'Users a day',
      help: 'Different people who come on one day. One million of them are only about 700 dynamic requests a second at the peak.',
    },
    monthlyUsers: { label: 'Users a month', help: 'Different people who come within one month (MAU).' },
    dailyPercent: {
      label: 'Of them on one day',
      help: 'Users a day over users a month: 20 to 60 % are usual, half is the estimate of the book.',
      note: (p) =>
        `${formatCount(Number(p.monthlyUsers))} × ${p.dailyPercent}% = ${formatCount(dailyUsersOf(p) ?? 0)} a day, ${formatRate(perSecondOf(p))} at the peak.`,
    },
    viewsPerUserDay: { label: 'Pages per user and day', help: 'Pages that one user looks at on one day.' },
    peakToMean: {
      label: 'Peak to mean',
      help: 'Times the day’s mean rate. With the day curve set this to 1: the curve brings its own peak.',
    },
    dynamicPerView: {
      label: 'Dynamic requests per page',
      help: 'The page itself and what it asks for. Their classes follow the workload’s shares.',
    },
    staticPerView: { label: 'Static files per page', help: 'Files that the browser does not have yet.' },
    sessionSeconds: {
      label: 'Session length',
      help: 'Mean time somebody stays. Sessions begun per second times this are the sessions at one time.',
    },
    sessionForm: {
      label: 'Lengths of sessions',
      help: 'Exponential: the usual spread. Heavy-tailed: most are short, and a few go on so long that they make up much of the traffic.',
      options: { exponential: 'Exponential', pareto: 'Heavy-tailed (Pareto)' },
    },
    sessionTail: { label: 'Tail index', help: 'The smaller, the longer the longest sessions. Up to 2 their spread has no bound.' },
    viewSeconds: {
      label: 'Time on a page',
      help: 'Mean time between a page that has come and the next one; single times are exponential.',
    },
    leaveShare: {
      label: 'Leave after an error',
      help: 'Share of users who leave when a page fails. Who has waited in vain for all of his patience always leaves. Later pages of such a session are never asked for.',
    },
    connections: {
      label: 'Connections per browser',
      help: 'Requests of one page that are under way at once, after the page itself has come.',
    },
    botShare: { label: 'Robots', help: 'Share of requests by robots: single pages, all rows alike, so that a cache helps little.' },
    stormClients: { label: 'Reconnecting clients', help: 'So many clients come back after a failure and log in again.' },
    stormAtSeconds: { label: 'They come at', help: 'Moment at which the first of them may come.' },
    stormSpreadSeconds: { label: 'Spread over', help: 'They come at random over so long (jitter). 0: all at once.' },
    patienceSeconds: {
      label: 'Patience',
      help: 'After this long, retries included, a user gives up. A failed request counts as this long in the percentiles.',
    },
    resolvers: { label: 'Resolvers', help: 'DNS resolvers these people’s computers ask. Each keeps an answer for its time to live.' },
    ignoreTtlShare: {
      label: 'Resolvers that keep answers too long',
      help: 'Share of resolvers that keep an answer longer than told, so that some users arrive at a dead address.',
    },
    ignoredTtlSeconds: {
      label: '… and keep it for',
      help: 'Mean time, drawn exponentially. 0 = exactly ten times the time to live.',
    },
    talkedAbout: {
      label: 'Row of a hot key',
      help: 'Counted from the last one: the fault “Hot key” lets people ask for this row. Populations may talk about different ones.',
    },
    natShare: {
      label: 'Behind one address',
      help: 'Share of these people who sit behind one NAT (an office, a mobile network) and so come from one IP address.',
    },
    connectRoundTrips: {
      label: 'Round trips to connect',
      help: 'So many before the first request of a visitor: 2 for TCP and TLS 1.3, 3 with TLS 1.2. The connection is kept after that. 0 = it is there already.',
    },
    ownRows: {
      label: 'Rows of their own',
      help: 'These people ask only for rows that no other population asks for: their own posts, carts and settings.',
    },
    hourOffset: { label: 'Hours ahead', help: 'By how many hours this population’s day runs ahead of the workload’s day curve.' },
    loop: {
      label: 'Who sends',
      help: 'Ever new people come however slow the system is (open). A fixed number of people each wait for the answer, think, and ask again (closed).',
      options: { open: 'Ever new people', closed: 'A fixed number' },
    },
    people: { label: 'People', help: 'How many there are. A slow system slows them down, too.' },
    thinkSeconds: {
      label: 'Think time',
      help: 'Mean time between an answer and the same person’s next request. Shape and traffic shorten it.',
    },
    thinkForm: {
      label: 'Spread of think time',
      help: 'How single think times scatter. All but the exponential form keep a timer per person, up to a million people.',
      options: { exponential: 'Exponential', lognormal: 'Lognormal', fixed: 'Always the same', erlang: 'Erlang' },
    },
    thinkSpread: { label: 'Width of think time', help: 'Standard deviation over mean.' },
    arrivals: {
      label: 'Arrivals',
      help: 'How requests follow each other. The mean rate is the same for all but recorded ones.',
      options: {
        poisson: 'Poisson',
        even: 'Evenly spaced',
        renewal: 'Gaps of a form',
        bursty: 'In bursts',
        batches: 'In batches',
        recorded: 'As recorded',
      },
    },
    gapForm: {
      label: 'Form of the gaps',
      help: 'Distribution of the time between two requests.',
      options: { lognormal: 'Lognormal', erlang: 'Erlang', hyperexponential: 'Hyperexponential' },
    },
    gapSpread: { label: 'Width of the gaps', help: 'Standard deviation over mean: 1 as chance has it, below more even, above burstier.' },
    gapSlowShare: { label: 'Long gaps', help: 'Share of gaps from the slow branch of the hyperexponential form.' },
    quietShare: { label: 'Rate between bursts', help: 'As a share of the rate in a burst. The mean over both is the rate above.' },
    burstSeconds: { label: 'Length of a burst', help: 'Mean; single lengths are exponential.' },
    quietSeconds: { label: 'Time between bursts', help: 'Mean; single lengths are exponential.' },
    batchSize: { label: 'Requests at once', help: 'So many requests come at the same moment; the batches come by chance.' },
  },
  metrics: {
    offered: 'Requests sent',
    served: 'Requests answered',
    staleReads: 'Stale reads',
    lookups: 'DNS lookups',
    stragglers: 'Requests by an outdated DNS answer',
    sentTo0: 'Requests sent into region 1',
    sentTo1: 'Requests sent into region 2',
    sentTo2: 'Requests sent into region 3',
    sentTo3: 'Requests sent into region 4',
    sentTo4: 'Requests sent into region 5',
    sentTo5: 'Requests sent into region 6',
    sentTo6: 'Requests sent into region 7',
    sentTo7: 'Requests sent into region 8',
    sentTo8: 'Requests sent into region 9',
    retries: 'Retries',
    sessions: 'Sessions begun',
    inSession: 'Sessions now',
    pageViews: 'Pages asked for',
    pageSeconds: 'Time for a whole page',
    abandoned: 'Sessions given up',
    relogins: 'Logins again',
  },
  faults: {
    'hot-key': {
      label: 'Hot key',
      help: 'So many of all requests for rows want one and the same row, which nobody cared for before: one cache node, one shard, one copy gets them all.',
    },
    crowd: { label: 'Flash crowd', help: 'So many times as many people come, until it is over.' },
    storm: { label: 'Reconnect storm', help: 'So many clients come back and log in again, spread over the time set for that.' },
  },
};
