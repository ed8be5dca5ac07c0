/** Cases as anybody could wire them on the canvas: the product's own kinds, fields, links and workload, nothing else. */

import type { Design, Id } from '../design/design.ts';
import { addNode, connect, emptyDesign, setLinkParam, setParam, setWorkloadParam } from '../design/edits.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Value, Values } from '../schema/fields.ts';
import { CaseError } from './caseFile.ts';

/** The product cannot play this case yet: a part is missing that is still to come. Its message says which. */
export class Waiting extends Error {}

/**
 * No part of the product can be set to what this case asks for, and none that is still to come changes that: a value outside of a
 * field's range, a form that no field has, a word that nobody knows. Such a case has failed: it says something, and nothing was measured.
 */
export class Beyond extends CaseError {
  constructor(what: string) {
    super(`no part can be set to this: ${what}`);
  }
}

export interface Part {
  kind: NodeKind;
  params: Values;
}

export interface Wire {
  from: number;
  to: number;
  params?: Values;
}

/** A wire of the textbooks: no delay, and a caller who waits for ever and tries once. */
export const plainWire: Values = { delay: 'none', timeoutMs: 0, retries: 0 };

/** Requests of one kind only, that all ask for the same row. */
export const readsOnly: Values = { staticShare: 0, writeShare: 0, keys: 1, keySkew: 0 };

/** A line and nothing else: one broker that takes and hands out at once and gives nothing up. */
export const plainQueue: Values = { publishMs: 0, brokers: 1, maxPerSecond: 0, maxReceive: 0, visibilitySeconds: 43_200 };

/** People who never lose patience, as far as the product has them: two minutes. */
export function users(ratePerSecond: number): Part {
  return { kind: 'users', params: { ratePerSecond, patienceSeconds: 120 } };
}

/** A web server that does nothing but compute, with room for everybody; `over` changes what the case changes. */
export function station(over: Values): Part {
  return {
    kind: 'web-server',
    params: { vcpu: 1, service: 'exponential', threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0, jobShare: 0, ...over },
  };
}

/** A balancer that itself costs nothing and looks after its targets as rarely as it can. */
export function balancer(algorithm: string, over: Values = {}): Part {
  return { kind: 'load-balancer', params: { algorithm, cpuMs: 0, checkSeconds: 300, maxConnections: 1_000_000, ...over } };
}

const fits = (asked: Value, got: Value | undefined) =>
  typeof asked === 'number' ? Math.abs(asked - Number(got)) <= 1e-12 * Math.abs(asked) : asked === got;

/** A field that clamps a value would be another case: such a design is not built. */
function check(what: string, asked: Values, got: Values): void {
  for (const [field, value] of Object.entries(asked)) {
    if (!fits(value, got[field])) throw new Beyond(`${what} with ${field} = ${value}`);
  }
}

/** Parts and the wires between them, by position in the list; ids as the page gives them. */
export function wire(parts: readonly Part[], wires: readonly Wire[], workload: Values = readsOnly): Design {
  let design = emptyDesign();
  parts.forEach(({ kind, params }, i) => {
    design = addNode(design, kind, { x: i * 240, y: 0 });
    const { id } = design.nodes[i];
    for (const [field, value] of Object.entries(params)) design = setParam(design, id, field, value);
    check(`a ${kind}`, params, design.nodes[i].params);
  });
  const ids: readonly Id[] = design.nodes.map(({ id }) => id);
  wires.forEach(({ from, to, params }, i) => {
    design = connect(design, ids[from], ids[to]);
    const asked = { ...plainWire, ...params };
    for (const [field, value] of Object.entries(asked)) design = setLinkParam(design, design.links[i].id, field, value);
    check('a wire', asked, design.links[i].params);
  });
  for (const [field, value] of Object.entries(workload)) design = setWorkloadParam(design, field, value);
  check('a workload', workload, design.workload.params);
  return design;
}

/** A chain: each part wired to the next. */
export function chain(parts: readonly Part[], workload: Values = readsOnly): Design {
  return wire(
    parts,
    parts.slice(1).map((_, i) => ({ from: i, to: i + 1 })),
    workload,
  );
}
