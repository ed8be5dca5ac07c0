import type { AdviceTexts } from '../advice.ts';
import type { DeployAdvice } from './advice.ts';

export const deployAdviceEn: AdviceTexts<DeployAdvice> = {
  'cannot-move': (p) =>
    `${p.part}: no server may be missing and none may be added, so a rolling release cannot begin. Allow one of the two.`,
  'promotes-blind': (p) =>
    `${p.part}: a canary is trusted after ${p.canarySeconds}, but a bug is only found after ${p.detectSeconds}: it reaches everybody first. Watch it for longer.`,
  'old-gone': (p) =>
    `${p.part}: the old fleet is kept for ${p.keepSeconds}, but a bug is only found after ${p.detectSeconds}: there is nothing left to switch back to. Keep it for longer.`,
};
