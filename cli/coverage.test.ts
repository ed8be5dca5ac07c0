/** P10, in the bundled engine: it is three times as fast as the one tests see, and this asks for a hundred million requests. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const command = join(import.meta.dirname, '../scripts/cli.mjs');

function coverage(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'coverage', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('95 % intervals of the mean response', () => {
  it('hold it in 91 to 98 % of 500 worlds: M/M/1 and M/M/4 at load 0.8', async () => {
    const [one, four] = await Promise.all([coverage('mm1-rho80'), coverage('mmc-c4-rho80')]);
    expect(one).toMatchObject({ code: 0, said: expect.stringMatching(/^passed {2}mm1-rho80: \d+ of (4[789]\d|500) intervals hold/) });
    expect(four).toMatchObject({ code: 0, said: expect.stringMatching(/^passed {2}mmc-c4-rho80: \d+ of (4[789]\d|500) intervals hold/) });
  }, 600_000);

  it('cannot be asked of what has none', async () => {
    expect(await coverage('no-such-case')).toMatchObject({ code: 2, said: expect.stringContaining('There is no case "no-such-case"') });
    expect(await coverage('availability-quorum-3-of-5')).toMatchObject({ code: 2, said: expect.stringContaining('no steady state') });
    expect(await coverage('--seeds', '2.5')).toMatchObject({ code: 2 });
  });
});
