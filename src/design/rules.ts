/** What cannot run, and what will not do what it looks like. Pure; words for it are found by `code` in the i18n room. */

import { isRecorded, perSecondOf } from '../nodes/users/asked.ts';
import { faultNumber, linkFaults } from '../schema/faults.ts';
import { holds } from '../schema/fields.ts';
import { adviceOf } from './advice.ts';
import type { Design, DesignNode, ScenarioEvent } from './design.ts';
import { instancesOf } from './instances.ts';
import { linkFields } from './linkFields.ts';
import { loopLinks } from './loops.ts';
import { placesOf } from './places.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { worstStorm } from './retryStorm.ts';
import { scatteredState } from './scattered.ts';
import { isOperator, mayCall, reachableFrom, sourcesOf, specOf, startsOf } from './wires.ts';
import { highestOf, sharesOf, workloadFields } from './workloadFields.ts';

/** More than this is refused: the canvas and the run are made for hundreds of parts. */
export const mostParts = { nodes: 2000, links: 4000, scenario: 500 } as const;
/** Requests per second at the workload's highest above which a run is very slow; a warning, not a refusal. */
export const mostRequestsPerSecond = 1_000_000;

/** Calls that one request may become when everything fails before a word is said about it: three layers of three retries are 64. */
const mostCallsPerRequest = 100;

type Place = { node?: string; link?: string };

function problem(code: ProblemCode, severity: Problem['severity'], place: Place, details: Problem['details'] = {}): Problem {
  return { code, severity, node: place.node ?? null, link: place.link ?? null, details };
}

/** Every problem of a design, errors and warnings, in the order of the design's parts. Called after every edit: linear. */
export function problemsOf(design: Design): Problem[] {
  // An oversized design is not examined further: its other problems would be as many as its parts.
  const tooBig = sizeProblems(design);
  if (tooBig.length > 0) return tooBig;
  const sources = sourcesOf(design);
  const starts = startsOf(design);
  if (starts.length === 0) return [problem('no-users', 'error', {})];
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  const callees = calleesOf(design, nodes);
  const reachable = reachableFrom(
    design,
    starts.map((node) => node.id),
  );
  const someLead = sources.some((node) => usable(node, callees).length > 0);
  return [
    ...design.nodes.flatMap((node) => nodeProblems(node, callees, reachable, someLead)),
    ...linkProblems(design, nodes),
    ...workloadProblems(design, sources),
    ...design.scenario.flatMap((event) => eventProblems(design, nodes, event)),
    ...adviceOf(design),
  ];
}

function sizeProblems(design: Design): Problem[] {
  const counts = { nodes: design.nodes.length, links: design.links.length, scenario: design.scenario.length };
  return (Object.keys(counts) as (keyof typeof counts)[])
    .filter((what) => counts[what] > mostParts[what])
    .map((what) => problem('too-big', 'error', {}, { what, count: counts[what], max: mostParts[what] }));
}

type Callees = ReadonlyMap<string, readonly DesignNode[]>;

function calleesOf(design: Design, nodes: ReadonlyMap<string, DesignNode>): Callees {
  const callees = new Map<string, DesignNode[]>(design.nodes.map((node) => [node.id, []]));
  for (const link of design.links) {
    const callee = nodes.get(link.to);
    if (callee) callees.get(link.from)?.push(callee);
  }
  return callees;
}

/** Those of a node's callees that it knows how to call. */
function usable(node: DesignNode, callees: Callees): DesignNode[] {
  return (callees.get(node.id) ?? []).filter((callee) => mayCall(node.kind, callee.kind));
}

function nodeProblems(node: DesignNode, callees: Callees, reachable: ReadonlySet<string>, someLead: boolean): Problem[] {
  const spec = specOf(node.kind);
  const called = usable(node, callees);
  if (isOperator(node.kind)) return called.length > 0 ? [] : [problem('steers-nothing', 'warning', { node: node.id })];
  const problems: Problem[] = [];
  // Users without a wire fail every request of theirs; that stops a run only when there is nothing else to see.
  if (spec.role === 'source' && called.length === 0)
    problems.push(problem('users-lead-nowhere', someLead ? 'warning' : 'error', { node: node.id }));
  for (const role of spec.needs) {
    // One of its own role stands in: a node behind a node like it has what this one needs, or is told so itself.
    if (called.some((callee) => [role, spec.role, ...(spec.standsIn ?? [])].includes(specOf(callee.kind).role))) continue;
    // A part that nothing reaches harms nobody yet: it has just been placed. One that leads on by another role may do so.
    const severity = reachable.has(node.id) && called.length === 0 ? 'error' : 'warning';
    problems.push(problem('needs-wire', severity, { node: node.id }, { role }));
  }
  for (const { role, when } of spec.needsWhen ?? []) {
    if (holds(when, spec.fields, node.params) && !called.some((callee) => specOf(callee.kind).role === role))
      problems.push(problem('needs-wire', 'warning', { node: node.id }, { role }));
  }
  if (!reachable.has(node.id)) problems.push(problem('unreachable', 'warning', { node: node.id }));
  // Only a server whose work is to hand on to servers spreads over instances; every other caller knows one address.
  const balances = spec.role === 'server' && spec.needs.includes('server');
  if (balances) problems.push(...scatteredState(node, called, instancesOf));
  for (const callee of balances ? [] : called) {
    const count = instancesOf(callee);
    const own = specOf(callee.kind);
    // instances beside its own count stand by behind one address, and whoever hands on to servers is reached by lot
    const hasOneAddress = own.extraInstances > 0 || own.needs.includes('server');
    if (own.role === 'server' && count > 1 && !hasOneAddress) {
      problems.push(
        problem(
          'several-instances-without-balancer',
          'warning',
          { node: callee.id },
          { instances: count, from: node.id, fromLabel: node.label },
        ),
      );
    }
  }
  return problems;
}

function linkProblems(design: Design, nodes: ReadonlyMap<string, DesignNode>): Problem[] {
  const problems: Problem[] = [];
  for (const link of design.links) {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)];
    if (from && to && !mayCall(from.kind, to.kind)) {
      const details = { from: from.kind, to: to.kind, fromRole: specOf(from.kind).role, toRole: specOf(to.kind).role };
      problems.push(problem('wire-not-allowed', 'error', { link: link.id }, details));
    }
    const isSorted = (link.params.carries ?? 'all') !== 'all';
    if (from && to && isSorted && !specOf(from.kind).sorts?.includes(specOf(to.kind).role))
      problems.push(problem('carries-unheard', 'warning', { link: link.id }, { from: from.id, fromLabel: from.label }));
  }
  for (const loop of loopLinks(design)) {
    const through = loop.nodes.map((id) => nodes.get(id)?.label ?? id).join(' → ');
    problems.push(problem('loop', 'error', { link: loop.link }, { through, count: loop.nodes.length }));
  }
  const storm = worstStorm(design, nodes);
  if (storm && storm.calls > mostCallsPerRequest)
    problems.push(problem('retry-storm', 'warning', { node: storm.node }, { count: storm.calls }));
  return problems;
}

function workloadProblems(design: Design, sources: readonly DesignNode[]): Problem[] {
  const { params, trace, recording } = design.workload;
  const problems: Problem[] = [];
  const shares = sharesOf(params);
  if (shares > 100)
    problems.push(
      problem('shares-exceed-100', 'error', {}, { sum: shares, static: Number(params.staticShare), write: Number(params.writeShare) }),
    );
  if (params.shape === 'trace' && !trace) problems.push(problem('trace-missing', 'error', {}));
  const replaying = sources.filter((node) => isRecorded(node.params));
  if (!recording) for (const node of replaying) problems.push(problem('recording-missing', 'error', { node: node.id }));
  const rate = Number(params.traffic) * sources.reduce((sum, node) => sum + perSecondOf(node.params), 0);
  if (rate === 0 && replaying.length === 0 && sources.length > 0) problems.push(problem('no-traffic', 'warning', {}));
  const peak = rate * highestOf(params);
  if (peak > mostRequestsPerSecond)
    problems.push(problem('too-big', 'warning', {}, { what: 'requests', count: peak, max: mostRequestsPerSecond }));
  return problems;
}

function eventProblems(design: Design, nodes: ReadonlyMap<string, DesignNode>, event: ScenarioEvent): Problem[] {
  const missing = (target: string, place: Place = {}) => [
    problem('scenario-target-missing', 'warning', place, { at: event.at, act: event.act, target }),
  ];
  switch (event.act) {
    case 'set-workload':
      return Object.hasOwn(workloadFields, event.field) ? [] : missing(event.field);
    case 'set-link':
      if (!design.links.some((link) => link.id === event.link)) return missing(event.link);
      return Object.hasOwn(linkFields, event.field) ? [] : missing(event.field, { link: event.link });
    case 'set': {
      const node = nodes.get(event.node);
      if (!node) return missing(event.node);
      return Object.hasOwn(specOf(node.kind).fields, event.field) ? [] : missing(event.field, { node: node.id });
    }
    case 'strike-link':
    case 'mend-link':
      if (!design.links.some((link) => link.id === event.link)) return missing(event.link);
      if (event.from !== undefined && !nodes.has(event.from)) return missing(event.from, { link: event.link });
      return Object.hasOwn(linkFaults, event.fault) ? [] : missing(event.fault, { link: event.link });
    default: {
      const node = nodes.get(event.node);
      if (!node) return missing(event.node);
      if ('fault' in event && faultNumber(specOf(node.kind), event.fault) < 0) return missing(event.fault, { node: node.id });
      // The count may have been raised earlier on the timeline; only numbers no instance can ever have are wrong.
      return event.instance === null || event.instance < mostInstances(design, node)
        ? []
        : missing(String(event.instance), { node: node.id });
    }
  }
}

/** The highest count of instances a node reaches on the timeline. */
function mostInstances(design: Design, node: DesignNode): number {
  const { instancesField, extraInstances } = specOf(node.kind);
  let most = placesOf(design, node)?.length ?? instancesOf(node);
  for (const event of design.scenario) {
    if (event.act === 'set' && event.node === node.id && event.field === instancesField)
      most = Math.max(most, Number(event.value) + extraInstances);
  }
  return most;
}
