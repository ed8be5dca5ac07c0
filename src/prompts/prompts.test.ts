/** Every ready prompt as data: points, worths, formulas that give what the words work out, faults that exist, and words for all of it. */

import { describe, expect, it } from 'vitest';
import { stopsRun } from '../design/problems.ts';
import { problemsOf } from '../design/rules.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { specs } from '../nodes/specs.ts';
import { faultsOf, linkFaults } from '../schema/faults.ts';
import { defaultsOf, type Fields } from '../schema/fields.ts';
import { namesIn, valueOf } from './formula.ts';
import { type Chaos, type Prompt, type PromptWords, promptIds } from './prompt.ts';
import { referenceNames } from './references.ts';
import { promptEntries, readyPrompts } from './registry.ts';

const deaths = ['crash', 'hang', 'slow'];
const card = { width: 168, height: 72 };

/** The number after the last `=`: what somebody with a pencil got. */
const workedOut = (how: string): number => Number(/=[^=\d]*([\d,.]*\d)[^=]*$/.exec(how)?.[1].replaceAll(',', ''));

const unknownFaults = (chaos: Chaos): string[] => {
  if ('wires' in chaos) return chaos.wires.fault in linkFaults ? [] : [chaos.wires.fault];
  if (!('strike' in chaos) || deaths.includes(chaos.strike.fault)) return [];
  const { target, fault } = chaos.strike;
  return target.kinds.filter((kind) => !(fault in faultsOf(specs[kind]))).map((kind) => `${kind}: ${fault}`);
};

const ids = (list: readonly { id: string }[]): string[] => [...new Set(list.map(({ id }) => id))].sort();
const keys = (words: Readonly<Record<string, unknown>>): string[] => Object.keys(words).sort();

const spoken = (prompt: Prompt, words: PromptWords): void => {
  for (const part of ['facts', 'clarifications', 'estimates', 'chaos', 'rubric', 'fatal', 'needs'] as const) {
    expect(keys(words[part]), part).toEqual(ids(prompt[part]));
    expect(prompt[part], `${part}: each id once`).toHaveLength(ids(prompt[part]).length);
  }
  expect(words.interviewer.length).toBeGreaterThanOrEqual(5);
};

it('has all twelve, in the order of their numbers', async () => {
  expect(readyPrompts).toEqual(promptIds);
  const numbers = await Promise.all(readyPrompts.map(async (id) => (await promptEntries[id]!.prompt()).number));
  expect(numbers).toEqual(promptIds.map((_, i) => i + 1));
});

describe.each(readyPrompts)('%s', async (id) => {
  const entry = promptEntries[id]!;
  const [prompt, references, en, ko] = await Promise.all([entry.prompt(), entry.references(), entry.words.en(), entry.words.ko()]);
  const facts = Object.fromEntries(prompt.facts.map((fact) => [fact.id, fact.value]));

  it('is itself, and its points add up', () => {
    expect(prompt.id).toBe(id);
    const of = (group: string) => prompt.rubric.filter((line) => line.group === group).reduce((sum, { points }) => sum + points, 0);
    const groups = ['functional', 'steady', 'chaos', 'correctness', 'cost', 'single-points', 'headroom'];
    expect(groups.map(of)).toEqual([10, 25, 25, 15, 15, 5, 5]);
    expect(prompt.clarifications.reduce((sum, { worth }) => sum + worth, 0)).toBeCloseTo(1, 9);
    expect(prompt.cells).toBeGreaterThanOrEqual(1);
  });

  it('tells every number by a question, or at once', () => {
    const told = prompt.clarifications.flatMap(({ unlocks }) => unlocks);
    expect(told.filter((fact) => !(fact in facts))).toEqual([]);
    expect(prompt.facts.filter((fact) => !fact.free && !told.includes(fact.id)).map((fact) => fact.id)).toEqual([]);
  });

  it.each(prompt.estimates.map((estimate) => [estimate.id, estimate] as const))('estimate %s is what the words work out', (_, estimate) => {
    expect(namesIn(estimate.answer).filter((name) => !(name in facts))).toEqual([]);
    const value = valueOf(estimate.answer, facts);
    for (const words of [en, ko]) {
      const { how } = words.estimates[estimate.id];
      expect(Math.abs(workedOut(how) / value - 1), `${how}: ${value}`).toBeLessThan(0.02);
    }
    const { becomes } = estimate;
    if (becomes && 'workload' in becomes) expect(workloadFields).toHaveProperty(becomes.workload);
    if (becomes && 'part' in becomes)
      expect(prompt.given.nodes.find((node) => node.id === becomes.part)?.params).toHaveProperty(becomes.field);
  });

  it('strikes what can be struck, after the steady stretch, in order', () => {
    expect(prompt.chaos.flatMap(unknownFaults)).toEqual([]);
    const times = prompt.chaos.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBe(prompt.run.steadySeconds);
    expect(Math.max(...times)).toBeLessThan(prompt.run.steadySeconds + prompt.run.chaosSeconds);
  });

  it('has facts of the world that its parts can have', () => {
    for (const { kind, field } of prompt.world ?? []) expect(defaultsOf(specs[kind].fields as Fields)).toHaveProperty(field);
    // who draws the references says the same as the world does, so that a preview shows what is graded
    for (const design of [references.good, references.overBuilt]) {
      const own = design.nodes.flatMap(({ kind, params }) =>
        (prompt.world ?? []).filter((fact) => fact.kind === kind && params[fact.field] !== fact.value),
      );
      expect(own).toEqual([]);
    }
  });

  it('says everything in both languages', () => {
    spoken(prompt, en);
    spoken(prompt, ko);
    expect(ko.interviewer).toHaveLength(en.interviewer.length);
  });

  it('begins with people in places, and designs that run with no part upon another', () => {
    for (const design of referenceNames.map((name) => references[name])) {
      expect(problemsOf(design).filter(stopsRun)).toEqual([]);
      for (const users of prompt.given.nodes) expect(design.nodes.find((node) => node.id === users.id)).toEqual(users);
      const upon = design.nodes.filter((a, i) =>
        design.nodes.some((b, j) => j > i && Math.abs(a.x - b.x) < card.width && Math.abs(a.y - b.y) < card.height),
      );
      expect(upon.map((node) => node.id)).toEqual([]);
      const frames = design.groups.filter((a, i) =>
        design.groups.some((b, j) => j > i && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
      );
      expect(frames.map((group) => group.id)).toEqual([]);
    }
  });
});
