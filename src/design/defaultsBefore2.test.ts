import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeLink } from './codec.ts';
import type { Design, Id } from './design.ts';
import { currentFormat, migrate } from './migrations.ts';
import { parseDesign } from './parse.ts';

const paramsOf = (design: Design, id: Id) => design.nodes.find((node) => node.id === id)?.params;
const opened = (given: unknown): Design => {
  const parsed = parseDesign(given);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.design;
};
const queueOf = (format: number, params: object) =>
  paramsOf(opened({ format, nodes: [{ id: 'queue-1', kind: 'queue', x: 0, y: 0, params }] }), 'queue-1');

describe('defaults before format 2', () => {
  it('are what a link of format 1 goes on meaning', async () => {
    const link = readFileSync(new URL('fixtures/v1-defaults.link', import.meta.url), 'utf8');
    const decoded = await decodeLink(link);
    if (!decoded.ok) throw new Error(decoded.problem.code);
    const { design } = decoded;
    const queue = { brokers: 1, maxReceive: 0, maxBacklog: 1_000_000, maxPerSecond: 0, retentionHours: 96, topicRetentionHours: 96 };
    expect(paramsOf(design, 'queue-1')).toMatchObject({ ...queue, paidBy: 'requests' });
    expect(paramsOf(design, 'cache-1')).toMatchObject({ placement: 'modulo' });
    expect(paramsOf(design, 'gateway-1')).toMatchObject({ counters: 'local' });
    expect(design.links.map(({ params }) => [params.timeoutMs, params.retries, params.backoffMs])).toEqual(
      design.links.map(() => [1000, 0, 100]),
    );
    // a topic's own retention, and what happens to it on the way
    expect(paramsOf(design, 'queue-2')).toMatchObject({ ...queue, retentionHours: 0.02, topicRetentionHours: 0.02 });
    expect(design.scenario.filter(({ act }) => act === 'set')).toEqual([
      { at: 30, act: 'set', node: 'queue-2', field: 'retentionHours', value: 0.01 },
      { at: 30, act: 'set', node: 'queue-2', field: 'topicRetentionHours', value: 0.01 },
    ]);
    // several brokers were paid for as machines
    expect(paramsOf(design, 'queue-3')).toMatchObject({ ...queue, brokers: 2, paidBy: 'machines' });
  });

  it('give way to what a document says itself', () => {
    const said = { brokers: 5, maxReceive: 7, maxBacklog: 10, maxPerSecond: 9, retentionHours: 1 };
    expect(queueOf(1, said)).toMatchObject({ ...said, topicRetentionHours: 1, paidBy: 'machines' });
  });

  it('mean nothing to a document of today', () => {
    expect(queueOf(currentFormat, {})).toMatchObject({
      brokers: 3,
      maxReceive: 5,
      maxBacklog: 10_000_000,
      maxPerSecond: 50_000,
      retentionHours: 96,
      topicRetentionHours: 168,
      paidBy: 'requests',
    });
    const nodes = [
      { id: 'cache-1', kind: 'cache' },
      { id: 'gateway-1', kind: 'api-gateway' },
    ];
    const users = { id: 'users-1', kind: 'users' };
    const wired = opened({ format: currentFormat, nodes: [users, ...nodes], links: [{ from: 'users-1', to: 'gateway-1' }] });
    expect(wired.links[0].params).toMatchObject({ timeoutMs: 10_000, retries: 1, backoffMs: 1000 });
    const design = opened({ format: currentFormat, nodes });
    expect(paramsOf(design, 'cache-1')).toMatchObject({ placement: 'ring' });
    expect(paramsOf(design, 'gateway-1')).toMatchObject({ counters: 'shared' });
  });

  it('are written into whatever somebody made up, too', () => {
    const wires = { links: [7, null, { from: 'users-1' }, { from: [], params: 3 }] };
    expect(migrate({ format: 1, nodes: [{ id: 'users-1', kind: 'users' }], ...wires }, 1).links).toEqual([
      7,
      null,
      { from: 'users-1', params: { timeoutMs: 1000, retries: 0, backoffMs: 100 } },
      { from: [], params: 3 },
    ]);
    const odd = { format: 1, nodes: [null, 7, { kind: '__proto__' }, { kind: 'queue', params: 'many' }], scenario: ['x', { act: 'set' }] };
    expect(migrate(odd, 1).nodes).toMatchObject([null, 7, { kind: '__proto__' }, { kind: 'queue', params: { brokers: 1 } }]);
    expect(migrate({ format: 1, nodes: 'none' }, 1)).toMatchObject({ format: currentFormat, nodes: 'none' });
  });
});
