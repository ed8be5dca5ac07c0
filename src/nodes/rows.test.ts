import { describe, expect, it } from 'vitest';
import { type RowSample, unpackRows } from '../engine/rowsView.ts';
import { createRun } from '../engine/run.ts';
import { databaseBehavior } from './database/behavior.ts';
import { nosqlBehavior } from './nosql/behavior.ts';
import { inOrder, planOf, type TestNode } from './testRun.ts';
import { usersBehavior } from './users/behavior.ts';
import { webServerBehavior } from './web-server/behavior.ts';

const behaviors = inOrder({
  users: usersBehavior,
  'web-server': webServerBehavior,
  database: databaseBehavior,
  nosql: nosqlBehavior,
});

/** What a store shows after ten seconds in which twenty rows were written and read. */
function shownBy(store: TestNode): RowSample[] {
  const plan = planOf({
    seconds: 10,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: 100 } },
      web: { kind: 'web-server', params: { service: 'none', threads: 10_000, jobShare: 0 } },
      store,
    },
    links: [
      ['users', 'web'],
      ['web', 'store'],
    ],
    workload: { writeShare: 50, keys: 20, keySkew: 0 },
  });
  const run = createRun(plan, behaviors);
  run.advance(10, Infinity);
  const shown = run.shows().find(({ node }) => node === 2);
  if (!shown) throw new Error('shows nothing');
  return unpackRows(shown.numbers);
}

describe('the rows of a store', () => {
  it('of a database: its primary has the newest of each, a replica that is seconds behind has not', () => {
    const samples = shownBy({ kind: 'database', params: { replicas: 1, lagMs: 4000, lagForm: 'fixed', vcpu: 16 } });
    expect(samples).toHaveLength(12);
    for (const { newest, versions } of samples) {
      expect(versions).toHaveLength(2);
      expect(versions[0]).toBe(newest);
      expect(versions[1]).toBeLessThan(newest);
    }
  });

  it('of a NoSQL store: as many nodes as keep a row show it, and enough of them the newest', () => {
    const samples = shownBy({ kind: 'nosql', params: { nodes: 5, copies: 3, writeQuorum: 2 } });
    expect(samples).toHaveLength(12);
    for (const { newest, versions } of samples) {
      expect(versions).toHaveLength(5);
      expect(versions.filter((version) => version >= 0)).toHaveLength(3);
      expect(versions.filter((version) => version >= newest).length).toBeGreaterThanOrEqual(2);
    }
  });
});
