import type { DurationWords } from '../../ui/format.ts';

const duration: DurationWords = { minute: ' min', hour: ' h', second: ' s' };

export const commonEn = {
  appName: 'Faultline',
  duration,
  /** Units that are words; the others (ms, %, /s) read the same in every language. */
  units: { keys: 'keys', h: 'h', USD: 'USD', 'USD/month': 'USD/month' },
  perSecond: (value: string) => `${value}/s`,
  outcomes: { ok: 'answered', refused: 'refused', timeout: 'timed out', shed: 'turned away', error: 'error', limited: 'over a limit' },
  outcomesHelp: {
    ok: 'Answered within the user’s patience.',
    refused: 'Nobody listens there: the caller knows within one round trip.',
    timeout: 'Silence until the caller’s patience ended.',
    shed: 'Turned away at once because the waiting room was full (503).',
    error: 'The part answered that it cannot do this (500).',
    limited: 'Asked for more than it was allowed (429). Meant so, and therefore no failure.',
  },
  classes: { static: 'static files', read: 'reads', write: 'writes' },
  health: { idle: 'idle', ok: 'healthy', busy: 'busy', saturated: 'saturated', down: 'down', slow: 'slow', hung: 'hanging' },
  roles: {
    source: 'users',
    resolver: 'a DNS',
    edge: 'a CDN',
    server: 'something that answers requests',
    cache: 'a cache',
    store: 'a database',
    queue: 'a message queue',
    consumer: 'a worker',
  },
  categories: { traffic: 'Traffic', edge: 'Edge', compute: 'Compute', data: 'Data', region: 'Region' },
  region: { name: 'Region', what: 'Distance becomes delay' },
  regions: {
    'us-east': 'US East',
    'us-west': 'US West',
    ireland: 'Ireland',
    frankfurt: 'Frankfurt',
    seoul: 'Seoul',
    tokyo: 'Tokyo',
    singapore: 'Singapore',
    sydney: 'Sydney',
    'sao-paulo': 'São Paulo',
  },
  instance: (number: number) => `instance ${number}`,
  instanceOf: (label: string, number: number) => `${label} #${number}`,
  parts: (count: number) => (count === 1 ? '1 part' : `${count} parts`),
  link: (from: string, to: string) => `${from} to ${to}`,
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  assumption: 'assumption',
};
