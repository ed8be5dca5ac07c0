import type { AdviceTexts } from '../advice.ts';
import type { ServiceAdvice } from './advice.ts';

export const serviceAdviceKo: AdviceTexts<ServiceAdvice> = {
  'threads-few': (p) =>
    `${p.part}: 프로세서 ${p.vcpu}개에 스레드 ${p.threads}개. 요청은 스레드가 있어야 계산되므로 프로세서가 놉니다. 스레드를 늘리세요.`,
  'memory-full': (p) =>
    `${p.part}: 프로그램만으로 메모리 ${p.memoryGB}GB 가운데 ${p.baseMB}MB를 씁니다. 켜지자마자 메모리가 모자라 죽습니다. 메모리를 늘리세요.`,
  'deadline-late': (p) =>
    `${p.part}: 늦어도 ${p.deadlineMs}에 답하지만 ${p.other}에서는 ${p.timeoutMs}에 포기합니다. 빠진 채로라도 답하려던 것이 이미 늦습니다. 기한을 줄이세요.`,
};
