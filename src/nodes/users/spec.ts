import { choice, flag, number } from '../../schema/fields.ts';
import { sentMetrics } from '../../schema/sentMetrics.ts';
import { defineSpec } from '../../schema/spec.ts';

const inSessions = { field: 'visits', is: ['sessions'] } as const;

/** People who think between requests; in sessions they read a page instead. */
const thinking = {
  all: [
    { field: 'loop', is: ['closed'] },
    { field: 'visits', is: ['requests'] },
  ],
} as const;

const monthly = { field: 'rateFrom', is: ['monthly'] } as const;
const byUsers = { field: 'rateFrom', is: ['users', 'monthly'] } as const;

/** Fields that count by the page. */
const byPage = {
  any: [byUsers, { field: 'visits', is: ['sessions'] }],
} as const;

/** Requests sent straight into a region. */
export const sentHere = sentMetrics('node');

/**
 * People of one region. Open: they come by a random process and do not wait for each other. Closed: so many people, each of whom asks
 * again some time after the last answer.
 */
export const usersSpec = defineSpec({
  kind: 'users',
  category: 'traffic',
  role: 'source',
  calls: ['resolver', 'edge', 'server'],
  needs: [],
  /** A browser waits long and asks once more. */
  wires: {
    timeoutMs: { default: 10_000, source: 'assumption' },
    retries: { default: 1, source: 'assumption' },
    backoffMs: { default: 1000, source: 'assumption' },
  },
  instancesField: null,
  extraInstances: 1,
  fields: {
    /** Single requests, or sessions of page after page (visits.ts). */
    visits: choice(['requests', 'sessions'], { default: 'requests', source: 'domain 2.1' }),
    /** What the rate is known by. */
    rateFrom: choice(['rate', 'users', 'monthly'], { default: 'rate', source: 'domain 3.1', when: { field: 'loop', is: ['open'] } }),
    /** Requests of all classes per second when the workload's shape stands at 1. */
    ratePerSecond: number({
      default: 100,
      min: 0,
      max: 200_000,
      unit: '/s',
      scale: 'log',
      source: 'assumption',
      when: { field: 'rateFrom', is: ['rate'] },
    }),
    dailyUsers: number({
      default: 100_000,
      min: 1,
      max: 1_000_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'domain 2.1',
      when: { field: 'rateFrom', is: ['users'] },
    }),
    monthlyUsers: number({
      default: 200_000,
      min: 1,
      max: 1e10,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      when: monthly,
    }),
    /** Share of a month's users that come on one day. */
    dailyPercent: number({ default: 50, min: 0.1, max: 100, unit: '%', source: 'domain 3.1', when: monthly }),
    viewsPerUserDay: number({ default: 10, min: 0.1, max: 1000, unit: '', scale: 'log', source: 'assumption', when: byUsers }),
    /** The rate above is the day's mean times this. */
    peakToMean: number({ default: 1.65, min: 1, max: 20, unit: 'x', scale: 'log', source: 'V30', when: byUsers }),
    /** Requests for one page: the page itself and what it asks for, and its files that are not in the browser's own cache. */
    dynamicPerView: number({ default: 3, min: 0, max: 200, unit: '', source: 'assumption', when: byPage }),
    staticPerView: number({ default: 20, min: 0, max: 200, unit: '', source: 'V31', when: byPage }),
    sessionSeconds: number({
      default: 600,
      min: 10,
      max: 86_400,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      when: { field: 'visits', is: ['sessions'] },
    }),
    /** `pareto`: most are short and a few go on and on. In the order of visits.ts. */
    sessionForm: choice(['exponential', 'pareto'], {
      default: 'exponential',
      source: 'domain 1.2',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'visits', is: ['sessions'] },
    }),
    /** Tail index: of 2 and less the lengths have no finite variance. */
    sessionTail: number({
      default: 1.5,
      min: 1.1,
      max: 10,
      unit: '',
      source: 'domain 1.2',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'sessionForm', is: ['pareto'] },
    }),
    /** Mean time between a page that has come and the next one. */
    viewSeconds: number({
      default: 60,
      min: 0.01,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      when: { field: 'visits', is: ['sessions'] },
    }),
    /** Who has waited in vain always leaves; of those who see an error, so many. */
    leaveShare: number({
      default: 50,
      min: 0,
      max: 100,
      unit: '%',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'visits', is: ['sessions'] },
    }),
    /** Requests of one page that are under way at once. */
    connections: number({
      default: 6,
      min: 1,
      max: 100,
      unit: '',
      integer: true,
      source: 'K',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'visits', is: ['sessions'] },
    }),
    /** Share of requests by robots: single pages, all rows alike. */
    botShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 3.2', advanced: true, topic: 'arrivals' }),
    /** Clients that come back and log in after a failure: at that moment, or within so long after it. */
    stormClients: number({
      default: 0,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'domain 3.2',
      advanced: true,
      topic: 'arrivals',
    }),
    stormAtSeconds: number({
      default: 60,
      min: 0,
      max: 86_400,
      unit: 's',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'stormClients', above: 0 },
    }),
    stormSpreadSeconds: number({
      default: 0,
      min: 0,
      max: 3600,
      unit: 's',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
    }),
    /** A user gives up on the whole request after this long, retries included. Failures count as this in percentiles. */
    patienceSeconds: number({ default: 8, min: 0.1, max: 120, unit: 's', scale: 'log', source: 'assumption' }),
    /** Resolvers that these people's computers ask; each keeps an answer for its time to live. */
    resolvers: number({
      default: 50,
      min: 1,
      max: 10_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'places',
    }),
    /** Share of resolvers that keep an answer longer than told. */
    ignoreTtlShare: number({ default: 2, min: 0, max: 50, unit: '%', source: 'V17', advanced: true, topic: 'places' }),
    /** How long those keep it, on the mean; exponential. 0 = exactly ten times its time to live. */
    ignoredTtlSeconds: number({
      default: 600,
      min: 0,
      max: 86_400,
      unit: 's',
      scale: 'log',
      source: 'domain 1.3',
      advanced: true,
      topic: 'places',
      when: { field: 'ignoreTtlShare', above: 0 },
    }),
    /** Which row a hot key is about: so manieth from the end, so that two populations may have two. */
    talkedAbout: number({
      default: 1,
      min: 1,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
    }),
    /** Share of these people who come from one and the same address. */
    natShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'assumption', advanced: true, topic: 'places' }),
    /** Round trips before the first request of a visitor: 2 for TCP and TLS 1.3. A visitor keeps the connection. */
    connectRoundTrips: number({ default: 0, min: 0, max: 5, unit: '', integer: true, source: 'K', advanced: true, topic: 'places' }),
    /** Off: all ask for the rows of all. On: these people ask only for rows that are their own. */
    ownRows: flag({ default: false, source: 'assumption', advanced: true, topic: 'places' }),
    /** Hours by which this population's day runs ahead of the workload's. */
    hourOffset: number({ default: 0, min: -12, max: 12, unit: 'h', source: 'assumption', advanced: true, topic: 'places' }),
    loop: choice(['open', 'closed'], { default: 'open', source: 'domain 3.1', advanced: true, topic: 'arrivals' }),
    people: number({
      default: 1000,
      min: 1,
      max: 100_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      when: { field: 'loop', is: ['closed'] },
    }),
    /** Mean time between an answer and the same person's next request, while the workload's shape stands at 1. */
    thinkSeconds: number({
      default: 10,
      min: 0.001,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      when: thinking,
    }),
    /** Other forms than the exponential one keep a timer per person, up to `mostTimers` people (people.ts). */
    thinkForm: choice(['exponential', 'lognormal', 'fixed', 'erlang'], {
      default: 'exponential',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: thinking,
    }),
    thinkSpread: number({
      default: 1,
      min: 0,
      max: 20,
      unit: '',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'thinkForm', is: ['lognormal', 'erlang'] },
    }),
    /** How requests of an open population follow each other. */
    arrivals: choice(['poisson', 'even', 'renewal', 'bursty', 'batches', 'recorded'], {
      default: 'poisson',
      source: 'domain 3.2',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'loop', is: ['open'] },
    }),
    gapForm: choice(['lognormal', 'erlang', 'hyperexponential'], {
      default: 'lognormal',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'arrivals', is: ['renewal'] },
    }),
    /** Standard deviation of the gaps over their mean. */
    gapSpread: number({
      default: 2,
      min: 0,
      max: 20,
      unit: '',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'arrivals', is: ['renewal'] },
    }),
    /** Share of long gaps. */
    gapSlowShare: number({
      default: 10,
      min: 0.01,
      max: 99.99,
      unit: '%',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'gapForm', is: ['hyperexponential'] },
    }),
    /** Rate between bursts, of the rate in one: 0 = silence between bursts. The mean over both stays the population's rate. */
    quietShare: number({
      default: 20,
      min: 0,
      max: 100,
      unit: '%',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'arrivals', is: ['bursty'] },
    }),
    /** Mean lengths of a burst and of the time between two, exponential. */
    burstSeconds: number({
      default: 5,
      min: 0.0001,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'arrivals', is: ['bursty'] },
    }),
    quietSeconds: number({
      default: 20,
      min: 0.0001,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'arrivals', is: ['bursty'] },
    }),
    /** Requests that come at one and the same moment. */
    batchSize: number({
      default: 10,
      min: 1,
      max: 10_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'arrivals',
      when: { field: 'arrivals', is: ['batches'] },
    }),
  },
  metrics: {
    offered: { form: 'counter', per: 'node', unit: '', hidden: true },
    served: { form: 'counter', per: 'node', unit: '', hidden: true },
    staleReads: { form: 'counter', per: 'node', unit: '' },
    lookups: { form: 'counter', per: 'node', unit: '' },
    /** Requests sent by an answer that should have been forgotten. */
    stragglers: { form: 'counter', per: 'node', unit: '' },
    ...sentHere,
    /** Further attempts at requests that failed before; attempts = offered + these. */
    retries: { form: 'counter', per: 'node', unit: '' },
    /** Sessions begun, and going on at the frame's end. */
    sessions: { form: 'counter', per: 'node', unit: '', when: inSessions },
    inSession: { form: 'gauge', per: 'node', unit: '', when: inSessions },
    pageViews: { form: 'counter', per: 'node', unit: '', when: inSessions },
    /** Mean time from asking for a page to having all that belongs to it; -1 where none was finished. */
    pageSeconds: { form: 'gauge', per: 'node', unit: 's', when: inSessions },
    /** Sessions whose user had enough. */
    abandoned: { form: 'counter', per: 'node', unit: '', when: inSessions },
    /** Logins beyond those of the workload, because a server did not know the session. */
    relogins: { form: 'counter', per: 'node', unit: '', when: inSessions },
  },
  faults: {
    /** So many times as many come. */
    crowd: { per: 'node', value: number({ default: 5, min: 1, max: 100, unit: 'x', scale: 'log', source: 'domain 3.2' }), lasts: true },
    /** So many clients log in again, over `stormSpreadSeconds`. */
    storm: {
      per: 'node',
      value: number({ default: 2500, min: 1, max: 1_000_000, unit: '', integer: true, scale: 'log', source: 'domain 5 P20' }),
    },
    /** So many of all requests for rows want one and the same, which nobody cared for before. */
    'hot-key': { per: 'node', value: number({ default: 50, min: 0.1, max: 100, unit: '%', source: 'domain 2.24' }), lasts: true },
  },
});
