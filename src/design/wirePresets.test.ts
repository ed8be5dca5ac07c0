import { describe, expect, it } from 'vitest';
import { acceptValue } from '../schema/accept.ts';
import { addNode, connect, emptyDesign, setLinkParam } from './edits.ts';
import { linkFields } from './linkFields.ts';
import { applyWirePreset, presetOf, presetValues, wirePresets } from './wirePresets.ts';

const drawn = () => {
  let design = addNode(addNode(addNode(emptyDesign(), 'users', { x: 0, y: 0 }), 'web-server', { x: 200, y: 0 }), 'database', {
    x: 400,
    y: 0,
  });
  const [users, web, database] = design.nodes.map(({ id }) => id);
  design = connect(connect(design, users, web), web, database);
  return { design, entry: design.links[0].id, asks: design.links[1].id };
};

describe('a preset of a wire', () => {
  it('holds values that the wire’s fields take', () => {
    for (const preset of wirePresets) {
      for (const [name, value] of Object.entries(presetValues(preset))) {
        expect(acceptValue(linkFields[name as keyof typeof linkFields], value), `${preset} ${name}`).toEqual({ value, reason: null });
      }
    }
  });

  it('sets what it says and is known again', () => {
    const { design, asks } = drawn();
    for (const preset of wirePresets) {
      const after = applyWirePreset(design, asks, preset);
      expect(after.links[1].params).toMatchObject(presetValues(preset));
      expect(presetOf(after, asks)).toBe(preset);
    }
    expect(presetOf(setLinkParam(design, asks, 'retries', 7), asks)).toBeNull();
  });

  it('leaves nothing of the one before, and all that is not its affair', () => {
    const { design, asks } = drawn();
    const own = setLinkParam(setLinkParam(design, asks, 'poolSize', 10), asks, 'rttMs', 30);
    const through = wirePresets.reduce((now, preset) => applyWirePreset(now, asks, preset), own);
    expect(applyWirePreset(through, asks, 'patient').links[1].params).toEqual(applyWirePreset(own, asks, 'patient').links[1].params);
    expect(through.links[1].params).toMatchObject({ poolSize: 10, rttMs: 30 });
    expect(through.links[0]).toBe(own.links[0]);
  });

  it('goes back to what a wire is drawn with where it begins: a browser’s patience is its own', () => {
    const { design, entry } = drawn();
    const back = applyWirePreset(applyWirePreset(design, entry, 'fail-fast'), entry, 'plain');
    expect(back.links[0].params).toEqual(design.links[0].params);
    expect(back.links[0].params.timeoutMs).toBe(10_000);
    expect(applyWirePreset(design, 'nothing', 'patient')).toBe(design);
  });
});
