import type { Behavior } from '../../engine/behavior.ts';
import { requestClasses } from '../../engine/plan.ts';
import { Program, type Traits } from '../../engine/program/program.ts';
import { Choosing } from './choosing.ts';
import { Remembering } from './remembering.ts';
import { webServerSpec } from './spec.ts';

const cpuFields: Readonly<Partial<Record<string, string>>> = { static: 'cpuStaticMs', feed: 'cpuFeedMs', login: 'cpuLoginMs' };

const traits: Traits = {
  cpuField: (cls) => cpuFields[requestClasses[cls]] ?? 'cpuDynamicMs',
  services: (ctx, homes) => new Choosing(ctx, homes),
  doorkeeper: (ctx, host, maker) => new Remembering(ctx, host, maker),
  asksOne: true,
  againField: 'againShare',
};

export const webServerBehavior: Behavior = {
  kind: webServerSpec.kind,
  role: webServerSpec.role,
  fields: webServerSpec.fields,
  metrics: webServerSpec.metrics,
  faults: webServerSpec.faults,
  create: (ctx) => new Program(ctx, traits),
};
