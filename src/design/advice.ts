/** Settings that are allowed and foolish: what the kinds say of themselves (`nodes/advices.ts`), and what is said of wires. Pure. */

import type { Advice, Facts, Neighbour } from '../nodes/advice.ts';
import { advices } from '../nodes/advices.ts';
import { holds } from '../schema/fields.ts';
import type { Design, DesignLink, DesignNode, Id } from './design.ts';
import { instancesOf } from './instances.ts';
import type { Problem } from './problems.ts';
import { rttBetween } from './regions.ts';
import { isOperator, mayCall, specOf } from './wires.ts';

const factsOf = (node: DesignNode): Facts => advices[node.kind]?.facts?.(node.params) ?? {};

function neighbour(node: DesignNode, wire: DesignLink): Neighbour {
  const { role, remembers, fields } = specOf(node.kind);
  return {
    label: node.label,
    role,
    instances: instancesOf(node),
    facts: factsOf(node),
    remembers: remembers !== undefined && holds(remembers, fields, node.params),
    wire: wire.params,
  };
}

/** Every advice of a design, as warnings at the part it is about. Linear in parts and wires. */
export function adviceOf(design: Design): Problem[] {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  const [calls, callers] = [new Map<Id, Neighbour[]>(), new Map<Id, Neighbour[]>()];
  const add = (to: Map<Id, Neighbour[]>, id: Id, one: Neighbour) => void (to.get(id)?.push(one) ?? to.set(id, [one]));
  const wires: Problem[] = [];
  for (const link of design.links) {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)];
    if (!from || !to || !mayCall(from.kind, to.kind)) continue;
    add(calls, from.id, neighbour(to, link));
    add(callers, to.id, neighbour(from, link));
    if (!isOperator(from.kind)) wires.push(...wireAdvice(link, to, way(design, link, from, to)));
  }
  const parts = design.nodes.flatMap((node) => {
    const situation = {
      params: node.params,
      instances: instancesOf(node),
      calls: calls.get(node.id) ?? [],
      callers: callers.get(node.id) ?? [],
    };
    return (advices[node.kind]?.advise?.(situation) ?? []).map((one) => ofPart(node, one));
  });
  return [...parts, ...wires];
}

const ofPart = (node: DesignNode, { code, details }: Advice): Problem => ({
  code: 'advice',
  severity: 'warning',
  node: node.id,
  link: null,
  details: { ...details, kind: node.kind, advice: code },
});

function way(design: Design, { params }: DesignLink, from: DesignNode, to: DesignNode): number {
  if (params.delay === 'none') return 0;
  return Number(params.rttMs) > 0 ? Number(params.rttMs) : rttBetween(design, from, to);
}

/** What is foolish about a wire, whoever is at its ends. */
function wireAdvice({ id, params }: DesignLink, callee: DesignNode, roundTripMs: number): Problem[] {
  const say = (isSo: boolean, code: Problem['code'], details: Problem['details']): Problem[] =>
    isSo ? [{ code, severity: 'warning', node: null, link: id, details }] : [];
  const timeoutMs = Number(params.timeoutMs);
  const workMs = (factsOf(callee).workSeconds ?? 0) * 1000 + roundTripMs;
  const instances = instancesOf(callee);
  const { instancesField, extraInstances } = specOf(callee.kind);
  const isAlone = (instancesField !== null || extraInstances > 0) && instances === 1;
  const marginMs = Number(params.deadlineMarginMs);
  return [
    ...say(timeoutMs > 0 && timeoutMs < workMs, 'timeout-below-work', { timeoutMs, workMs, toLabel: callee.label }),
    ...say(params.hedge !== 'off' && isAlone, 'hedge-alone', { toLabel: callee.label }),
    ...say(params.dropLate === true && timeoutMs > 0 && marginMs >= timeoutMs, 'margin-eats-all', { marginMs, timeoutMs }),
  ];
}
