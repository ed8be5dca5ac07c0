import type { AdviceTexts } from '../advice.ts';
import type { ServiceAdvice } from './advice.ts';

export const serviceAdviceEn: AdviceTexts<ServiceAdvice> = {
  'threads-few': (p) =>
    `${p.part}: ${p.threads} threads for ${p.vcpu} processors. A request needs a thread to compute, so processors stand idle. Allow more threads.`,
  'memory-full': (p) =>
    `${p.part}: the program alone takes ${p.baseMB} MB of ${p.memoryGB} GB: it is killed for its memory at once. Give it more memory.`,
  'deadline-late': (p) =>
    `${p.part}: it answers after ${p.deadlineMs} at the latest, but ${p.other} gives up after ${p.timeoutMs}: the gaps it allows come too late for anybody. Make the deadline shorter.`,
};
