/** Drawn links as plan links, and the routes that a resolver's answers open. */

import { type Design, type DesignLink, type DesignNode, type Id, type RegionId, regionIds } from '../design/design.ts';
import { linkFields } from '../design/linkFields.ts';
import { placesOf } from '../design/places.ts';
import { borderBetween, rttBetween } from '../design/regions.ts';
import { specOf } from '../design/wires.ts';
import { wireKb } from '../economy/wireKb.ts';
import { type PlanLink, type PlanLinkField, requestClasses } from '../engine/plan.ts';
import { type PolicyField, policyFields } from '../engine/policyFields.ts';
import { BORDER } from '../engine/traffic.ts';
import { type Field, toEngineNumber, type Value } from '../schema/fields.ts';

export interface CompiledLinks {
  links: PlanLink[];
  /** Drawn link ids per plan link. */
  drawn: { drawn: readonly Id[]; place?: number }[];
}

type LinkFieldName = keyof typeof linkFields;

/** Fields of a wire that belong to the way itself; the others are the patience of whoever calls over it. */
const physical: readonly string[] = ['rttMs', 'delay', 'jitter', 'weight', 'asked', 'carries', 'mbps'] satisfies LinkFieldName[];

export const isPhysical = (field: string): boolean => physical.includes(field);

const numberIn = (params: DesignLink['params'], name: LinkFieldName): number =>
  toEngineNumber(linkFields[name] as Field, params[name] ?? linkFields[name].default);

/**
 * The plan's field and value for one drawn field; `rttMs` 0 means "as far apart as the two ends are".
 * @param place region from which the link leads, where its part stands in several
 */
export function planField(
  design: Design,
  from: DesignNode,
  to: DesignNode,
  field: string,
  value: Value,
  place?: number,
): { field: PlanLinkField | PolicyField; value: number } | null {
  const known = linkFields[field as LinkFieldName] as Field | undefined;
  if (!known) return null;
  const n = toEngineNumber(known, value);
  switch (field as LinkFieldName) {
    case 'rttMs':
      return { field: 'delaySeconds', value: (n > 0 ? n : rttBetween(design, from, to, standingAt(place))) / 2000 };
    case 'delay':
      return { field: 'delayForm', value: n };
    case 'jitter':
      return { field: 'jitter', value: n };
    case 'timeoutMs':
      return { field: 'timeoutSeconds', value: n / 1000 };
    case 'retries':
      return { field: 'retries', value: n };
    case 'backoffMs':
      return { field: 'backoffSeconds', value: n / 1000 };
    case 'backoffCapMs':
      return { field: 'backoffCapSeconds', value: n / 1000 };
    case 'weight':
      return { field: 'weight', value: n };
    // which wire is asked when, and for what, is wiring, not a number of the wire
    case 'asked':
    case 'carries':
      return null;
    case 'mbps':
      return { field: 'mbps', value: n };
    case 'backoffJitter':
      return { field: 'backoffJitter', value: n };
    default:
      return policyNumber(field, n);
  }
}

type PolicyFieldName = Exclude<
  LinkFieldName,
  | 'rttMs'
  | 'delay'
  | 'jitter'
  | 'timeoutMs'
  | 'retries'
  | 'backoffMs'
  | 'backoffCapMs'
  | 'weight'
  | 'asked'
  | 'carries'
  | 'backoffJitter'
  | 'mbps'
>;

/** Drawn fields of the policy: what the engine calls them, and how many of its units one of theirs is. */
const policyOf: Readonly<Record<PolicyFieldName, readonly [PolicyField, number]>> = {
  maxRequests: ['maxRequests', 1],
  maxPending: ['maxPending', 1],
  maxRetries: ['maxRetries', 1],
  retryBudget: ['retryBudget', 0.01],
  retryWrites: ['writesOnce', 1],
  breaker: ['breaker', 1],
  breakerWindow: ['breakerWindow', 1],
  breakerCalls: ['breakerLeast', 1],
  breakerPercent: ['breakerShare', 0.01],
  breakerOpenSeconds: ['breakerOpenSeconds', 1],
  breakerProbes: ['breakerProbes', 1],
  poolSize: ['poolSize', 1],
  poolWaitMs: ['poolWaitSeconds', 0.001],
  hedge: ['hedge', 1],
  hedgeMs: ['hedgeSeconds', 0.001],
  hedgePercentile: ['hedgeShare', 0.01],
  cancelOnTimeout: ['cancels', 1],
  passDeadline: ['passesDeadline', 1],
  dropLate: ['dropsLate', 1],
  deadlineMarginMs: ['marginSeconds', 0.001],
};

function policyNumber(field: string, n: number): { field: PolicyField; value: number } {
  const [name, unit] = policyOf[field as PolicyFieldName];
  return { field: name, value: name === 'writesOnce' ? 1 - n : n * unit };
}

function policyFor(params: DesignLink['params']): number[] {
  const numbers = new Map<PolicyField, number>();
  for (const name of Object.keys(policyOf) as PolicyFieldName[]) {
    const { field, value } = policyNumber(name, numberIn(params, name));
    numbers.set(field, value);
  }
  return policyFields.map((field) => numbers.get(field) ?? 0);
}

function planLink(
  id: string,
  ends: { design: Design; nodes: readonly DesignNode[]; from: number; to: number },
  way: DesignLink['params'],
  patience: DesignLink['params'],
  via: readonly number[] | null,
  place?: number,
): PlanLink {
  const { design, nodes, from, to } = ends;
  const rttMs = numberIn(way, 'rttMs');
  return {
    id,
    from,
    to,
    delaySeconds: (rttMs > 0 ? rttMs : rttBetween(design, nodes[from], nodes[to], standingAt(place))) / 2000,
    delayForm: numberIn(way, 'delay'),
    jitter: numberIn(way, 'jitter'),
    mbps: numberIn(way, 'mbps'),
    kb: weightsFor(nodes[to]),
    timeoutSeconds: numberIn(patience, 'timeoutMs') / 1000,
    retries: numberIn(patience, 'retries'),
    backoffSeconds: numberIn(patience, 'backoffMs') / 1000,
    backoffCapSeconds: numberIn(patience, 'backoffCapMs') / 1000,
    weight: numberIn(way, 'weight'),
    asked: numberIn(way, 'asked'),
    carries: numberIn(way, 'carries'),
    backoffJitter: numberIn(patience, 'backoffJitter'),
    policy: policyFor(patience),
    ...crossing(design, nodes[from], nodes[to], standingAt(place)),
    via,
    ...(place === undefined ? {} : { place }),
  };
}

/** Who is billed by the bytes: neither users nor the edges near them, whose traffic has prices of its own. */
function crossing(design: Design, from: DesignNode, to: DesignNode, standing: RegionId | null): Pick<PlanLink, 'crosses'> {
  const [caller, callee] = [specOf(from.kind), specOf(to.kind)];
  if (caller.role === 'source' || caller.role === 'operator' || caller.nearCallers || callee.nearCallers) return {};
  const border = borderBetween(design, from, to, standing);
  if (border === null) return {};
  const { call, answer } = weightsFor(to);
  return { crosses: { border: BORDER[border], callKb: call, answerKb: answer } };
}

function weightsFor(callee: DesignNode): { call: number[]; answer: number[] } {
  const weights = requestClasses.map((cls) => wireKb(specOf(callee.kind).role, cls));
  return { call: weights.map(({ call }) => call), answer: weights.map(({ answer }) => answer) };
}

const standingAt = (place: number | undefined): RegionId | null => (place === undefined || place < 0 ? null : regionIds[place]);

/**
 * Every drawn link in the design's order, then the implied ones. Users wired to a resolver call the nodes it answers with over
 * a link nobody drew. Unless users and target are also wired directly (then that wire says everything), its way (delay, form,
 * jitter) is that of the resolver's wire to the target, measured from the users when its round trip is left at 0, and its
 * patience (timeout, retries, backoff) is that of the users' wire to the resolver. `~` occurs in no id, so the name of its
 * random stream is nobody else's. And a wire from a part that stands near its callers is one link from each of its places.
 */
export function compileLinks(design: Design): CompiledLinks {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  const position = new Map(design.nodes.map((node, at) => [node.id, at]));
  const drawn = design.links.filter((link) => nodes.has(link.from) && nodes.has(link.to));
  const ends = (from: Id, to: Id) => ({ design, nodes: design.nodes, from: position.get(from)!, to: position.get(to)! });
  const places = drawn.map((link) => placesOf(design, nodes.get(link.from)!));
  const links = drawn.map((link, at) => planLink(link.id, ends(link.from, link.to), link.params, link.params, null, places[at]?.[0]));
  const borrowed: CompiledLinks['drawn'] = drawn.map((link, at) => ({
    drawn: [link.id],
    ...(places[at] === null ? {} : { place: places[at][0] }),
  }));
  for (const [at, link] of drawn.entries()) {
    for (const place of places[at]?.slice(1) ?? []) {
      links.push(planLink(`${link.id}~${place}`, ends(link.from, link.to), link.params, link.params, [at], place));
      borrowed.push({ drawn: [link.id], place });
    }
  }
  const direct = new Set(drawn.map((link) => `${link.from}~${link.to}`));
  for (const [first, asking] of drawn.entries()) {
    if (specOf(nodes.get(asking.from)!.kind).role !== 'source' || specOf(nodes.get(asking.to)!.kind).role !== 'resolver') continue;
    for (const [second, answer] of drawn.entries()) {
      const id = `${asking.from}~${answer.to}`;
      if (answer.from !== asking.to || direct.has(id)) continue;
      direct.add(id);
      links.push(planLink(id, ends(asking.from, answer.to), answer.params, asking.params, [first, second]));
      borrowed.push({ drawn: [asking.id, answer.id] });
    }
  }
  return { links, drawn: borrowed };
}
