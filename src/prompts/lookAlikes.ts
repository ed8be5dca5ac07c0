/**
 * Hand-ins that look alike: the same parts, wires and settings, or nearly. Labels, positions and ids say nothing of it, and neither do the
 * parts that everybody was given. It is for a person to judge what it means: small designs are alike by chance. Pure.
 */

import type { Design, DesignNode } from '../design/design.ts';
import { newWireFrom } from '../design/newWires.ts';
import { specOf } from '../design/wires.ts';
import { streamOf } from '../engine/luck.ts';
import { defaultsOf, type Values } from '../schema/fields.ts';

export interface Print {
  /** Equal when and only when (but for one chance in 2^64) the designs are the same. */
  whole: string;
  /** Of its parts, wires and chosen settings, one number each, rising. */
  features: readonly number[];
}

/** Share of features two designs have in common from which they are nearly the same. */
const nearly = 0.9;
/** Designs of fewer features are only ever told to be the same. */
const leastFeatures = 20;

const hashOf = (text: string): string => {
  const { k0, k1 } = streamOf('print', text);
  return (k0 >>> 0).toString(36) + (k1 >>> 0).toString(36);
};

/** What is set otherwise than a fresh one has it. */
function chosen(params: Values, usual: Values): string[] {
  return Object.keys(params)
    .filter((name) => params[name] !== usual[name])
    .sort()
    .map((name) => `${name}=${params[name]}`);
}

const isGiven = ({ kind }: DesignNode): boolean => specOf(kind).role === 'source';
const regionOf = ({ groups }: Design, { group }: DesignNode): string => groups.find(({ id }) => id === group)?.region ?? '';

function wiresOf({ nodes, links }: Design): { from: string; to: string; settings: string[] }[] {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  return links.flatMap(({ from, to, params }) => {
    const kind = kinds.get(from);
    return kind !== undefined && kinds.has(to) ? [{ from, to, settings: chosen(params, newWireFrom(kind)) }] : [];
  });
}

/** @param start what everybody was given beside the users: it is no feature of anybody's */
export function printOf(design: Design, start: Design | null = null): Print {
  const settings = new Map(
    design.nodes.map((node) => [node.id, isGiven(node) ? [] : chosen(node.params, defaultsOf(specOf(node.kind).fields))]),
  );
  const wires = wiresOf(design);
  let names = new Map(
    design.nodes.map((node) => [node.id, hashOf([node.kind, regionOf(design, node), ...(settings.get(node.id) ?? [])].join('|'))]),
  );
  // each round a part's name takes in those of its neighbours, so that in the end it says where in the drawing it stands
  for (let round = 0; round < 3; round++) {
    const nameOf = names;
    names = new Map(
      design.nodes.map(({ id }) => {
        const out = wires.filter(({ from }) => from === id).map((wire) => `>${wire.settings}:${nameOf.get(wire.to)}`);
        const into = wires.filter(({ to }) => to === id).map((wire) => `<${wire.settings}:${nameOf.get(wire.from)}`);
        return [id, hashOf([nameOf.get(id), ...out.sort(), ...into.sort()].join('|'))];
      }),
    );
  }

  const features = featuresOf(design);
  const given = start ? featuresOf(start) : [];
  for (const feature of given) {
    const at = features.indexOf(feature);
    if (at >= 0) features.splice(at, 1);
  }
  return {
    whole: hashOf([...names.values()].sort().join()),
    features: features.map((feature) => streamOf('feature', feature).k0 >>> 0).sort((a, b) => a - b),
  };
}

/** One text each, in the design's order. */
function featuresOf(design: Design): string[] {
  const kinds = new Map(design.nodes.map(({ id, kind }) => [id, kind]));
  return [
    ...design.nodes
      .filter((node) => !isGiven(node))
      .flatMap((node) => [
        `${node.kind}@${regionOf(design, node)}`,
        ...chosen(node.params, defaultsOf(specOf(node.kind).fields)).map((set) => `${node.kind}.${set}`),
      ]),
    ...wiresOf(design).flatMap((wire) => {
      const name = `${kinds.get(wire.from)}>${kinds.get(wire.to)}`;
      return [name, ...wire.settings.map((set) => `${name}.${set}`)];
    }),
  ];
}

/** Features in common over features of either, 0 to 1. */
export function similarity(a: readonly number[], b: readonly number[]): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) both++;
    const step = a[i] - b[j];
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  const either = a.length + b.length - both;
  return either === 0 ? 1 : both / either;
}

export interface Alike {
  /** Indices into the prints. */
  same: readonly number[];
  close: readonly number[];
}

/** Of each print, which others are the same and which nearly so; in order. */
export function alikesOf(prints: readonly Print[]): Alike[] {
  const found = prints.map(() => ({ same: [] as number[], close: [] as number[] }));
  const bySize = prints.map((_, i) => i).sort((a, b) => prints[a].features.length - prints[b].features.length || a - b);
  for (const [at, a] of bySize.entries()) {
    for (const b of bySize.slice(at + 1)) {
      const [small, large] = [prints[a], prints[b]];
      if (small.features.length < nearly * large.features.length) break;
      const how =
        small.whole === large.whole
          ? 'same'
          : small.features.length >= leastFeatures && similarity(small.features, large.features) >= nearly
            ? 'close'
            : null;
      if (how === null) continue;
      found[a][how].push(b);
      found[b][how].push(a);
    }
  }
  for (const { same, close } of found) for (const list of [same, close]) list.sort((a, b) => a - b);
  return found;
}
