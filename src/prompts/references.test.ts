/**
 * Every ready prompt is held by its three reference designs: what is under-built must not pass, what is good must, and adding everything
 * must not win. One seed here; `npm run -s grade -- --references` plays all five.
 */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradeSeed } from './grade.ts';
import { mergeSeeds } from './merge.ts';
import { referenceBounds, referenceNames } from './references.ts';
import { promptEntries, readyPrompts } from './registry.ts';

it('every folder of a prompt is in the registry', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...readyPrompts].sort()).toEqual(folders.map(({ name }) => name).sort());
});

describe.each(readyPrompts.map((id) => [id, promptEntries[id]!] as const))('%s', (_, entry) => {
  it.each(referenceNames)('%s scores as it should', async (name) => {
    const [prompt, references] = await Promise.all([entry.prompt(), entry.references()]);
    const grade = mergeSeeds(prompt, [gradeSeed(prompt, references[name], 1)]);
    const told = `${grade.score}: ${grade.lines.map(({ id, earned, points, value }) => `${id} ${earned}/${points} (${value})`).join(', ')}; fatal ${grade.fatal}`;
    expect(grade.cannotRun, told).toBe(false);
    expect(grade.score, told).toBeGreaterThanOrEqual(referenceBounds[name].least);
    expect(grade.score, told).toBeLessThanOrEqual(referenceBounds[name].most);
  });
});
