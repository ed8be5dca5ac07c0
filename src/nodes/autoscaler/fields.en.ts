import type { KindFieldText } from '../kindText.ts';
import type { autoscalerSpec } from './spec.ts';

export const autoscalerFieldsEn: KindFieldText<typeof autoscalerSpec> = {
  fields: {
    policy: {
      label: 'Policy',
      help: 'What decides how many instances there should be.',
      options: {
        target: 'Keep a target load',
        step: 'Steps above and below thresholds',
        scheduled: 'By the clock',
        backlog: 'By what waits per instance',
      },
    },
    targetPercent: {
      label: 'Target load',
      help: 'Busy share of the servers to aim at. Lower costs more and leaves room for a sudden rise.',
    },
    stepAbovePercent: { label: 'Add above', help: 'Busy share above which instances are added.' },
    stepUp: { label: 'Add at a time', help: 'How many instances one step adds.' },
    stepBelowPercent: { label: 'Remove below', help: 'Busy share below which instances are taken away.' },
    stepDown: { label: 'Remove at a time', help: 'How many instances one step takes away.' },
    scheduleFromSeconds: {
      label: 'From',
      help: 'Simulated second from which the larger number is there. New ones need their time to start: order them early.',
    },
    scheduleToSeconds: { label: 'Until', help: 'Simulated second from which the minimum is enough again.' },
    scheduleCount: { label: 'Number then', help: 'Instances between these two moments; outside of them there are as many as the minimum.' },
    backlogPerInstance: { label: 'Waiting per instance', help: 'Messages (or calls in line) that one instance is thought to cope with.' },
    minInstances: { label: 'At least', help: 'Never fewer than this.' },
    maxInstances: { label: 'At most', help: 'Never more than this: what you are willing to pay.' },
    periodSeconds: { label: 'Decides every', help: 'Time between two decisions.' },
    lagSeconds: { label: 'Sees it late by', help: 'Age of the newest number it knows.' },
    windowSeconds: { label: 'Averages over', help: 'Length of the stretch whose mean it looks at. Longer is calmer and slower.' },
    cooldownSeconds: { label: 'Rests after acting', help: 'It changes nothing for this long after a change, so that its effect can show.' },
    warmupAware: {
      label: 'Counts what is starting',
      help: 'On: it knows that instances it ordered do not show in the numbers yet. Off: it orders for the same load again and again.',
    },
    tolerancePercent: { label: 'Tolerance', help: 'Deviations from the target up to this share are let be.' },
    downStabiliseSeconds: { label: 'Removes only after', help: 'Instances go only when fewer were enough all through this time.' },
    removesFirst: {
      label: 'Too many: first go',
      help: 'Which instances go first when there are too many.',
      options: { starting: 'Those still starting', serving: 'Those in service' },
    },
    reaction: {
      label: 'Who acts',
      help: 'A person sees the same numbers, but needs time to notice, decide and act.',
      options: { automatic: 'The autoscaler itself', human: 'A person' },
    },
    humanSeconds: { label: 'A person needs', help: 'From the moment the numbers call for it until it is done.' },
  },
  metrics: {
    desired: 'Instances wanted',
    running: 'Instances in service',
    booting: 'Instances starting',
    loadSeen: 'Load as it sees it',
    loadNow: 'Load as it is',
    flips: 'Turns between more and fewer',
    overloadedSeconds: 'Seconds overloaded',
    instanceHours: 'Instance hours',
  },
};
