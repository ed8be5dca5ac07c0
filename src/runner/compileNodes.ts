/** Design nodes as plan nodes: names become numbers, and every countable kind gets room to grow while it runs. */

import { type Design, type DesignNode, regionIds } from '../design/design.ts';
import { instancesOf } from '../design/instances.ts';
import { placesOf } from '../design/places.ts';
import { specOf } from '../design/wires.ts';
import type { PlanNode } from '../engine/plan.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { toEngineNumber, type Value } from '../schema/fields.ts';
import type { Spec } from '../schema/spec.ts';

/** Live growth up to this many instances needs no restart; a node that starts with more can only shrink. */
const mostHeadroom = 64;
const leastHeadroom = 8;
/** More columns than this many instances bring would make frames that the page cannot keep. */
const mostSlots = 1000;

function nextPowerOfTwo(n: number): number {
  let power = 1;
  while (power < n) power *= 2;
  return power;
}

/** How many instance slots a node gets that starts with `instances` and whose count may be changed live. */
export function roomFor(instances: number): number {
  return Math.max(instances, Math.min(nextPowerOfTwo(2 * instances), mostHeadroom), leastHeadroom);
}

/** Instances that the kind's field allows: more are never there, so room for more would only be columns of nothing. */
function mostOf({ instancesField, fields, extraInstances }: Spec): number {
  const field = instancesField === null ? undefined : fields[instancesField];
  return field?.type === 'number' ? field.max + extraInstances : Number.POSITIVE_INFINITY;
}

/** Instances that a value of the kind's `instancesField` stands for. */
export const instancesFor = (node: DesignNode, value: Value): number => Number(value) + specOf(node.kind).extraInstances;

/** The largest count the scenario will set, so that the run has room for it. */
function mostPlanned(design: Design, node: DesignNode): number {
  const field = specOf(node.kind).instancesField;
  let most = 0;
  for (const event of design.scenario) {
    if (event.act === 'set' && event.node === node.id && event.field === field) most = Math.max(most, instancesFor(node, event.value));
  }
  return most;
}

/** Room for the count to be changed live, by the timeline, and by the operators that steer the node: first to their most, then beyond. */
function slotsOf(design: Design, node: DesignNode, instances: number): number {
  let most = Math.max(instances, mostPlanned(design, node));
  let growth = 1;
  for (const link of design.links) {
    const tool = link.to === node.id ? design.nodes.find(({ id }) => id === link.from) : undefined;
    const { grows, fields } = tool ? specOf(tool.kind) : {};
    if (!tool || !grows) continue;
    if ('by' in grows) growth = Math.max(growth, grows.by);
    else most = Math.max(most, Number(tool.params[grows.to] ?? fields?.[grows.to].default));
  }
  return Math.min(mostSlots, Math.max(Math.min(roomFor(instances), mostOf(specOf(node.kind))), Math.ceil(most * growth)));
}

/**
 * Plan nodes in the design's own order. Room depends only on the starting count unless the scenario needs more: a link that
 * replays what was changed live then has exactly the slots, and so the columns, of the run it replays.
 */
export function compileNodes(design: Design): PlanNode[] {
  const regionOfGroup = new Map(design.groups.map((group) => [group.id, regionIds.indexOf(group.region)]));
  return design.nodes.map((node) => {
    const spec = specOf(node.kind);
    const places = placesOf(design, node);
    const instances = places?.length ?? instancesOf(node);
    return {
      id: node.id,
      kind: nodeKinds.indexOf(node.kind),
      params: Object.entries(spec.fields).map(([name, field]) => toEngineNumber(field, node.params[name] ?? field.default)),
      instances,
      slots: spec.instancesField === null ? instances : slotsOf(design, node, instances),
      region: (node.group === null ? undefined : regionOfGroup.get(node.group)) ?? -1,
      ...(places === null ? {} : { places }),
    };
  });
}
