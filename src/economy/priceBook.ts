/**
 * What things cost, as data: list prices of one provider, on demand, in one currency, of one date. Nothing here is negotiated, reserved or
 * free of charge for the first so many; whoever pays less may say by how much of each line. Prices are per month of 730 hours.
 */

export interface PriceLine {
  usd: number;
  /** What one unit of it is. */
  per: 'vCPU-month' | 'node-month' | 'unit-month' | 'GB' | 'GB-month' | 'million';
  /** Where the number is from: a mark of the domain brief, or 'assumption'. */
  source: string;
  /** How it was worked out from the list. */
  basis: string;
}

export const priceBook = {
  date: '2026-09-20',
  currency: 'USD',
  region: 'us-east',
  hoursPerMonth: 730,
  lines: {
    'server-vcpu': { usd: 35.04, per: 'vCPU-month', source: 'V26', basis: 'm5.large, 2 vCPU and 8 GB, $0.096 an hour' },
    'container-vcpu': { usd: 29.55, per: 'vCPU-month', source: 'V26', basis: 'Fargate, $0.04048 a vCPU-hour' },
    'container-memory': { usd: 3.24, per: 'GB-month', source: 'V26', basis: 'Fargate, $0.004445 a GB-hour' },
    'compute-vcpu': { usd: 31.025, per: 'vCPU-month', source: 'V26', basis: 'c5.large, 2 vCPU and 4 GB, $0.085 an hour' },
    'memory-vcpu': { usd: 45.99, per: 'vCPU-month', source: 'V26', basis: 'r5.large, 2 vCPU and 16 GB, $0.126 an hour' },
    'database-vcpu': { usd: 62.415, per: 'vCPU-month', source: 'V26', basis: 'db.m5.large, 2 vCPU and 8 GB, $0.171 an hour' },
    'database-storage': { usd: 0.115, per: 'GB-month', source: 'V26', basis: 'general purpose SSD' },
    'cache-node': { usd: 113.88, per: 'node-month', source: 'V26', basis: 'cache.m5.large, 6.4 GB, $0.156 an hour' },
    'balancer-hour': { usd: 16.43, per: 'unit-month', source: 'V25', basis: '$0.0225 an hour' },
    'balancer-capacity': {
      usd: 5.84,
      per: 'unit-month',
      source: 'V25',
      basis: 'one capacity unit: 25 new connections a second, 3,000 open, 1 GB an hour or 1,000 rules a second',
    },
    'dns-zone': { usd: 0.5, per: 'unit-month', source: 'K', basis: 'one hosted zone' },
    'dns-lookups': { usd: 0.4, per: 'million', source: 'K', basis: 'standard queries' },
    'dns-geo-lookups': { usd: 0.7, per: 'million', source: 'K', basis: 'geolocation queries' },
    'dns-check': { usd: 0.5, per: 'unit-month', source: 'K', basis: 'one health check' },
    'global-address': { usd: 18.25, per: 'unit-month', source: 'K', basis: 'an anycast address, $0.025 an hour' },
    'edge-requests': { usd: 1, per: 'million', source: 'V26', basis: 'HTTPS requests, $0.01 for 10,000' },
    'edge-egress': { usd: 0.085, per: 'GB', source: 'V26', basis: 'first 10 TB of a month' },
    egress: { usd: 0.09, per: 'GB', source: 'V26', basis: 'to the internet, first 10 TB of a month' },
    'zone-traffic': { usd: 0.01, per: 'GB', source: 'V26', basis: 'between zones of a region, billed to each of the two ends' },
    'region-traffic': { usd: 0.02, per: 'GB', source: 'V26', basis: 'from one region to another' },
    'gateway-requests': { usd: 3.5, per: 'million', source: 'K', basis: 'managed REST gateway; self-hosted it is a server' },
    'queue-requests': { usd: 0.4, per: 'million', source: 'V26', basis: 'requests to a managed queue' },
    'object-storage': { usd: 0.023, per: 'GB-month', source: 'V26', basis: 'standard class' },
    'object-writes': { usd: 5, per: 'million', source: 'V26', basis: 'PUT requests' },
    'object-reads': { usd: 0.4, per: 'million', source: 'V26', basis: 'GET requests' },
    'item-writes': { usd: 1.25, per: 'million', source: 'K', basis: 'on-demand writes, before the cut of November 2024' },
    'item-reads': { usd: 0.25, per: 'million', source: 'K', basis: 'on-demand reads, before the cut of November 2024' },
    'item-storage': { usd: 0.25, per: 'GB-month', source: 'K', basis: 'rows of a managed NoSQL store' },
    'log-ingest': { usd: 0.5, per: 'GB', source: 'K', basis: 'taken in and indexed' },
    'log-storage': { usd: 0.03, per: 'GB-month', source: 'K', basis: 'kept searchable' },
    'custom-metric': { usd: 0.3, per: 'unit-month', source: 'K', basis: 'one custom metric' },
    'build-minutes': { usd: 0.005, per: 'unit-month', source: 'K', basis: 'one minute of a small build machine' },
  } satisfies Readonly<Record<string, PriceLine>>,
} as const;

export type PriceId = keyof (typeof priceBook)['lines'];
export const priceIds = Object.keys(priceBook.lines) as readonly PriceId[];

/** Prices elsewhere over those of us-east, all of them guesses to a twentieth but for the us regions, which list the same. */
export const regionMultipliers: Readonly<Record<string, { times: number; source: string }>> = {
  'us-east': { times: 1, source: 'V26' },
  'us-west': { times: 1, source: 'K' },
  ireland: { times: 1.1, source: 'assumption' },
  frankfurt: { times: 1.15, source: 'assumption' },
  seoul: { times: 1.2, source: 'assumption' },
  tokyo: { times: 1.25, source: 'assumption' },
  singapore: { times: 1.2, source: 'assumption' },
  sydney: { times: 1.25, source: 'assumption' },
  'sao-paulo': { times: 1.6, source: 'assumption' },
};

/** KB of an answer by class of request, where no part says its own (domain 3.3). */
export const answerKb: Readonly<Record<string, number>> = {
  static: 30,
  read: 20,
  write: 1,
  feed: 30,
  login: 1,
  search: 15,
  upload: 1,
};
