/** Settings of a wire with the defaults that it has where it begins: a browser waits longer than a server. */

import type { NodeKind } from '../nodes/specs.ts';
import { defaultsOf, type Field, type Fields, type ValuesOf } from '../schema/fields.ts';
import { type LinkFields, linkFields } from './linkFields.ts';
import { specOf } from './wires.ts';

/** `linkFields`, but for the defaults that the kind at the wire's beginning has of its own. */
export function wireFieldsFrom(kind: NodeKind): Fields {
  const own = Object.entries(specOf(kind).wires ?? {});
  const changed = own.map(([name, over]) => [name, { ...linkFields[name as keyof LinkFields], ...over } as Field]);
  return own.length === 0 ? linkFields : { ...linkFields, ...Object.fromEntries(changed) };
}

/** Values of a wire that has just been drawn from a part of that kind; files and links that leave a value out mean the same. */
export const newWireFrom = (kind: NodeKind): ValuesOf<LinkFields> => defaultsOf(wireFieldsFrom(kind)) as ValuesOf<LinkFields>;
