/** Where the fields and metrics of a deployer stand, for those who bring a version out (`behavior.ts`, `rollout.ts`). */

import type { NodeContext } from '../../engine/behavior.ts';
import type { deploySpec } from './spec.ts';

/** Places in `params`, looked up once when the run is made. */
export function fieldsOf(ctx: NodeContext) {
  const field = (name: keyof typeof deploySpec.fields) => ctx.param(name);
  return {
    strategy: field('strategy'),
    releaseAt: field('releaseAtSeconds'),
    repeat: field('repeatSeconds'),
    maxUnavailable: field('maxUnavailablePercent'),
    maxSurge: field('maxSurgePercent'),
    canaryPercent: field('canaryPercent'),
    canarySeconds: field('canarySeconds'),
    keepOld: field('keepOldSeconds'),
    bug: field('bug'),
    bugErrors: field('bugErrorPercent'),
    bugSlow: field('bugSlowFactor'),
    leakMBPerMinute: field('leakMBPerMinute'),
    memoryGB: field('memoryGB'),
    ciCatch: field('ciCatchPercent'),
    configPush: field('configPush'),
    configBatch: field('configBatchPercent'),
    configPause: field('configPauseSeconds'),
    sloErrors: field('sloErrorPercent'),
    sloSlow: field('sloSlowFactor'),
    detect: field('detectSeconds'),
    rollback: field('rollback'),
    rollbackSeconds: field('rollbackSeconds'),
    human: field('humanSeconds'),
  };
}

/** Places in `meters.values`. */
export function metersOf(ctx: NodeContext) {
  const metric = (name: keyof typeof deploySpec.metrics) => ctx.metric(name);
  return {
    newShare: metric('newShare'),
    errorShareNew: metric('errorShareNew'),
    errorShareOld: metric('errorShareOld'),
    failuresCaused: metric('failuresCaused'),
    releases: metric('releases'),
    bugsCaught: metric('bugsCaught'),
    configPushes: metric('configPushes'),
    rollbacks: metric('rollbacks'),
    detectedAfter: metric('detectedAfter'),
    repairedAfter: metric('repairedAfter'),
  };
}

export type Fields = ReturnType<typeof fieldsOf>;
export type Meters = ReturnType<typeof metersOf>;
