/**
 * For tests of kinds: a plan written by hand from kinds, parameters and wires, run to its end. The design room is not asked, so
 * a test here fails for a reason that lies in a behaviour or in the engine.
 */

import type { Behavior } from '../engine/behavior.ts';
import { FORM } from '../engine/durations.ts';
import {
  OUTCOME,
  type Plan,
  type PlanAct,
  type PlanLink,
  type PlanLinkField,
  type PlanRecording,
  type WorkloadParam,
  workloadParams,
} from '../engine/plan.ts';
import { type PolicyField, policyFields } from '../engine/policyFields.ts';
import { type Readings, readingsOf } from '../engine/readings.ts';
import { createRun, type Run } from '../engine/run.ts';
import { faultNumber, type LinkFault, linkFaults } from '../schema/faults.ts';
import { type Field, toEngineNumber, type Value } from '../schema/fields.ts';
import type { Spec } from '../schema/spec.ts';
import { type NodeKind, nodeKinds, specs } from './specs.ts';
import { webServerSpec } from './web-server/spec.ts';

export interface TestNode {
  kind: NodeKind;
  params?: Readonly<Record<string, Value>>;
  /** Room for instances; as many as there are at the start when not given. */
  slots?: number;
}

/** Ends by node id; fields not given: no delay, waits for ever, no retry. `drawn: false` for a route a resolver opens. */
export type TestLink = [
  from: string,
  to: string,
  fields?: Partial<Record<PlanLinkField, number>> & {
    drawn?: boolean;
    asked?: number;
    carries?: number;
    kb?: NonNullable<PlanLink['kb']>;
    policy?: Partial<Record<PolicyField, number>>;
  },
];

/** Acts in the words of the test: nodes, fields and links by name. */
export type TestAct =
  | { at: number; act: 'crash' | 'hang' | 'slow' | 'recover'; node: string; instance?: number; factor?: number; seconds?: number }
  | { at: number; act: 'strike'; node: string; instance?: number; fault: string; value?: number; seconds?: number }
  | { at: number; act: 'mend'; node: string; instance?: number; fault: string }
  /** `link` as `from>to`. */
  | { at: number; act: 'strike-link'; link: string; fault: LinkFault; value?: number; seconds?: number }
  | { at: number; act: 'mend-link'; link: string; fault: LinkFault }
  | { at: number; act: 'param'; node: string; field: string; value: Value }
  | { at: number; act: 'instances'; node: string; count: number }
  | { at: number; act: 'workload'; field: WorkloadParam; value: number };

export interface TestPlan {
  seed?: string;
  seconds: number;
  frameSeconds?: number;
  nodes: Readonly<Record<string, TestNode>>;
  links: readonly TestLink[];
  /** Numbers as the engine has them; what is not given is plain (see `plainWorkload`). */
  workload?: Partial<Record<WorkloadParam, number>>;
  trace?: readonly number[];
  traceSeconds?: number;
  recording?: PlanRecording;
  acts?: readonly TestAct[];
}

/** Of the kinds that the test uses. */
export type TestBehaviors = Partial<Record<NodeKind, Behavior>>;

/** Steady traffic of reads only, over 1000 rows: what a test wants beside this it says. */
const plainWorkload: Readonly<Record<WorkloadParam, number>> = {
  traffic: 1,
  shape: 0,
  rampFrom: 0.1,
  rampSeconds: 120,
  spikeAtSeconds: 60,
  spikeFactor: 5,
  spikeRiseSeconds: 10,
  spikeHoldSeconds: 30,
  spikeDecaySeconds: 30,
  daySeconds: 240,
  dayAmplitude: 0.65,
  staticShare: 0,
  writeShare: 0,
  keys: 1000,
  keySkew: 0.99,
  staticFiles: 1000,
  staticSkew: 0.8,
  feedShare: 0,
  loginShare: 0,
  searchShare: 0,
  uploadShare: 0,
  weekendFactor: 1,
};

const numbersOf = (fields: Readonly<Record<string, Field>>, given: Readonly<Record<string, Value>> = {}): number[] => {
  for (const name of Object.keys(given)) if (!(name in fields)) throw new Error(`no field "${name}"`);
  return Object.entries(fields).map(([name, field]) => toEngineNumber(field, given[name] ?? field.default));
};

const lasting = ({ seconds }: { seconds?: number }) => (seconds === undefined ? {} : { seconds });
const linkFaultNumber = (fault: LinkFault) => Object.keys(linkFaults).indexOf(fault);

/** The plan of a test; parts in the order written. */
export function planOf(test: TestPlan): Plan {
  const ids = Object.keys(test.nodes);
  const indexOf = (id: string): number => {
    const index = ids.indexOf(id);
    if (index < 0) throw new Error(`no node "${id}"`);
    return index;
  };
  const fieldsOf = (id: string) => specs[test.nodes[id].kind].fields as Readonly<Record<string, Field>>;
  const link = ([from, to, { drawn = true, policy, ...fields } = {}]: TestLink): PlanLink => ({
    id: `${from}>${to}`,
    from: indexOf(from),
    to: indexOf(to),
    delaySeconds: 0,
    delayForm: FORM.fixed,
    jitter: 0,
    timeoutSeconds: 0,
    retries: 0,
    backoffSeconds: 0.1,
    backoffCapSeconds: 2,
    weight: 1,
    asked: 0,
    backoffJitter: 0,
    ...(policy ? { policy: policyFields.map((field) => policy[field] ?? 0) } : {}),
    via: drawn ? null : [],
    ...fields,
  });
  const act = (a: TestAct): PlanAct => {
    switch (a.act) {
      case 'param': {
        const field = Object.keys(fieldsOf(a.node)).indexOf(a.field);
        return { at: a.at, act: 'param', node: indexOf(a.node), field, value: toEngineNumber(fieldsOf(a.node)[a.field], a.value) };
      }
      case 'instances':
        return { ...a, node: indexOf(a.node) };
      case 'workload':
        return { ...a, field: workloadParams.indexOf(a.field) };
      case 'strike':
      case 'mend': {
        const fault = faultNumber(specs[test.nodes[a.node].kind], a.fault);
        if (fault < 0) throw new Error(`no fault "${a.fault}"`);
        const target = { at: a.at, node: indexOf(a.node), instance: a.instance ?? -1, fault };
        return a.act === 'mend' ? { act: 'mend', ...target } : { act: 'strike', ...target, value: a.value ?? 1, ...lasting(a) };
      }
      case 'strike-link':
      case 'mend-link': {
        const target = {
          at: a.at,
          link: test.links.findIndex(([from, to]) => `${from}>${to}` === a.link),
          fault: linkFaultNumber(a.fault),
        };
        return a.act === 'mend-link'
          ? { act: 'mend-link', ...target }
          : { act: 'strike-link', ...target, value: a.value ?? 1, ...lasting(a) };
      }
      default:
        return { at: a.at, act: a.act, node: indexOf(a.node), instance: a.instance ?? -1, factor: a.factor ?? 1, ...lasting(a) };
    }
  };
  return {
    seed: test.seed ?? 'test',
    seconds: test.seconds,
    frameSeconds: test.frameSeconds ?? 1,
    nodes: ids.map((id) => {
      const { kind, params, slots } = test.nodes[id];
      const spec: Spec = specs[kind] as unknown as Spec;
      const counted = spec.instancesField;
      const instances = (counted === null ? 0 : Number(params?.[counted] ?? spec.fields[counted].default)) + spec.extraInstances;
      return {
        id,
        kind: nodeKinds.indexOf(kind),
        params: numbersOf(spec.fields, params),
        instances,
        slots: slots ?? instances,
        region: -1,
      };
    }),
    links: test.links.map(link),
    workload: {
      params: workloadParams.map((name) => test.workload?.[name] ?? plainWorkload[name]),
      trace: test.trace ?? [],
      traceSeconds: test.traceSeconds ?? 0,
      recording: test.recording ?? null,
    },
    acts: (test.acts ?? []).map(act),
  };
}

/** The behaviours where a plan's kind numbers look for them. */
export const inOrder = (behaviors: TestBehaviors): Behavior[] => nodeKinds.map((kind) => behaviors[kind] as Behavior);

export type TestResult = Readings;

/** Plays a plan to its end and makes its frames easy to ask. */
export function simulate(test: TestPlan, behaviors: TestBehaviors): TestResult {
  const plan = planOf(test);
  const run = createRun(plan, inOrder(behaviors));
  run.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
  return resultOf(plan, run);
}

/** What a run has put out since it was last asked. */
export const resultOf = (plan: Plan, run: Run): TestResult => readingsOf(plan, run.layout, run.takeFrames(), run.takeNotes());

/**
 * Stands in for a web server where a test is about those who call it: any number of calls at once, each answered after exactly
 * `cpuDynamicMs`.
 */
export const answeringServer: Behavior = {
  kind: webServerSpec.kind,
  fields: webServerSpec.fields,
  metrics: webServerSpec.metrics,
  role: webServerSpec.role,
  create: ({ net, param }) => {
    const { calls, instances, params } = net;
    const milliseconds = param('cpuDynamicMs');
    return {
      receive: (call) => net.replyAt(call, OUTCOME.ok, net.now + (params[milliseconds] / 1000) * instances.slow[calls.to[call]]),
    };
  },
};
