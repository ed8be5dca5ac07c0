/** What an edit means to a run that is under way: nothing, a few acts, or starting again. Pure. */

import type { Plan, PlanLink, PlanLinkField, PlanNode, PlanRecording } from '../engine/plan.ts';
import { policyFields } from '../engine/policyFields.ts';
import type { LiveAct } from './protocol.ts';
import { specAt } from './roles.ts';

const linkNumbers = [
  'delaySeconds',
  'delayForm',
  'jitter',
  'timeoutSeconds',
  'retries',
  'backoffSeconds',
  'backoffCapSeconds',
  'weight',
  'backoffJitter',
  'mbps',
] as const;
linkNumbers satisfies readonly PlanLinkField[];

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((n, i) => n === b[i]);

const sameRecording = (a: PlanRecording | null, b: PlanRecording | null): boolean =>
  a === b || (a !== null && b !== null && sameNumbers(a.instants, b.instants) && sameNumbers(a.demands, b.demands));

/** Parts, wires, luck, length and scenario: what a run cannot change on the way. */
function sameFrame(a: Plan, b: Plan): boolean {
  return (
    a.seed === b.seed &&
    a.seconds === b.seconds &&
    a.frameSeconds === b.frameSeconds &&
    a.nodes.length === b.nodes.length &&
    a.links.length === b.links.length &&
    a.workload.traceSeconds === b.workload.traceSeconds &&
    sameNumbers(a.workload.trace, b.workload.trace) &&
    sameRecording(a.workload.recording, b.workload.recording) &&
    a.nodes.every((node, i) => sameSeat(node, b.nodes[i])) &&
    a.links.every((link, i) => sameEnds(link, b.links[i])) &&
    JSON.stringify([a.acts, a.fates]) === JSON.stringify([b.acts, b.fates])
  );
}

const sameSeat = (a: PlanNode, b: PlanNode): boolean => a.id === b.id && a.kind === b.kind && a.region === b.region;

const sameEnds = (a: PlanLink, b: PlanLink): boolean =>
  a.id === b.id &&
  a.from === b.from &&
  a.to === b.to &&
  a.asked === b.asked &&
  a.carries === b.carries &&
  JSON.stringify(a.via) === JSON.stringify(b.via);

/**
 * What a run of `older` must do to be a run of `newer` from here on. A count of instances for which the older run has no room
 * means starting again.
 */
export function actsBetween(older: Plan, newer: Plan): LiveAct[] | 'restart' | 'same' {
  if (!sameFrame(older, newer)) return 'restart';
  const acts: LiveAct[] = [];
  for (const [node, now] of newer.nodes.entries()) {
    const before = older.nodes[node];
    const counted = Object.keys(specAt(now.kind).fields).indexOf(specAt(now.kind).instancesField ?? '');
    if (now.instances > before.slots) return 'restart';
    if (now.instances !== before.instances) acts.push({ act: 'instances', node, count: now.instances });
    for (const [field, value] of now.params.entries()) {
      if (field !== counted && before.params[field] !== value) acts.push({ act: 'param', node, field, value });
    }
  }
  for (const [link, now] of newer.links.entries()) {
    for (const field of linkNumbers) {
      const value = now[field] ?? 0;
      if ((older.links[link][field] ?? 0) !== value) acts.push({ act: 'link', link, field, value });
    }
    for (const [i, field] of policyFields.entries()) {
      const value = now.policy?.[i] ?? 0;
      if ((older.links[link].policy?.[i] ?? 0) !== value) acts.push({ act: 'link', link, field, value });
    }
  }
  for (const [field, value] of newer.workload.params.entries()) {
    if (older.workload.params[field] !== value) acts.push({ act: 'workload', field, value });
  }
  return acts.length > 0 ? acts : 'same';
}

/** `newer` as the plan of a run that began as `older` and has taken the acts between them: its room stays what it was. */
export function withRoomOf(older: Plan, newer: Plan): Plan {
  return { ...newer, nodes: newer.nodes.map((node, i) => ({ ...node, slots: older.nodes[i].slots })) };
}
