import { describe, expect, it } from 'vitest';
import { linkFields } from '../design/linkFields.ts';
import { settingFields } from '../design/settingFields.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { priceBook } from '../economy/priceBook.ts';
import { type NodeKind, nodeKinds, specs } from '../nodes/specs.ts';
import type { Field } from './fields.ts';
import { documentsOf } from './sources.ts';
import type { Spec } from './spec.ts';

const fieldsOf = (kind: NodeKind): readonly Pick<Field, 'source'>[] => {
  const { fields, faults = {}, wires = {} } = specs[kind] as unknown as Spec;
  return [...Object.values(fields), ...Object.values(faults).flatMap(({ value }) => value ?? []), ...Object.values(wires)];
};

describe('sources', () => {
  it('stand behind every default and price, or it says that it is an assumption', () => {
    const all = [...nodeKinds.flatMap(fieldsOf), ...[linkFields, workloadFields, settingFields].flatMap((fields) => Object.values(fields))];
    for (const source of [...all, ...Object.values(priceBook.lines)].map((each) => each.source)) {
      const isPlain = source === 'assumption' || source === 'K' || source === 'M' || source.startsWith('domain ');
      expect([source, isPlain || documentsOf(source).length === source.split(', ').length]).toEqual([source, true]);
    }
  });

  it('name their documents', () => {
    expect(documentsOf('V9, V44')).toEqual(['Envoy: circuit_breaker.proto', 'Google: Site Reliability Engineering']);
    expect(documentsOf('assumption')).toEqual([]);
  });
});
