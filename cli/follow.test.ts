import { describe, expect, it } from 'vitest';
import { CommandError } from './commandLine.ts';
import { sim } from './sim.ts';

describe('sim --follow', () => {
  it('prints the slowest request call by call, and the same one by its number', async () => {
    const text = await sim(['balanced', '--seconds', '8', '--follow', 'slowest']);
    expect(text).toMatch(/^request +[0-9A-Z]{1,6}$/m);
    expect(text).toMatch(/^ {2}Web servers #\d/m);
    expect(text).toMatch(/^ {4}(Cache|Database)( #\d)? /m);
    const number = /^request +(\S+)$/m.exec(text)?.[1] ?? '';
    expect(await sim(['balanced', '--seconds', '8', '--follow', number])).toBe(text);
    // what it waited for adds up to what it took
    const took = Number(/^took +([\d.]+) ms$/m.exec(text)?.[1]);
    const sums = [...text.slice(text.indexOf('on its way')).matchAll(/ ([\d.]+) ms +[\d.]+ %$/gm)].map(([, each]) => Number(each));
    expect(sums.length).toBeGreaterThan(1);
    expect(Math.abs(sums.reduce((sum, each) => sum + each, 0) / took - 1)).toBeLessThan(0.01);
  });

  it('says what is wrong with what it is asked for', async () => {
    await expect(sim(['balanced', '--seconds', '8', '--follow', 'fastest'])).rejects.toThrow(CommandError);
    await expect(sim(['balanced', '--seconds', '8', '--follow', 'failed'])).rejects.toThrow('no failed request');
    await expect(sim(['balanced', '--seconds', '8', '--follow', 'A'])).rejects.toThrow('No request A');
  });
});
