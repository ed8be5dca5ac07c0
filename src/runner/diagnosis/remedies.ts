/** What to try: changes that can be made while the run goes on, best first, and what cannot be done by a change. */

import type { Design, DesignNode, Id } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { problemsOf } from '../../design/rules.ts';
import { specOf } from '../../design/wires.ts';
import type { KindStrains, Remedy, Trouble } from '../../nodes/strain.ts';
import { strainsOf } from '../../nodes/strains.ts';
import { faultNamed, linkFaults } from '../../schema/faults.ts';
import type { Field, Value } from '../../schema/fields.ts';
import { applyChange, type Change } from '../changes.ts';
import { type Case, nodeAt } from './case.ts';
import type { Cause } from './cause.ts';

/**
 * - `set`: settings of a part or of wires, made together as one step
 * - `mend`: ends a fault
 * - `hint`: nothing that a button does
 */
export type Lever =
  | { kind: 'set'; changes: readonly Extract<Change, { act: 'set' | 'set-link' }>[]; node: Id; field: string; from: Value; to: Value }
  | { kind: 'mend'; changes: readonly Change[]; node: Id }
  | { kind: 'hint'; code: 'balance' | 'wait-failover' | 'wait-boot' | 'warm' | 'second' };

const most = 4;

/** @returns at most four, the best first; none where nothing is known to help */
export function leversOf(one: Case, cause: Cause): readonly Lever[] {
  const node = nodeAt(one, cause.node);
  if (!node) return [];
  const levers: Lever[] = [...mending(one, cause, node), ...hintsOf(one, cause), ...ofCause(one, cause, node)];
  const isSame = (a: Lever, b: Lever) => JSON.stringify(a) === JSON.stringify(b);
  return levers.filter((lever, at) => levers.findIndex((other) => isSame(lever, other)) === at).slice(0, most);
}

/**
 * What would help at a place that time is lost at, whatever began it.
 * @param node plan index of the part, or of the caller of the wire @param link plan index of the wire, for `pool`
 */
export function leversAgainst(
  { design, plan }: Pick<Case, 'design' | 'plan'>,
  node: number,
  link: number,
  code: Trouble | 'pool',
): readonly Lever[] {
  const one: Case = { design, plan, layout: { columns: [] }, frames: [], notes: [] };
  return code === 'pool' ? wireLevers(one, link, 'poolSize', 4) : ofPart(one, nodeAt(one, node), code, {});
}

/** A fault that is under way can be ended by whoever began it. */
function mending(one: Case, { broken, details }: Cause, { id, kind }: DesignNode): Lever[] {
  if (!broken || broken.until !== null) return [];
  const instance = broken.instance < 0 ? null : broken.instance;
  if (broken.how === 'link-struck') {
    const drawn = one.design.links.find((link) => link.id === one.plan.links[broken.link]?.id);
    const fault = Object.keys(linkFaults)[broken.strike];
    return drawn && fault ? [{ kind: 'mend', node: id, changes: [{ act: 'mend-link', link: drawn.id, fault }] }] : [];
  }
  if (broken.how === 'struck') {
    const fault = faultNamed(specOf(kind), broken.strike);
    return fault ? [{ kind: 'mend', node: id, changes: [{ act: 'mend', node: id, instance, fault }] }] : [];
  }
  const group = details.group === undefined ? undefined : one.design.groups[details.group]?.id;
  const parts =
    group === undefined ? [id] : one.design.nodes.filter((each) => each.group === group && !isOutside(each)).map((each) => each.id);
  return [{ kind: 'mend', node: id, changes: parts.map((node) => ({ act: 'recover', node, instance })) }];
}

/** People and tools do not go down with the place they are drawn in. */
const isOutside = ({ kind }: DesignNode): boolean => ['source', 'operator'].includes(specOf(kind).role);

function hintsOf(one: Case, { code, node }: Cause): Lever[] {
  if (code === 'failover') return [{ kind: 'hint', code: 'wait-failover' }];
  if (code === 'booting') return [{ kind: 'hint', code: 'wait-boot' }];
  if (code === 'cold') return [{ kind: 'hint', code: 'warm' }];
  const alone = (code === 'crash' || code === 'hang') && one.plan.nodes[node].instances === 1;
  return alone ? [{ kind: 'hint', code: 'second' }] : [];
}

function ofCause(one: Case, cause: Cause, node: DesignNode): Lever[] {
  const { code, details } = cause;
  const full = details.fullNode === undefined ? node : nodeAt(one, details.fullNode);
  switch (code) {
    case 'storm':
      return [...ofPart(one, node, 'storm', {}), ...fromRemedies(one, node, [{ on: 'wires', field: 'retries', to: 0 }])];
    case 'hot':
    case 'booting':
      return [...ofPart(one, nodeAt(one, cause.by), code, details), ...ofPart(one, node, 'servers', details)];
    case 'stampede':
    case 'cold':
      return [...ofPart(one, node, 'stampede', details), ...ofPart(one, full, 'servers', {})];
    case 'pool':
      return wireLevers(one, cause.link, 'poolSize', 4);
    case 'impatience':
      return wireLevers(one, cause.link, 'timeoutMs', 3);
    case 'backlog':
      return one.design.links
        .filter(({ from }) => from === node.id)
        .flatMap(({ to }) =>
          ofPart(
            one,
            one.design.nodes.find(({ id }) => id === to),
            'jobs',
            details,
          ),
        );
    case 'crash':
    case 'hang':
    case 'slow':
    case 'struck':
    case 'site':
      return [...fromRemedies(one, node, more(node)), ...ofPart(one, full, 'servers', {})];
    default:
      return ofPart(one, node, code as Trouble, details);
  }
}

/** One instance more. */
function more({ kind, params }: DesignNode): Remedy[] {
  const { instancesField } = specOf(kind);
  return instancesField === null ? [] : [{ on: 'part', field: instancesField, to: Number(params[instancesField]) + 1 }];
}

function ofPart(one: Case, node: DesignNode | undefined, code: Trouble, details: Cause['details']): Lever[] {
  if (!node) return [];
  const { remedies }: KindStrains = strainsOf(node.kind);
  const load = details.loadFactor ?? 1.5;
  return fromRemedies(one, node, remedies?.(code, node.params, load) ?? more(node));
}

const asChange = (node: DesignNode, field: string, value: Value): Extract<Change, { act: 'set' }> => ({
  act: 'set',
  node: node.id,
  field,
  value,
});

/** Remedies that change something and make sense where the part stands. */
function fromRemedies(one: Case, node: DesignNode, remedies: readonly Remedy[]): Lever[] {
  return remedies.flatMap((remedy): Lever[] => {
    if (remedy.on === 'wires') return ofWires(one, node, remedy);
    const field = specOf(node.kind).fields[remedy.field] as Field | undefined;
    const from = node.params[remedy.field];
    const to = field && within(field, remedy.to);
    if (to === undefined || to === from) return [];
    const change = asChange(node, remedy.field, to);
    if (isUseless(one.design, change, node.id)) return [{ kind: 'hint', code: 'balance' }];
    return [{ kind: 'set', changes: [change], node: node.id, field: remedy.field, from, to }];
  });
}

/** All wires that lead to a part, where any would change. */
function ofWires(one: Case, node: DesignNode, { field, to }: Remedy): Lever[] {
  const wires = one.design.links.filter(
    (link) => link.to === node.id && link.params[field] !== to && (field !== 'retries' || Number(link.params.retries) > 0),
  );
  if (wires.length === 0) return [];
  const changes = wires.map(({ id }) => ({ act: 'set-link' as const, link: id, field, value: to }));
  return [{ kind: 'set', changes, node: node.id, field, from: wires[0].params[field], to }];
}

function wireLevers(one: Case, link: number, field: string, factor: number): Lever[] {
  const id = one.plan.links[link]?.id;
  const wire = one.design.links.find((each) => each.id === id);
  if (!wire) return [];
  const from = Number(wire.params[field]);
  const to = within((linkFields as Record<string, Field>)[field], from * factor);
  return to === undefined || to === from
    ? []
    : [{ kind: 'set', changes: [{ act: 'set-link', link: wire.id, field, value: to }], node: wire.to, field, from, to }];
}

/** The nearest value that the field takes. */
function within(field: Field, value: Value): Value | undefined {
  if (field.type !== 'number') return value;
  const near = Math.min(field.max, Math.max(field.min, Number(value)));
  return field.integer ? Math.round(near) : near;
}

/** A second server that nobody calls would be bad advice. */
const isUseless = (design: Design, change: Change, node: Id): boolean =>
  problemsOf(applyChange(design, change)).some((problem) => problem.code === 'several-instances-without-balancer' && problem.node === node);
