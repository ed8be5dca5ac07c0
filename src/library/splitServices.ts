/**
 * A monolith split into feed, user and media (domain S74). Web servers send feeds to the feed service, logins and pages to the user
 * service and uploads to the media service; the feed service asks the other two for the names and pictures of a page. At 60 s the media
 * service falls silent. The wire to it has 200 ms of patience and the feed service a fallback, so that feeds go on without pictures and
 * only uploads fail. Take the timeout away (0) and every feed holds a thread for ever: 100 a second use up the 200 threads of the feed
 * service in 2 s, then those of the web servers, and nobody can even log in.
 */

import { draw, type Template } from './template.ts';

const noFallback = [['feed-1', 'fallback', false]] as const;

export const splitServices: Template = {
  id: 'split-services',
  design: draw({
    title: 'A monolith split into services',
    groups: [{ id: 'dc-1', label: 'Data centre', region: 'us-east', at: [464, 0], size: [928, 448] }],
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 188], params: { ratePerSecond: 200 } },
      { id: 'lb-1', kind: 'load-balancer', at: [232, 188] },
      { id: 'web-1', kind: 'web-server', at: [504, 188], group: 'dc-1', label: 'Web servers', params: { instances: 2 } },
      {
        id: 'feed-1',
        kind: 'service',
        at: [736, 48],
        group: 'dc-1',
        label: 'Feed service',
        params: { vcpu: 4, calling: 'at-once', fallback: true },
      },
      { id: 'user-1', kind: 'service', at: [968, 188], group: 'dc-1', label: 'User service', params: { vcpu: 4 } },
      { id: 'media-1', kind: 'service', at: [968, 328], group: 'dc-1', label: 'Media service', params: { vcpu: 4 } },
      { id: 'db-1', kind: 'database', at: [1200, 48], group: 'dc-1', label: 'Feed database' },
      { id: 'db-2', kind: 'database', at: [1200, 188], group: 'dc-1', label: 'User database' },
      { id: 'files-1', kind: 'object-storage', at: [1200, 328], group: 'dc-1', label: 'Photos' },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000 }],
      ['lb-1', 'web-1', { timeoutMs: 0 }],
      ['web-1', 'feed-1', { timeoutMs: 0, carries: 'feed' }],
      ['web-1', 'user-1', { timeoutMs: 0 }],
      ['web-1', 'media-1', { timeoutMs: 2000, carries: 'upload' }],
      ['feed-1', 'user-1', { timeoutMs: 0 }],
      ['feed-1', 'media-1', { timeoutMs: 200 }],
      ['feed-1', 'db-1', { timeoutMs: 1000 }],
      ['user-1', 'db-2', { timeoutMs: 1000 }],
      ['media-1', 'files-1', { timeoutMs: 1000 }],
    ],
    workload: { staticShare: 0, writeShare: 0, feedShare: 50, loginShare: 5, uploadShare: 5 },
    scenario: [{ at: 60, act: 'hang', node: 'media-1', instance: null }],
  }),
  mustShow: [
    { claim: '200 requests a second are served', from: 20, to: 60, of: 'users', metric: 'servedPerSecond', least: 190, most: 210 },
    { claim: '… all of them', from: 20, to: 60, of: 'users', metric: 'failedShare', least: 0, most: 0.001 },
    {
      claim: 'With the media service silent nothing but uploads fails',
      from: 70,
      to: 130,
      of: 'users',
      metric: 'failedShare',
      least: 0.035,
      most: 0.065,
    },
    {
      claim: 'Without a fallback every feed fails, too',
      given: noFallback,
      from: 70,
      to: 130,
      of: 'users',
      metric: 'failedShare',
      least: 0.5,
      most: 0.6,
    },
  ],
};
