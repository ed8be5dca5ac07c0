import { expect, it } from 'vitest';
import { heldAddress, ownAddress, partAddress } from './ownWorker.ts';

const here = 'https://example.org/tools/faultline/assets/page-ab12.js';

it.each(['/tools/faultline/assets/worker-Cd_34.js', 'https://example.org/tools/faultline/assets/replicaWorker-x.js', 'worker-x.js'])(
  'takes %s for ours',
  (address) => {
    expect(ownAddress(address, here)).toMatch(/^https:\/\/example\.org\/tools\/faultline\/assets\/[\w-]+\.js$/);
  },
);

it('takes the service worker for ours, which lies one folder up', () => {
  expect(ownAddress('../sw.js', here)).toBe('https://example.org/tools/faultline/sw.js');
});

it.each([
  '../../sw.js',
  '../sw.js?then=other',
  'https://example.net/tools/faultline/sw.js',
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

it('takes for ours, in a page that is one file, what the file holds', () => {
  const held = 'blob:null/e8ab688f-2c5a-4758-874d-c22c44f5fc12';
  expect(heldAddress(held)).toBe(held);
});

it.each(['https://example.net/worker-x.js', 'data:text/javascript,1', 'javascript:1', 'worker-x.js', 'blob:'])(
  'refuses %s there',
  (address) => {
    expect(() => heldAddress(address)).toThrow('no worker of ours');
  },
);

const embed = 'https://example.org/tools/faultline/embed.html';

it('takes the scripts of the embedded player for ours', () => {
  expect(partAddress('./assets/embed-player-Cd_34.js', embed)).toBe('https://example.org/tools/faultline/assets/embed-player-Cd_34.js');
});

it.each([
  'https://example.net/tools/faultline/assets/embed-player-x.js',
  './embed-player-x.js',
  './assets/page-x.js',
  './assets/embed-player-x.js?then=other',
  './assets/../upload/embed-x.js',
  'data:text/javascript,1',
  'javascript:1',
])('refuses %s as a part of it', (address) => {
  expect(() => partAddress(address, embed)).toThrow('no part of ours');
});
