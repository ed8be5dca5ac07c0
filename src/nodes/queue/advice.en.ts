import type { AdviceTexts } from '../advice.ts';
import type { QueueAdvice } from './advice.ts';

export const queueAdviceEn: AdviceTexts<QueueAdvice> = {
  'visibility-short': (p) =>
    `${p.part}: at ${p.other} a job is in hand for ${p.holdSeconds} on average, but after ${p.visibilitySeconds} it is handed out again, so jobs are done twice. Make the visibility timeout longer, let workers prolong it, or let them fetch less ahead.`,
  'poll-short': (p) =>
    `${p.part}: a message takes ${p.other} ${p.workSeconds}, but whoever is at one for longer than ${p.pollSeconds} is thrown out of the group, and it is read again. Allow more time per message.`,
  'readers-idle': (p) =>
    `${p.part}: ${p.instances} of ${p.other} for ${p.partitions} partitions. A partition has one reader, so ${p.idle} stand idle. Add partitions or take readers away.`,
  'poison-forever': (p) =>
    `${p.part}: some messages break whoever works on them, and none is ever put aside: they come back for ever. Put a message aside after a few deliveries.`,
};
