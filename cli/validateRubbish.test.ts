/** Whatever a file of cases holds: an answer that names case and field, soon, and never a pass. */

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandError } from './commandLine.ts';
import { validate } from './validate.ts';

const folder = mkdtempSync(join(tmpdir(), 'rubbish-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Json = Record<string, unknown>;
const good = (): Json => JSON.parse(readFileSync(join(import.meta.dirname, 'validate/fixtures/cases.json'), 'utf8')).cases[0];

let count = 0;
function file(text: string): string {
  const path = join(folder, `${count++}.json`);
  writeFileSync(path, text);
  return path;
}

describe('a file that is none', () => {
  it.each([
    ['', 'is empty'],
    ['   \n', 'is empty'],
    ['{"cases": [', 'is no JSON'],
    ['{"cases": [{"id": NaN}]}', 'is no JSON'],
    ['null', 'list of "cases"'],
    ['7', 'list of "cases"'],
    ['{"cases": 5}', 'list of "cases"'],
    ['{"cases": []}', 'no cases'],
    ['[]', 'no cases'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'case 1'],
  ])('%#: is refused or named', async (text, message) => {
    const outcome = await validate([file(text)]).then(
      ({ text: printed }) => printed,
      (error: CommandError) => error.message,
    );
    expect(outcome).toContain(message);
  });

  it('is refused when it is too large, before it is read', async () => {
    const path = file('');
    truncateSync(path, 300e6);
    await expect(validate([path])).rejects.toThrow('too large: 300 MB');
    await expect(validate(['nowhere.json'])).rejects.toThrow('nowhere.json cannot be read');
    await expect(validate([file(JSON.stringify([good()])), '--only', 'nothing'])).rejects.toThrow(CommandError);
  });
});

const without = (name: string): Json => {
  const { [name]: _, ...rest } = good();
  return rest;
};
const withParameters = (change: Json): Json => ({ ...good(), parameters: { ...(good().parameters as Json), ...change } });
const run = (change: Json): Json => ({ ...good(), suggested_run: change });

describe('a case that is none', () => {
  it.each<[unknown, string]>([
    [null, 'case 1 must be an object'],
    ['a text', 'case 1 must be an object'],
    [without('id'), 'case 1.id must be'],
    [{ ...good(), id: 5 }, 'case 1.id must be'],
    [{ ...good(), id: '\u001b[2J' }, 'case 1.id must be'],
    [without('kind'), 'case "mm1-60".kind must be a text, not missing'],
    [{ ...good(), kind: 'M/X/9' }, 'case "mm1-60": kind "M/X/9" is not known'],
    [{ ...good(), kind: '__proto__' }, 'is not known'],
    [{ ...good(), tier: 'royal' }, 'case "mm1-60".tier must be one of'],
    [without('parameters'), 'case "mm1-60": parameters must be an object'],
    [without('expected'), 'case "mm1-60".expected must be an object'],
    [{ ...good(), expected: {} }, 'at least one metric'],
    [{ ...good(), expected: { mean_wait_ms: { value: 'five', unit: 'ms' } } }, 'expected.mean_wait_ms.value must be a number, not "five"'],
    [{ ...good(), expected: JSON.parse('{"__proto__": {"value": 1, "unit": "ms"}}') }, 'a plain name'],
    [{ ...good(), expected: { constructor: { value: 1, unit: 'ms' } } }, 'a plain name'],
    [{ ...good(), tolerance: { mean_wait_ms: -0.1 } }, 'tolerance.mean_wait_ms must be a number from 0'],
    [{ ...good(), tolerance: { mean_wait_ms: 'some' } }, 'tolerance.mean_wait_ms must be an object'],
    [{ ...good(), kappa: { mean_wait_ms: [] } }, 'kappa.mean_wait_ms must be a number'],
    [run({ requests: 1e12 }), 'suggested_run.requests must be at most'],
    [run({ requests: -5 }), 'suggested_run.requests must be a number from 1'],
    [run({ requests: 1.5 }), 'suggested_run.requests must be a whole number'],
    [run({ requests: 1000, warmup_requests: 1e300 }), 'suggested_run.warmup_requests must be at most'],
    [run({}), 'suggested_run.requests is missing'],
    [withParameters({ arrivals: undefined }), 'parameters.arrivals must be an object'],
    [withParameters({ arrivals: { process: 'poisson', rate_per_s: -60 } }), 'parameters.arrivals.rate_per_s must be a number from 0'],
    [withParameters({ arrivals: { process: 'poisson', rate_per_s: 0 } }), 'parameters.arrivals.rate_per_s must be a number above 0'],
    [withParameters({ arrivals: { process: 'poisson', rate_per_s: null } }), 'parameters.arrivals.rate_per_s must be'],
    [withParameters({ arrivals: { process: 'poisson', rate_per_s: 1e-30 } }), 'so few requests a second'],
    [withParameters({ arrivals: { process: 'poisson', rate_per_s: 240 } }), 'no steady state'],
    [withParameters({ service: { dist: 'exponential', mean_ms: 'x' } }), 'parameters.service.mean_ms must be a number'],
    [withParameters({ servers: 0 }), 'parameters.servers must be a number from 1'],
    [withParameters({ servers: 1e9 }), 'parameters.servers must be at most'],
    [withParameters({ servers: 2.5 }), 'parameters.servers must be a whole number'],
  ])('%#: fails and says where', async (value, reason) => {
    const { results } = await validate([file(JSON.stringify([value]))]);
    expect(results[0].reason).toContain(reason);
    expect(results[0].verdict).toBe('failed');
    expect(results[0].seconds).toBeLessThan(5);
  });

  it('does not keep the others from being played, and an id counts once', async () => {
    const { results } = await validate([file(JSON.stringify([null, good(), good()]))]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['failed', 'passed', 'failed']);
    expect(results[2].reason).toContain('another case of this id');
  });

  it.each<[Json, string]>([
    [{ servers: 100_000 }, 'a web-server with vcpu = 100000'],
    [{ discipline: 'SOONEST' }, 'the discipline SOONEST'],
    [{ arrivals: { process: 'tidal', rate_per_s: 60 } }, 'arrivals of the form tidal here'],
    [{ service: { dist: 'discrete', values_ms: [1, 2, 3, 4, 30], probs: [0.3, 0.3, 0.2, 0.1, 0.1] } }, 'a service time mixed of 5 parts'],
  ])('%#: asks for what no part can be set to: that has failed, and waits for nothing', async (change, reason) => {
    const { results } = await validate([file(JSON.stringify([withParameters(change)]))]);
    expect(results[0]).toMatchObject({ verdict: 'failed', reason: `no part can be set to this: ${reason}` });
  });
});
