import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { loadBalancerSpec } from './spec.ts';
import { algorithmsEn } from './text.en.ts';

export const loadBalancerFieldsEn: KindFieldText<typeof loadBalancerSpec> = {
  fields: {
    algorithm: {
      label: 'Algorithm',
      help: 'How the next server is chosen among the healthy ones. Weights are set on the wires to them.',
      options: algorithmsEn,
    },
    choices: { label: 'Servers looked at', help: '“Best of a few” draws so many healthy servers and takes the least busy of them.' },
    checkSeconds: {
      label: 'Health check every',
      help: 'Time between two checks of each server. Until the next check, traffic still goes to a dead one.',
    },
    checkTimeoutSeconds: { label: 'Check timeout', help: 'A check that gets no answer for this long has failed.' },
    unhealthyAfter: { label: 'Unhealthy after', help: 'Failed checks in a row after which a server gets no more traffic.' },
    healthyAfter: { label: 'Healthy after', help: 'Good checks in a row after which a server gets traffic again.' },
    cpuMs: { label: 'Work per request', help: 'Time the balancer itself needs for one request.' },
    maxConnections: { label: 'Connections at most', help: 'Requests that may be inside at once; more are turned away.' },
    ...mishapsEn,
    hashOn: {
      label: 'What is hashed',
      help: 'What decides where on the ring a request belongs.',
      options: { address: 'The client’s address', session: 'The session', key: 'What is asked for' },
    },
    virtualNodes: {
      label: 'Points on the ring',
      help: 'Virtual nodes of each server. The more, the more even: 160 spread to about 8 %. Weights of wires make it fewer.',
    },
    standbys: {
      label: 'Stand-by balancers',
      help: 'A second balancer that does nothing until the first is gone. Without it the balancer is a single point of failure.',
    },
    takeoverSeconds: { label: 'Takes over after', help: 'From the loss of the first until the second has its address.' },
    checkDepth: {
      label: 'What a check asks',
      help: 'Shallow: is anybody there? Deep: does the application answer well, and is everything up that it is wired to?',
      options: { shallow: 'Is anybody there?', deep: 'Does the application work?' },
    },
    whenAllDown: {
      label: 'When no server is healthy',
      help: 'Open: all are asked, better a try than a certain failure. Closed: everything is turned away.',
      options: { open: 'Ask all of them', closed: 'Turn everything away' },
    },
    maxFails: {
      label: 'Left out after',
      help: 'Times that a server could not be reached before it is left out (nginx: 1). Then one request is its trial. 0 = off.',
    },
    failSeconds: { label: '… within, and for', help: 'The fails must come within this time, and the server is left out for as long.' },
    ejectAfter: {
      label: 'Ejected after bad answers in a row',
      help: 'Errors, refusals and timeouts in a row (Envoy: 5). It sees errors, not slowness. 0 = off.',
    },
    ejectSeconds: { label: 'Ejected for', help: 'The first time; the second time twice as long, and so on.' },
    ejectPercent: { label: 'Ejected at most', help: 'Share of the servers that may be out at the same time. One always may.' },
    sweepSeconds: { label: 'Sweep every', help: 'Only at a sweep do ejected servers come back.' },
    retryNext: {
      label: 'Tries at another server',
      help: 'Times that a failed request is handed on to another server at once. Only what may be done twice: never writes.',
    },
    retryOn: {
      label: 'Tried again after',
      help: 'Which answers are kept back while another server is tried.',
      options: { unreachable: 'No answer or refused', errors: 'Any failure' },
    },
    slowStartSeconds: {
      label: 'Slow start',
      help: 'A server that comes, or comes back, gets a part of its share that grows from a tenth to all over this time. 0 = off.',
    },
    drainSeconds: {
      label: 'Draining takes',
      help: 'A server that is taken away gets nothing new, but keeps its sticky sessions for so long.',
    },
    sticky: {
      label: 'Sticky sessions',
      help: 'A session always goes to the server that had it first, by a cookie or by the client’s address.',
      options: { off: 'Off', cookie: 'By cookie', address: 'By address' },
    },
    stickySeconds: { label: 'Sticks for', help: 'After so long without a request the session is free again.' },
    stickyCpuPercent: { label: 'Extra work when sticky', help: 'What finding a session’s server costs beside handing on.' },
    layer: {
      label: 'Works on',
      help: 'Layer 7 chooses for every request. Layer 4 chooses once per connection: it cannot read cookies or answers, and cannot try again.',
      options: { http: 'Requests (layer 7)', tcp: 'Connections (layer 4)' },
    },
    tcpCpuMs: { label: 'Work per request', help: 'Time the balancer itself needs to pass one request through.' },
    tls: { label: 'TLS ends here', help: 'Every new connection begins with a handshake, which costs the balancer processor time.' },
    tlsMs: { label: 'Handshake', help: 'Processor time of one handshake.' },
    keepAliveSeconds: {
      label: 'Idle connections live',
      help: 'A client whose connection was idle for longer opens a new one. 0 = one connection per request.',
    },
    rules: { label: 'Rules', help: 'Looked at for each request. The first ten are free; beyond, they may be what the bill is made of.' },
  },
  metrics: {
    healthyTargets: 'Healthy servers',
    failOpen: 'Sent although no server was healthy',
    ownFailures: 'Turned away by the balancer itself',
    triedNext: 'Handed to another server',
    ejections: 'Servers ejected',
    stuckSessions: 'Sessions that stick',
    stickyImbalance: 'Sessions of the fullest server over the mean',
    movedSessions: 'Sessions moved to another server',
    handshakes: 'TLS handshakes',
    openedConnections: 'Connections opened',
    connections: 'Open connections',
    answeredStatic: 'Good answers: files',
    answeredRead: 'Good answers: reads',
    answeredWrite: 'Good answers: writes',
    answeredFeed: 'Good answers: feeds',
    answeredLogin: 'Good answers: logins',
    answeredSearch: 'Good answers: searches',
    answeredUpload: 'Good answers: uploads',
  },
};
