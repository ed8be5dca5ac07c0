import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Design } from '../src/design/design.ts';
import { addNode, addScenarioEvent, connect, emptyDesign, setLinkParam, setParam, setSeconds } from '../src/design/edits.ts';
import { CommandError } from './commandLine.ts';
import { sim } from './sim.ts';

const folder = mkdtempSync(join(tmpdir(), 'limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saved(design: Design): string {
  const file = join(folder, 'design.json');
  writeFileSync(file, JSON.stringify(design));
  return file;
}

/** People who ask 5000 times a second and wait for two minutes, and a server that falls silent after two seconds. */
function drowning(): Design {
  const at = { x: 0, y: 0 };
  let design = addNode(addNode(emptyDesign(), 'users', at), 'web-server', at);
  const [people, web] = design.nodes.map(({ id }) => id);
  design = connect(design, people, web);
  design = setLinkParam(design, design.links[0].id, 'timeoutMs', 0);
  design = setParam(setParam(design, people, 'ratePerSecond', 5000), people, 'patienceSeconds', 120);
  design = setParam(design, web, 'vcpu', 64);
  design = addScenarioEvent(design, { at: 2, act: 'hang', node: web, instance: null });
  return setSeconds(design, 300);
}

describe('a design that asks for more than there is', () => {
  it('ends by name, and says what was measured until then', async () => {
    const said = JSON.parse(await sim([saved(drowning()), '--memory-mb', '2', '--json']));
    // 10,000 calls at 5000 a second
    expect(said.endedEarly).toMatch(/^ended at [34]\.\d+ s: too many requests in flight \(10000 calls at once\)$/);
    expect(said.window.end).toBeGreaterThan(3.5);
    expect(said.all.completed).toBeGreaterThan(9000);
    expect(said.conserved).toBe(true);
    expect(await sim([saved(drowning()), '--memory-mb', '2'])).toContain('too many requests in flight (10000 calls at once)');
  });

  it('says so as well where that moment leaves other marks', async () => {
    // so full when it ends that its last frame is noted as saturated
    const [people, web] = drowning().nodes.map(({ id }) => id);
    const crowd = setParam(setParam(drowning(), people, 'ratePerSecond', 50_000), web, 'queueLimit', 1_000_000);
    const said = JSON.parse(await sim([saved(setParam(crowd, web, 'vcpu', 1)), '--memory-mb', '5', '--json']));
    expect(said.notes.at(-1).code).toBe('saturated');
    expect(said.endedEarly).toContain('too many requests in flight');
  });

  it('is no world among others: half a world is merged with none', async () => {
    const asked = [saved(setSeconds(drowning(), 10)), '--memory-mb', '2', '--replications', '3'];
    const text = await sim(asked);
    expect(text).toContain('world 2 of this design could not be played: too many requests in flight');
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
    const told = JSON.parse(await sim([...asked, '--compare', 'single', '--json']));
    expect(told.failed.map(({ reason }: { reason: string }) => reason)).toEqual(['overflow', 'overflow', 'overflow']);
    expect(told.designs.map(({ worlds }: { worlds: unknown[] }) => worlds.length)).toEqual([0, 3]);
  });

  it('with enough memory runs for as long as it is told', async () => {
    const said = JSON.parse(await sim([saved(drowning()), '--seconds', '5', '--json']));
    expect(said.endedEarly).toBe(null);
    expect(said.window.end).toBe(5);
  });

  it('and a loop of retries is refused before anything runs', async () => {
    const design = drowning();
    const [, web] = design.nodes.map(({ id }) => id);
    const second = addNode(design, 'web-server', { x: 0, y: 0 });
    const other = second.nodes[2].id;
    const forth = connect(second, web, other);
    const back = { ...forth, links: [...forth.links, { ...forth.links[1], id: 'l9', from: other, to: web }] };
    await expect(sim([saved(back)])).rejects.toThrow(/loop/);
    await expect(sim([saved(design), '--memory-mb', '0'])).rejects.toThrow(CommandError);
  });
});
