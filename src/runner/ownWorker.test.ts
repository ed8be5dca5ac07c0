import { expect, it } from 'vitest';
import { ownAddress } from './ownWorker.ts';

const here = 'https://example.org/tools/faultline/assets/page-ab12.js';

it.each(['/tools/faultline/assets/worker-Cd_34.js', 'https://example.org/tools/faultline/assets/replicaWorker-x.js', 'worker-x.js'])(
  'takes %s for ours',
  (address) => {
    expect(ownAddress(address, here)).toMatch(/^https:\/\/example\.org\/tools\/faultline\/assets\/[\w-]+\.js$/);
  },
);

it.each([
  'https://example.net/tools/faultline/assets/worker-x.js',
  '/tools/other/worker-x.js',
  '/tools/faultline/assets/../upload.js',
  '/tools/faultline/assets/deep/worker-x.js',
  'worker-x.js?then=other',
  'data:text/javascript,1',
  'blob:https://example.org/1234',
  'javascript:1',
  './',
])('refuses %s', (address) => {
  expect(() => ownAddress(address, here)).toThrow('no worker of ours');
});
