import { describe, expect, it } from 'vitest';
import { nodeKinds } from '../nodes/specs.ts';
import { acceptValue } from '../schema/accept.ts';
import { defaultsOf } from '../schema/fields.ts';
import { addNode, connect, emptyDesign } from './edits.ts';
import { type LinkFields, linkFields } from './linkFields.ts';
import { newWireFrom, wireFieldsFrom } from './newWires.ts';
import { specOf } from './wires.ts';

describe('a new wire', () => {
  it('from users waits as a browser does, and asks once more after up to a second', () => {
    const own = { timeoutMs: 10_000, retries: 1, backoffMs: 1000, backoffJitter: 'full' };
    expect(newWireFrom('users')).toEqual({ ...defaultsOf(linkFields), ...own });
    const design = connect(addNode(addNode(emptyDesign(), 'users', { x: 0, y: 0 }), 'web-server', { x: 300, y: 0 }), 'users-1', 'web-1');
    expect(design.links[0].params).toMatchObject(own);
    // the way back in the inspector leads to what it began with
    expect(wireFieldsFrom('users').timeoutMs.default).toBe(10_000);
  });

  it('from a queue waits for ever: the visibility timeout says how long a worker may take', () => {
    expect(newWireFrom('queue')).toEqual({ ...defaultsOf(linkFields), timeoutMs: 0 });
  });

  it('from anybody else has the defaults of every wire', () => {
    expect(newWireFrom('web-server')).toEqual(defaultsOf(linkFields));
    expect(linkFields).toMatchObject({ timeoutMs: { default: 1000 }, retries: { default: 0 } });
  });

  it.each(nodeKinds)('%s names only settings that a wire has, with values that they can have', (kind) => {
    for (const [name, { default: value }] of Object.entries(specOf(kind).wires ?? {})) {
      expect(Object.hasOwn(linkFields, name)).toBe(true);
      expect(acceptValue(linkFields[name as keyof LinkFields], value)).toEqual({ value, reason: null });
    }
  });
});
