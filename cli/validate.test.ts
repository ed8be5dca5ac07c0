import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandError } from './commandLine.ts';
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
  }, 60_000);

  it('passes the textbook cases, and counts what waits for a part apart', async () => {
    const { text, results } = await validate([own]);
    expect(results.filter(({ verdict }) => verdict === 'failed').map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'waiting').map(({ id }) => id)).toEqual(['shared-processor']);
    expect(text).toContain('waiting: the discipline PS: shared-processor');
    expect(text.trimEnd().endsWith('9 passed, 0 failed, 1 waiting')).toBe(true);
    expect(text).not.toMatch(/NaN|undefined/);
  }, 30_000);

  it('prints the same bytes again', async () => {
    const once = await validate([own, '--only', 'mm1k3', '--json']);
    expect((await validate([own, '--only', 'mm1k3', '--json'])).text).toBe(once.text);
    expect(JSON.parse(once.text).results).toHaveLength(1);
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
    expect(results[0]).toMatchObject({ verdict: 'waiting', reason: 'a measurement of colour' });
  });

  it('says which case has no steady state', async () => {
    const { parameters, ...rest } = named('mm1-60');
    const over = { ...rest, parameters: { ...(parameters as Json), arrivals: { process: 'poisson', rate_per_s: 240 } } };
    const { results } = await validate([file(over)]);
    expect(results[0].verdict).toBe('failed');
    expect(results[0].reason).toMatch(/"mm1-60".*no steady state/);
  });

  it('says which case and field it cannot read', async () => {
    const { kind: _, ...nameless } = named('mm1-60');
    const broken = { ...named('md1-50'), expected: { mean_wait_ms: { value: 'five', unit: 'ms' } } };
    await expect(validate([file(nameless)])).rejects.toThrow('case "mm1-60".kind must be a text, not missing');
    await expect(validate([file(broken)])).rejects.toThrow('case "md1-50".expected.mean_wait_ms.value');
    await expect(validate([file(named('md1-50'), named('md1-50'))])).rejects.toThrow('two cases "md1-50"');
    await expect(validate([own, '--only', 'nothing'])).rejects.toThrow(CommandError);
    await expect(validate(['nowhere.json'])).rejects.toThrow('nowhere.json cannot be read');
    const endless = { ...named('md1-50'), suggested_run: { requests: 1e12 } };
    await expect(validate([file(endless)])).rejects.toThrow('case "md1-50".suggested_run.requests must be at most');
    const { results } = await validate([file({ ...named('md1-50'), kind: 'M/X/9' })]);
    expect(results[0].reason).toContain('kind "M/X/9" is not known');
  });
});
