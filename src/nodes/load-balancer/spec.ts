import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const ofHealth = { advanced: true, topic: 'health' } as const;
const ofSessions = { advanced: true, topic: 'sessions' } as const;
const ofConnections = { advanced: true, topic: 'connections' } as const;
const whole = { unit: '', integer: true } as const;

/** Only a balancer that reads requests knows of errors, cookies and which requests may be sent twice. */
const readsRequests = { field: 'layer', is: ['http'] } as const;

/** Good answers by class of request, in the order of the engine's classes: their bytes are billed. */
const answered = { form: 'counter', per: 'node', unit: '', hidden: true } as const;
export const answeredMetrics = {
  answeredStatic: answered,
  answeredRead: answered,
  answeredWrite: answered,
  answeredFeed: answered,
  answeredLogin: answered,
  answeredSearch: answered,
  answeredUpload: answered,
} as const;

/** Spreads requests over every instance of the nodes it is wired to. */
export const loadBalancerSpec = defineSpec({
  kind: 'load-balancer',
  category: 'edge',
  role: 'server',
  calls: ['server'],
  needs: ['server'],
  sticks: [
    { field: 'sticky', is: ['cookie', 'address'] },
    { field: 'algorithm', is: ['ip-hash', 'consistent-hash'] },
    { field: 'layer', is: ['tcp'] },
  ],
  instancesField: 'standbys',
  extraInstances: 1,
  fields: {
    /** In the order of `choosing.ts`. */
    algorithm: choice(
      [
        'round-robin',
        'least-connections',
        'power-of-two',
        'random',
        'weighted-random',
        'weighted-round-robin',
        'weighted-least-connections',
        'ip-hash',
        'consistent-hash',
      ],
      { default: 'round-robin', source: 'domain 2.4' },
    ),
    /** How many `power-of-two` looks at. */
    choices: number({
      default: 2,
      min: 2,
      max: 10,
      unit: '',
      integer: true,
      source: 'domain 2.4',
      when: { field: 'algorithm', is: ['power-of-two'] },
    }),
    checkSeconds: number({ default: 30, min: 0.5, max: 300, unit: 's', scale: 'log', source: 'V2' }),
    checkTimeoutSeconds: number({ default: 5, min: 0.1, max: 120, unit: 's', scale: 'log', source: 'V2' }),
    unhealthyAfter: number({ default: 2, min: 1, max: 10, unit: '', integer: true, source: 'V2' }),
    healthyAfter: number({ default: 5, min: 1, max: 10, unit: '', integer: true, source: 'V2' }),
    cpuMs: number({ default: 0.014, min: 0, max: 10, unit: 'ms', source: 'V19', when: readsRequests }),
    maxConnections: number({
      default: 50_000,
      min: 1,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
    }),
    ...mishapFields,
    /** What a consistent hash is made of; `ip-hash` always takes the address. */
    hashOn: choice(['address', 'session', 'key'], {
      default: 'address',
      source: 'assumption',
      when: { field: 'algorithm', is: ['consistent-hash'] },
    }),
    /** Points on the ring of a server whose wire has weight 1. */
    virtualNodes: number({
      default: 160,
      min: 1,
      max: 1000,
      ...whole,
      scale: 'log',
      source: 'K',
      advanced: true,
      when: { field: 'algorithm', is: ['consistent-hash'] },
    }),
    /** Copies of the balancer that stand by; the one that has the address does all the work. */
    standbys: number({ default: 0, min: 0, max: 1, ...whole, source: 'domain 2.4', advanced: true }),
    takeoverSeconds: number({
      default: 3,
      min: 0.1,
      max: 300,
      unit: 's',
      scale: 'log',
      source: 'K',
      advanced: true,
      when: { field: 'standbys', above: 0 },
    }),
    checkDepth: choice(['shallow', 'deep'], { default: 'shallow', source: 'domain 2.4', ...ofHealth }),
    whenAllDown: choice(['open', 'closed'], { default: 'open', source: 'V2', ...ofHealth }),
    /** 0 = answers are not watched. */
    maxFails: number({ default: 0, min: 0, max: 100, ...whole, source: 'V58', ...ofHealth }),
    failSeconds: number({
      default: 10,
      min: 1,
      max: 600,
      unit: 's',
      scale: 'log',
      source: 'V58',
      ...ofHealth,
      when: { field: 'maxFails', above: 0 },
    }),
    /** Bad answers in a row after which a server is ejected; 0 = never. */
    ejectAfter: number({ default: 0, min: 0, max: 100, ...whole, source: 'V8', ...ofHealth }),
    ejectSeconds: number({
      default: 30,
      min: 1,
      max: 600,
      unit: 's',
      scale: 'log',
      source: 'V8',
      ...ofHealth,
      when: { field: 'ejectAfter', above: 0 },
    }),
    ejectPercent: number({ default: 10, min: 0, max: 100, unit: '%', source: 'V8', ...ofHealth, when: { field: 'ejectAfter', above: 0 } }),
    sweepSeconds: number({
      default: 10,
      min: 1,
      max: 60,
      unit: 's',
      source: 'V8',
      ...ofHealth,
      when: { field: 'ejectAfter', above: 0 },
    }),
    /** How often a request that may be sent twice is handed to another server. */
    retryNext: number({ default: 0, min: 0, max: 5, ...whole, source: 'V58', ...ofHealth, when: readsRequests }),
    retryOn: choice(['unreachable', 'errors'], {
      default: 'unreachable',
      source: 'V58',
      ...ofHealth,
      when: { field: 'retryNext', above: 0 },
    }),
    slowStartSeconds: number({ default: 0, min: 0, max: 900, unit: 's', source: 'K', ...ofHealth }),
    /** How long a server that is taken away keeps the sessions that stick to it. */
    drainSeconds: number({ default: 300, min: 0, max: 3600, unit: 's', source: 'V3', ...ofHealth }),
    sticky: choice(['off', 'cookie', 'address'], { default: 'off', source: 'V3', when: readsRequests }),
    stickySeconds: number({
      default: 86_400,
      min: 1,
      max: 604_800,
      unit: 's',
      scale: 'log',
      source: 'V3',
      when: { field: 'sticky', is: ['cookie', 'address'] },
    }),
    /** What finding a session's server costs more than handing on alone. */
    stickyCpuPercent: number({
      default: 10,
      min: 0,
      max: 100,
      unit: '%',
      source: 'assumption',
      ...ofSessions,
      when: { field: 'sticky', is: ['cookie', 'address'] },
    }),
    layer: choice(['http', 'tcp'], { default: 'http', source: 'domain 2.4', ...ofConnections }),
    tcpCpuMs: number({
      default: 0.003,
      min: 0,
      max: 10,
      unit: 'ms',
      source: 'domain 2.4',
      ...ofConnections,
      when: { field: 'layer', is: ['tcp'] },
    }),
    tls: flag({ default: false, source: 'assumption', ...ofConnections, when: readsRequests }),
    tlsMs: number({
      default: 0.6,
      min: 0,
      max: 10,
      unit: 'ms',
      source: 'domain 2.4',
      ...ofConnections,
      when: { field: 'tls', is: ['true'] },
    }),
    /** How long an idle connection of a client stays open. */
    keepAliveSeconds: number({ default: 60, min: 0, max: 3600, unit: 's', scale: 'log', source: 'K', ...ofConnections }),
    /** Looked at for each request; only the bill knows of them. */
    rules: number({ default: 1, min: 0, max: 1000, ...whole, source: 'assumption', ...ofConnections, when: readsRequests }),
  },
  metrics: {
    healthyTargets: { form: 'gauge', per: 'node', unit: '' },
    failOpen: { form: 'counter', per: 'node', unit: '' },
    /** Requests that it answered badly itself: nobody to ask, or no room. The rest of its failures are those of the servers. */
    ownFailures: { form: 'counter', per: 'node', unit: '' },
    /** Of a bad answer, whether somebody else gave a better one. */
    triedNext: { form: 'counter', per: 'node', unit: '', when: { field: 'retryNext', above: 0 } },
    ejections: { form: 'counter', per: 'node', unit: '', rare: true, when: { field: 'ejectAfter', above: 0 } },
    /** Sessions that stick to a server now. */
    stuckSessions: { form: 'gauge', per: 'node', unit: '', when: { field: 'sticky', is: ['cookie', 'address'] } },
    /** Sessions of the server that has most, over those of a mean one; -1 without any. */
    stickyImbalance: { form: 'gauge', per: 'node', unit: '', when: { field: 'sticky', is: ['cookie', 'address'] } },
    /** Requests of a session that went to another server than the one before. */
    movedSessions: { form: 'counter', per: 'node', unit: '', when: { field: 'sticky', is: ['cookie', 'address'] } },
    handshakes: { form: 'counter', per: 'node', unit: '', when: { field: 'tls', is: ['true'] } },
    /** Connections that clients opened; 0 while nobody counts them. */
    openedConnections: {
      form: 'counter',
      per: 'node',
      unit: '',
      when: {
        any: [
          { field: 'tls', is: ['true'] },
          { field: 'layer', is: ['tcp'] },
        ],
      },
    },
    /** Open connections of clients; -1 while nobody counts them. */
    connections: {
      form: 'gauge',
      per: 'node',
      unit: '',
      when: {
        any: [
          { field: 'tls', is: ['true'] },
          { field: 'layer', is: ['tcp'] },
        ],
      },
    },
    ...answeredMetrics,
  },
});
