/** What a ready design is, and a short way of writing one down. */

import type { Design, Id, RegionId, ScenarioEvent } from '../design/design.ts';
import { chosenGroupParams, type GroupFields } from '../design/groupFields.ts';
import { defaultLabel } from '../design/ids.ts';
import type { LinkFields } from '../design/linkFields.ts';
import { newWireFrom } from '../design/newWires.ts';
import { type WorkloadFields, workloadFields } from '../design/workloadFields.ts';
import { type NodeKind, specs } from '../nodes/specs.ts';
import { defaultsOf, type ValuesOf } from '../schema/fields.ts';

export type TemplateId =
  | 'first-visit'
  | 'single'
  | 'balanced'
  | 'chapter'
  | 'two-datacentres'
  | 'stampede'
  | 'far-users'
  | 'autoscaled'
  | 'canary'
  | 'stateful-tier'
  | 'stateless-tier'
  | 'photo-queue'
  | 'figure-1-19'
  | 'nightly-batch'
  | 'retry-storm'
  | 'cascade'
  | 'split-services'
  | 'api-gateway'
  | 'campaign'
  | 'netflix-2013'
  | 'geo-failover'
  | 'replicas'
  | 'stack-overflow-2013'
  | 'sharded'
  | 'celebrity';

export interface ReadyDesign {
  id: TemplateId;
  design: Design;
}

export interface Template extends ReadyDesign {
  /** Numbers its run must show; the tests run it and look. */
  mustShow: readonly MustShow[];
}

/** One number of a run and the range it must lie in. */
export interface MustShow {
  /** What a person would say who sees it. */
  claim: string;
  /** Values set before the run starts, as node id, field, value. */
  given?: readonly (readonly [Id, string, number | boolean | string])[];
  /** The stretch of simulated seconds it is measured over; the run needs to go no farther than `to`. */
  from: number;
  to: number;
  /** A node, or the users of the whole design. */
  of: Id | 'users';
  /**
   * Of users: `failedShare` (of the requests that came to an end), `servedPerSecond`, `p50Ms`, `p99Ms`. Of a node, as means over its instances:
   * `utilization` (0 to 1), `queue` (calls waiting for a server).
   */
  metric: 'failedShare' | 'servedPerSecond' | 'p50Ms' | 'p99Ms' | 'utilization' | 'queue';
  least: number;
  most: number;
}

type ParamsOf<K extends NodeKind> = Partial<ValuesOf<(typeof specs)[K]['fields']>>;

/** Distributes over the kinds, so that each node's values are checked against its own kind. */
type NodeDrawing = {
  [K in NodeKind]: { id: Id; kind: K; at: readonly [x: number, y: number]; label?: string; group?: Id; params?: ParamsOf<K> };
}[NodeKind];

export interface Drawing {
  title: string;
  groups?: readonly {
    id: Id;
    label: string;
    region: RegionId;
    at: readonly [x: number, y: number];
    size: readonly [width: number, height: number];
    params?: Partial<ValuesOf<GroupFields>>;
  }[];
  nodes: readonly NodeDrawing[];
  links: readonly (readonly [from: Id, to: Id, params?: Partial<ValuesOf<LinkFields>>])[];
  workload?: Partial<ValuesOf<WorkloadFields>>;
  seconds?: number;
  /** What happens on the way. */
  scenario?: readonly ScenarioEvent[];
}

/** A drawing with everything it does not say at its default. */
export function draw(drawing: Drawing): Design {
  const kinds = new Map<Id, NodeKind>(drawing.nodes.map(({ id, kind }) => [id, kind]));
  return {
    format: 2,
    title: drawing.title,
    nodes: drawing.nodes.map(({ id, kind, at, label, group, params }) => ({
      id,
      kind,
      label: label ?? defaultLabel(kind, id),
      x: at[0],
      y: at[1],
      group: group ?? null,
      params: { ...defaultsOf(specs[kind].fields), ...params },
    })),
    links: drawing.links.map(([from, to, params], index) => ({
      id: `l${index + 1}`,
      from,
      to,
      params: { ...newWireFrom(kinds.get(from)!), ...params },
    })),
    groups: (drawing.groups ?? []).map(({ id, label, region, at, size, params }) => ({
      id,
      label,
      region,
      x: at[0],
      y: at[1],
      width: size[0],
      height: size[1],
      ...chosenGroupParams({ ...params }),
    })),
    workload: { params: { ...defaultsOf(workloadFields), ...drawing.workload }, trace: null, recording: null },
    scenario: drawing.scenario ?? [],
    seed: 'faultline',
    seconds: drawing.seconds ?? 600,
  };
}
