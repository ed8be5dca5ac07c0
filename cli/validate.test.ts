import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { validate } from './validate.ts';

const own = join(import.meta.dirname, 'validate/fixtures/cases.json');
const folder = mkdtempSync(join(tmpdir(), 'validate-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Json = Record<string, unknown>;
const cases = (): Json[] => JSON.parse(readFileSync(own, 'utf8')).cases;
const named = (id: string): Json => cases().find((each) => each.id === id) as Json;
const file = (...list: unknown[]) => {
  const path = join(folder, `${list.length}-${Math.abs(JSON.stringify(list).length)}.json`);
  writeFileSync(path, JSON.stringify({ cases: list }));
  return path;
};

describe('validate', () => {
  it('prints the same from the command line, where workers share the cases, and tells by its exit code', async () => {
    const command = join(import.meta.dirname, '../scripts/cli.mjs');
    const run = (path: string) => spawnSync(process.execPath, [command, 'validate', path], { encoding: 'utf8' });
    const right = run(own);
    expect(right.stderr).toBe('');
    expect(right.status).toBe(0);
    expect(right.stdout).toBe((await validate([own])).text);
    const wrong = { ...named('storm-2'), expected: { amplification: { value: 8, unit: '1', basis: 'exact' } } };
    expect(run(file(wrong)).status).toBe(1);
  });

  it('passes the textbook cases', async () => {
    const { text, results } = await validate([own]);
    expect(results.filter(({ verdict }) => verdict !== 'passed').map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(text.trimEnd().endsWith('11 passed, 0 failed, 0 waiting')).toBe(true);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('tells each case as soon as those before it are known, so that who ends it early has them', async () => {
    const two = file(named('mm1k3'), named('storm-2'));
    const whole = (await validate([two])).text;
    const told: string[] = [];
    const { text } = await validate([two], null, (lines) => told.push(lines));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('mm1k3');
    expect(told.join('') + text).toBe(whole);
    await validate([two, '--json'], null, (lines) => told.push(lines));
    expect(told).toHaveLength(2);
  });

  it('counts a case that waits for a part apart', async () => {
    const every: Json[] = JSON.parse(readFileSync(join(import.meta.dirname, '../src/library/physics/cases.json'), 'utf8')).cases;
    const known = every.find(({ parameters }) => (parameters as Json).replicas_apply_writes === true) as Json;
    const idle = { ...known, id: 'idle-replicas', parameters: { ...(known.parameters as Json), replicas_apply_writes: false } };
    const { text } = await validate([file(idle)]);
    expect(text).toContain('waiting: replicas that do not apply writes: idle-replicas');
    expect(text.trimEnd().endsWith('0 passed, 0 failed, 1 waiting')).toBe(true);
  });

  it('gives the same again but for the time it took, with what it cost', async () => {
    const once = async () => JSON.parse((await validate([own, '--only', 'mm1k3', '--json'])).text);
    const [first, second] = [await once(), await once()];
    expect(first.results).toHaveLength(1);
    const { seconds, events } = first.results[0];
    expect(events).toBeGreaterThan(first.results[0].n);
    expect(seconds).toBeGreaterThan(0);
    second.results[0].seconds = seconds;
    expect(second).toEqual(first);
  });

  it('says which cases were dear, when it is asked to', async () => {
    const { text } = await validate([own, '--only', 'M/M/1', '--times']);
    expect(text).toMatch(/^ +[\d.]+ s +[\d.]+ M {2}mm1-60$/m);
    expect((await validate([own, '--only', 'M/M/1'])).text).not.toContain(' s ');
  });

  it('fails a case that expects something wrong', async () => {
    const wrong = named('mm1k3');
    wrong.expected = { blocking_prob: { value: 0.3, unit: '1', basis: 'exact' } };
    const { results, text } = await validate([file(wrong)]);
    expect(results[0].verdict).toBe('failed');
    expect(text).toContain('0 passed, 1 failed, 0 waiting');
  });

  it('fails a run too short for what it promises, however near the number is', async () => {
    const short: Json = {
      ...named('mm1-60'),
      suggested_run: { requests: 2000, warmup_requests: 200 },
      tolerance: { mean_response_ms: 0.01 },
    };
    short.expected = { mean_response_ms: { value: 12.5, unit: 'ms', basis: 'exact' } };
    const first = (await validate([file(short)])).results[0].metrics[0].estimate?.value;
    const near = { ...short, expected: { mean_response_ms: { value: first, unit: 'ms', basis: 'exact' } } };
    const { results } = await validate([file(near)]);
    expect(results[0].verdict).toBe('failed');
    expect(results[0].reason).toContain('not converged');
  });

  it('does not pass a case with a metric nobody measures', async () => {
    const more = named('mm1k3');
    (more.expected as Json).colour = { value: 1, unit: '1', basis: 'exact' };
    const { results } = await validate([file(more)]);
    expect(results[0]).toMatchObject({ verdict: 'failed', reason: 'colour: nothing in the product measures it' });
  });

  it('says which case has no steady state', async () => {
    const { parameters, ...rest } = named('mm1-60');
    const over = { ...rest, parameters: { ...(parameters as Json), arrivals: { process: 'poisson', rate_per_s: 240 } } };
    const { results } = await validate([file(over)]);
    expect(results[0].verdict).toBe('failed');
    expect(results[0].reason).toMatch(/"mm1-60".*no steady state/);
  });

  it('plays the cases of the page when it is given none', async () => {
    const { results } = await validate(['--only', 'retry-storm-three-layers']);
    expect(results).toMatchObject([{ verdict: 'passed', kind: 'retries' }]);
    await expect(validate([own, own])).rejects.toThrow('Usage');
  });

  it('stops a case that costs more than its budget', async () => {
    // what the processor worked for it: on a busy machine the same work takes longer
    const before = process.cpuUsage();
    const { results } = await validate(['--only', 'mm1-rho98-heavy-traffic', '--max-seconds', '0.3']);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
    expect(results[0].verdict).toBe('failed');
    expect(results[0].reason).toContain('stopped after 0.3 s');
    await expect(validate(['--max-seconds', 'soon'])).rejects.toThrow('--max-seconds takes a number');
  });
});
