import { expect, it } from 'vitest';
import { linesByHost } from './linesByHost.ts';

const row = (host: string, value: number, isFailure = false) => ({ host, value, isFailure });

it('each host has its own lines and no other’s, the one that fails most first', () => {
  const rows = [
    row('Web #1', 900),
    row('Web #2', 800),
    row('Web #2', 40, true),
    row('Web #1', 3, true),
    row('Web #10', 5),
    row('Web #9', 5),
  ];
  const hosts = linesByHost(rows);
  expect(hosts.map(({ host, lines, failures }) => [host, lines, failures])).toEqual([
    ['Web #2', 840, 40],
    ['Web #1', 903, 3],
    ['Web #9', 5, 0],
    ['Web #10', 5, 0],
  ]);
  expect(hosts[0].rows).toEqual([rows[1], rows[2]]);
  expect(linesByHost([])).toEqual([]);
});
