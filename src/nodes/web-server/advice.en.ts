import type { AdviceTexts } from '../advice.ts';
import type { WebServerAdvice } from './advice.ts';

export const webServerAdviceEn: AdviceTexts<WebServerAdvice> = {
  'threads-few': (p) =>
    `${p.part}: ${p.threads} threads for ${p.vcpu} processors. A request needs a thread to compute, so processors stand idle. Allow more threads.`,
  'memory-full': (p) =>
    `${p.part}: the program alone takes ${p.baseMB} MB of ${p.memoryGB} GB: it is killed for its memory at once. Give it more memory.`,
};
