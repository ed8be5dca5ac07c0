/**
 * Seventy in a hundred users are in the eastern US, thirty in the west, each sent to the near data centre. At 120 s the east loses its
 * power: nobody there answers or refuses. Three checks of DNS later it leaves the answers, and what resolvers hold runs out within the
 * time to live. The west gets 3.33 times its load, and has the room for it. At 360 s the east is back, and so are its users.
 */

import type { Design, Id, RegionId, ScenarioEvent } from '../design/design.ts';
import { actsOnRegion } from '../design/regionFaults.ts';
import { type Drawing, draw, type Template } from './template.ts';

interface Centre {
  number: 1 | 2;
  group: Id;
  label: string;
  region: RegionId;
  top: number;
  servers: number;
}

const centres: readonly Centre[] = [
  { number: 1, group: 'dc-3', label: 'US East', region: 'us-east', top: 0, servers: 3 },
  { number: 2, group: 'dc-4', label: 'US West', region: 'us-west', top: 400, servers: 3 },
];

/** When the east loses its power, and for how long. */
export const outage = { at: 120, seconds: 240 } as const;

const stack = ({ number, group, top, servers }: Centre): Drawing['nodes'] => [
  { id: `lb-${number}`, kind: 'load-balancer', at: [560, top + 144], group, params: { checkSeconds: 5, healthyAfter: 2 } },
  { id: `web-${number}`, kind: 'web-server', at: [820, top + 144], group, label: 'Web servers', params: { instances: servers } },
  { id: `cache-${number}`, kind: 'cache', at: [1080, top + 64], group },
  { id: `db-${number}`, kind: 'database', at: [1080, top + 224], group },
];

const wires = ({ number }: Centre): Drawing['links'] => [
  ['dns-1', `lb-${number}`],
  [`lb-${number}`, `web-${number}`, { timeoutMs: 3000 }],
  [`web-${number}`, `cache-${number}`, { timeoutMs: 200 }],
  [`web-${number}`, `db-${number}`, { timeoutMs: 1000 }],
];

const drawing: Drawing = {
  title: 'A data centre fails',
  groups: [
    { id: 'dc-1', label: 'Users in the East', region: 'us-east', at: [-40, 80], size: [248, 176] },
    { id: 'dc-2', label: 'Users in the West', region: 'us-west', at: [-40, 480], size: [248, 176] },
    ...centres.map(({ group, label, region, top }) => ({ id: group, label, region, at: [520, top] as const, size: [768, 336] as const })),
  ],
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 144], group: 'dc-1', label: 'Users', params: { ratePerSecond: 350, patienceSeconds: 5 } },
    { id: 'users-2', kind: 'users', at: [0, 544], group: 'dc-2', label: 'Users', params: { ratePerSecond: 150, patienceSeconds: 5 } },
    { id: 'dns-1', kind: 'dns', at: [280, 344], label: 'Geo DNS', params: { policy: 'geo', checkSeconds: 10, ttlSeconds: 30 } },
    ...centres.flatMap(stack),
  ],
  links: [['users-1', 'dns-1', { timeoutMs: 5000 }], ['users-2', 'dns-1', { timeoutMs: 5000 }], ...centres.flatMap(wires)],
  workload: { staticShare: 0, writeShare: 10 },
};

const powerLoss = (design: Design): ScenarioEvent[] =>
  actsOnRegion(design, 'dc-3', 'lose', outage.seconds).map((act) => ({ at: outage.at, ...act }));

const twoServers = [['web-2', 'instances', 1]] as const;
/** Each centre knows only its own users. */
const apart = [
  ['users-1', 'ownRows', true],
  ['users-2', 'ownRows', true],
  ['db-1', 'holds', 'region'],
  ['db-2', 'holds', 'region'],
] as const;

export const geoFailover: Template = {
  id: 'geo-failover',
  design: draw({ ...drawing, scenario: powerLoss(draw(drawing)) }),
  mustShow: [
    { claim: 'Both centres serve everybody', from: 60, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.001 },
    { claim: 'The west works at an eighth of its strength', from: 60, to: 120, of: 'web-2', metric: 'utilization', least: 0.1, most: 0.16 },
    { claim: 'The east is silent: seven of ten fail', from: 128, to: 142, of: 'users', metric: 'failedShare', least: 0.65, most: 0.73 },
    {
      claim: 'Found out and run out: only those whose resolvers know no end still go there',
      from: 195,
      to: 300,
      of: 'users',
      metric: 'failedShare',
      least: 0.001,
      most: 0.04,
    },
    { claim: 'The west has 3.33 times its load', from: 195, to: 300, of: 'web-2', metric: 'utilization', least: 0.36, most: 0.47 },
    { claim: 'The east is back with its users', from: 440, to: 500, of: 'web-1', metric: 'utilization', least: 0.25, most: 0.35 },
    {
      claim: 'With one server there, the west goes down, too',
      given: twoServers,
      from: 195,
      to: 300,
      of: 'users',
      metric: 'failedShare',
      least: 0.15,
      most: 0.9,
    },
    {
      claim: 'With databases that never heard of each other, what the west shows the others’ users is not there',
      given: apart,
      from: 195,
      to: 300,
      of: 'users',
      metric: 'failedShare',
      least: 0.2,
      most: 0.63,
    },
  ],
};
