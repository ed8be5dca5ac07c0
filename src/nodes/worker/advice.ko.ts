import type { AdviceTexts } from '../advice.ts';
import type { WorkerAdvice } from './advice.ts';

export const workerAdviceKo: AdviceTexts<WorkerAdvice> = {
  'nobody-works': (p) => `${p.part}: 한 대도 없어 들어온 일이 쌓이기만 합니다. 인스턴스를 늘리거나, 늘려 줄 오토스케일러를 연결하세요.`,
};
