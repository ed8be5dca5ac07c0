/** Words of cost and business: what a design costs, and what a day like the run would bring. */

import type { SettingFields } from '../../design/settingFields.ts';
import type { Grade } from '../../economy/models.ts';
import type { PriceId } from '../../economy/priceBook.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

const lines: Record<PriceId, string> = {
  'server-vcpu': 'Servers, by vCPU',
  'container-vcpu': 'Containers, by vCPU',
  'container-memory': 'Containers, by memory',
  'compute-vcpu': 'Compute servers, by vCPU',
  'memory-vcpu': 'Memory servers, by vCPU',
  'database-vcpu': 'Database servers, by vCPU',
  'database-storage': 'Database disks',
  'cache-node': 'Cache nodes',
  'balancer-hour': 'Load balancers',
  'balancer-capacity': 'Load balancer capacity',
  'dns-zone': 'DNS zone',
  'dns-lookups': 'DNS lookups',
  'dns-geo-lookups': 'DNS lookups by place',
  'global-address': 'Anycast addresses',
  'dns-check': 'DNS health checks',
  'edge-requests': 'CDN requests',
  'edge-egress': 'CDN traffic to users',
  egress: 'Traffic to users',
  'zone-traffic': 'Traffic between zones',
  'region-traffic': 'Traffic between regions',
  'gateway-requests': 'Gateway requests',
  'queue-requests': 'Queue requests',
  'object-storage': 'Stored objects',
  'object-writes': 'Object writes',
  'object-reads': 'Object reads',
  'item-writes': 'Item writes',
  'item-reads': 'Item reads',
  'item-storage': 'Storage of rows',
  'log-ingest': 'Logs taken in',
  'log-storage': 'Logs kept',
  'custom-metric': 'Metrics',
  'build-minutes': 'Build minutes',
};

const gradeWords: Record<Grade, string> = {
  A: 'Evidence A: a controlled experiment, published.',
  B: 'Evidence B: an experiment of one’s own, told in a blog.',
  C: 'Evidence C: watched, not controlled, and told by whoever sells speed. Other causes are mixed in.',
  D: 'Evidence D: folklore. Quoted everywhere, published nowhere.',
};

const fields: FieldTexts<SettingFields> = {
  onlyMyTools: {
    label: 'Show only what my tools see',
    help: 'Parts show their insides only where a monitor is wired to them, as in real life. What users meet is always shown.',
  },
  model: {
    label: 'How slowness costs',
    help: 'Which study the business numbers follow. The letter is the grade of its evidence.',
    options: {
      bing: 'A · Bing 2009: orders −0.215% per 100 ms',
      google: 'A · Google 2009: pages −0.15% per 100 ms',
      'financial-times': 'B · Financial Times 2016: articles −4.9% at +1 s',
      bbc: 'C · BBC: users −10% per second',
      'akamai-desktop': 'C · Akamai 2017, desktop: orders −2.4% at +100 ms',
      'akamai-phone': 'C · Akamai 2017, phone: orders −7.1% at +100 ms',
      walmart: 'C · Walmart: orders −2% per second',
      deloitte: 'C · Deloitte 2020, retail: orders −7.7% at +100 ms',
      amazon: 'D · “Amazon, 100 ms = 1% of sales”',
      'google-2006': 'D · “Google, 500 ms = −20% traffic”',
      none: 'Slowness costs nothing',
    },
  },
  referenceMs: { label: 'Fast enough', help: 'Page time from which on slowness costs something.' },
  browserMs: { label: 'Browser beside the answer', help: 'Part of the page time that is spent in the browser: drawing, scripts, files.' },
  pagesPerSession: { label: 'Pages per session', help: 'Mean pages that somebody looks at in one visit.' },
  requestsPerPage: { label: 'Requests per page', help: 'Requests to the system itself behind one page, files not counted.' },
  sessionsPerUser: { label: 'Visits per user and day', help: 'Mean sessions of one user on one day.' },
  conversionPercent: { label: 'Sessions that buy', help: 'Share of sessions that end in an order when nothing is slow or broken.' },
  orderUsd: { label: 'Value of an order', help: 'Mean of what one order brings.' },
  checkoutSteps: { label: 'Steps of an order', help: 'Pages that must all work for an order.' },
  tryAgainPercent: { label: 'Try once more', help: 'Share of those who meet an error that try it once more; the others leave.' },
  returnPercent: { label: 'Come back next day', help: 'Share of users that return on the next day when all goes well.' },
  badSessionPercent: {
    label: 'A bad session costs',
    help: 'Share of the returns that is lost after a session with an error or a page over 3 s.',
  },
  growthPercent: { label: 'New users a day', help: 'Users that come new from one day to the next, as a share of those there are.' },
  churnPercent: { label: 'Users at stake', help: 'Share of the users that would be lost in a day if nobody of them came back.' },
};

export const economyEn = {
  fields,
  lines,
  grades: gradeWords,
  cost: {
    title: 'Cost',
    help: (date: string, region: string) =>
      `List prices of ${date}, ${region}, in US dollars a month, as if the month went on like the run.`,
    monthly: 'A month',
    perMillion: 'Per million requests',
    whole: 'Whole design',
    unmeasured: 'What is billed by use is not in yet: run the design.',
    part: 'Cost a month',
    book: 'Price list',
    per: { 'vCPU-month': 'a vCPU', 'node-month': 'a node', 'unit-month': 'each', GB: 'a GB', 'GB-month': 'a GB', million: 'a million' },
  },
  business: {
    title: 'Business',
    help: 'What a day would bring if it went like this run.',
    settings: 'Business and tools',
    users: 'Users a day',
    sessions: 'Sessions',
    pages: 'Pages',
    orders: 'Orders',
    revenue: 'Revenue',
    returning: 'Come back next day',
    tomorrow: 'Users tomorrow',
    pageTime: 'Page time',
    lost: (share: string) => `${share} less than with nothing slow or broken`,
    noModel: 'Slowness costs nothing in this model; errors do.',
    errorsAssumed: 'What errors cost has no solid public curve: assumed.',
    notYet: 'Run the design to see it.',
  },
};
