import type { Behavior, NodeContext } from '../../engine/behavior.ts';
import { Program, type Traits } from '../../engine/program/program.ts';
import { Dependencies } from './dependencies.ts';
import { serviceSpec } from './spec.ts';

const traits: Traits = {
  cpuField: () => 'cpuCallMs',
  services: (ctx) => new Dependencies(ctx),
  asksOne: false,
  takes: understands,
};

export const serviceBehavior: Behavior = {
  kind: serviceSpec.kind,
  role: serviceSpec.role,
  fields: serviceSpec.fields,
  metrics: serviceSpec.metrics,
  faults: serviceSpec.faults,
  create: (ctx) => new Program(ctx, traits),
};

/** A program that runs a newer version speaks a way that an older one may not understand. */
function understands(ctx: NodeContext, call: number): boolean {
  const { net } = ctx;
  if (net.params[ctx.param('understandsNewer')] === 1) return true;
  const { calls, instances, actors } = net;
  // whoever only hands on speaks for the program before it
  let asking = call;
  while (asking >= 0 && !(actors[instances.nodeOf[calls.from[asking]]] instanceof Program)) asking = calls.parent[asking];
  if (asking < 0 || instances.version[calls.from[asking]] <= instances.version[calls.to[call]]) return true;
  net.meters.values[ctx.metric('notUnderstood')]++;
  return false;
}
