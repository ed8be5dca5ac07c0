import type { LinkFields } from '../../design/linkFields.ts';
import type { LinkMetric } from '../../engine/linkMetrics.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

export const linkEn: FieldTexts<LinkFields> = {
  rttMs: { label: 'Round trip', help: 'Time there and back. 0 takes it from the regions of both ends (0.5 ms within one).' },
  delay: {
    label: 'Spread of the delay',
    help: 'How single delays scatter around the mean.',
    options: { lognormal: 'Lognormal', fixed: 'Always the same', exponential: 'Exponential', none: 'None at all' },
  },
  jitter: { label: 'Jitter', help: 'Standard deviation over mean of the lognormal delay.' },
  mbps: {
    label: 'Bandwidth',
    help: 'A message takes its size over this longer: a photo of 300 KB at 10 Mbit/s, 0.24 s. Messages do not wait for each other. 0 = no limit.',
  },
  timeoutMs: { label: 'Timeout', help: 'How long the caller waits for an answer before it gives up. 0 waits for ever.' },
  retries: { label: 'Retries', help: 'How often a failed call is tried again. Every retry is more load for the called part.' },
  backoffMs: {
    label: 'Wait before a retry',
    help: 'Longest first wait; it doubles each time. Unless told otherwise the real wait is drawn between 0 and it.',
  },
  backoffCapMs: { label: 'Longest wait', help: 'The wait before a retry never grows beyond this.' },
  weight: { label: 'Weight', help: 'This wire’s part of the calls, where its sender shares them among several wires. 0 = none.' },
  backoffJitter: {
    label: 'Spread of the wait',
    help: 'Drawing the wait keeps callers that failed together from coming back together.',
    options: { full: 'Drawn between 0 and it', none: 'Always exactly that' },
  },
  asked: {
    label: 'When it is asked',
    help: 'For web servers that compute more than once per request: every time, only between two computings, or only after the last.',
    options: { always: 'Every time', between: 'In between', last: 'At the end' },
  },
  carries: {
    label: 'Which requests',
    help: 'Only this class goes this way. From a web server, a service or a gateway the most exact wire wins, as with routes: other wires get what none of them names.',
    options: {
      all: 'All',
      static: 'Static files',
      read: 'Reads',
      write: 'Writes',
      feed: 'Feeds',
      login: 'Logins',
      search: 'Searches',
      upload: 'Uploads',
    },
  },
  maxRequests: {
    label: 'Calls at once',
    help: 'Bulkhead: more calls than this of one caller are turned away at once. 0 = as many as come.',
  },
  maxPending: { label: 'Waiting for a connection', help: 'More waiting calls than this are turned away at once. 0 = any number.' },
  maxRetries: { label: 'Retries at once', help: 'While so many retries of one caller are under way, none is added. 0 = any number.' },
  retryBudget: { label: 'Retry budget', help: 'Retries per hundred first attempts, saved up over a hundred of them. 0 = no budget.' },
  retryWrites: { label: 'Retry writes', help: 'Off: writes and uploads are tried once only, for a second try could do them twice.' },
  breaker: { label: 'Circuit breaker', help: 'When too many calls fail, none is sent for a while: the caller is told at once.' },
  breakerWindow: { label: 'Breaker looks at', help: 'The newest so many calls.' },
  breakerCalls: { label: 'Breaker needs', help: 'With fewer calls than this it does not judge.' },
  breakerPercent: { label: 'Breaker opens at', help: 'From this share of failures on.' },
  breakerOpenSeconds: { label: 'Breaker stays open', help: 'After that a few calls are let through to see.' },
  breakerProbes: { label: 'Calls to see', help: 'So many calls decide whether it closes or opens again.' },
  poolSize: {
    label: 'Connection pool',
    help: 'Connections of one caller; each is held until the answer. Whoever finds none waits. 0 = as many as needed.',
  },
  poolWaitMs: { label: 'Wait for a connection', help: 'After that the call fails, however idle the part at the other end. 0 = for ever.' },
  hedge: {
    label: 'Hedged calls',
    help: 'A copy of a late call goes to another instance; the first good answer wins, the other is dropped if it has not begun.',
    options: { off: 'Off', after: 'After a fixed time', percentile: 'Later than a share of all' },
  },
  hedgeMs: { label: 'Copy after', help: 'So long after the call.' },
  hedgePercentile: { label: 'Copy when later than', help: 'Of the newest 200 good answers of this wire.' },
  cancelOnTimeout: {
    label: 'Cancel on timeout',
    help: 'What the caller no longer waits for is dropped before it is begun. Work under way goes on.',
  },
  passDeadline: { label: 'Pass the deadline on', help: 'A call gets no more time than its caller itself has left.' },
  dropLate: {
    label: 'Drop late work',
    help: 'The part called drops what it would begin too late for its caller. Servers and services do so.',
  },
  deadlineMarginMs: {
    label: 'Needed time left',
    help: 'Less than this left counts as too late; as long as the work takes is a good choice.',
  },
};

/** Presets of wires: their names, what they are for, and the title above them. */
export const linkPresetsEn = {
  title: 'Ready-made protection',
  plain: { label: 'As drawn', help: 'What a new wire from this part has.' },
  'fail-fast': { label: 'Fail fast', help: 'A short wait, no second try, and a breaker: the caller knows early and is free again.' },
  patient: { label: 'Patient', help: 'A long wait and retries with pauses, within a budget: for what may take its time.' },
  bulkhead: { label: 'Bulkhead', help: 'One slow part cannot take all of its caller: so many calls and retries at once, no more (Envoy).' },
  hedged: { label: 'Hedged reads', help: 'A copy of what is late goes to another instance. Only for work that may be done twice.' },
};

export type LinkMetricTexts = Readonly<Record<LinkMetric, string>>;

export const linkMetricsEn: LinkMetricTexts = {
  attempts: 'Calls tried',
  retries: 'Of these, retries',
  turnedAway: 'Stopped by the caller itself',
  hedges: 'Copies sent',
  hedgeWins: 'Copies that won',
  connections: 'Connections taken',
  waitingForConnection: 'Waiting for a connection',
  budgetLeft: 'Retries left in the budget',
  breakersOpen: 'Breakers open',
};
