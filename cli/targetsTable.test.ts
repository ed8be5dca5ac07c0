import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { setSeconds } from '../src/design/edits.ts';
import { toFile } from '../src/design/parse.ts';
import { setTargets } from '../src/design/targets.ts';
import { templateNamed } from '../src/library/templates.ts';
import { CommandError } from './commandLine.ts';
import { sim } from './sim.ts';
import { targetsOfSwitch } from './targetsTable.ts';

const folder = mkdtempSync(join(tmpdir(), 'targets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'asked.json');
const open = join(folder, 'open.json');
const design = setSeconds(templateNamed('balanced')!.design, 8);
writeFileSync(path, toFile(setTargets(design, { p99Ms: 1, availabilityPercent: 50, rtoSeconds: 30 })));

describe('sim holds a run against what is asked for', () => {
  it('by the design, with the second since when', async () => {
    const text = await sim([path]);
    expect(text).toMatch(/p99Ms +≤ 1 +[\d.]+ +not met +since 0 s/);
    expect(text).toMatch(/availabilityPercent +≥ 50 +100 +met/);
    expect(text).toMatch(/rtoSeconds +≤ 30 +\S+ +not yet measurable/);
    const { verdicts } = JSON.parse(await sim([path, '--json']));
    expect(verdicts).toMatchObject([
      { name: 'p99Ms', met: false },
      { met: true, measured: 100 },
      { met: null, measured: null },
    ]);
  });

  it('and says of an outage that is not over that it is too long already', async () => {
    const broken = { ...design, scenario: [{ at: 2, act: 'crash', node: 'db-1', instance: null } as const] };
    writeFileSync(open, toFile(setTargets(broken, { rtoSeconds: 3 })));
    expect(await sim([open])).toMatch(/rtoSeconds +≤ 3 +6 so far +already over +since 5 s/);
    const { verdicts } = JSON.parse(await sim([open, '--json', '--targets', 'rtoSeconds=3']));
    expect(verdicts).toMatchObject([{ name: 'rtoSeconds', measured: null, soFar: 6, met: false, since: 5 }]);
    expect(await sim([open, '--targets', 'rtoSeconds=30'])).toMatch(/rtoSeconds +≤ 30 +\S+ +not yet measurable/);
  });

  it('or by the caller instead; without either nothing is said, and the frames are the same', async () => {
    const asked = await sim([path, '--targets', 'p99Ms=60000']);
    expect(asked).toMatch(/p99Ms +≤ 60000 +[\d.]+ +met/);
    expect(asked).not.toContain('rtoSeconds');
    const plain = await sim(['balanced', '--seconds', '8']);
    expect(plain).not.toContain('requirement');
    const hashOf = (text: string) => /frames hash +(\S+)/.exec(text)?.[1];
    expect(hashOf(plain)).toBe(hashOf(asked));
  });

  it('and says what it does not understand', () => {
    for (const text of ['fast', 'p99Ms', 'p99Ms=', 'p99Ms=0', 'toString=1', 'rtoSeconds=soon']) {
      expect(() => targetsOfSwitch(text)).toThrow(CommandError);
    }
  });
});
