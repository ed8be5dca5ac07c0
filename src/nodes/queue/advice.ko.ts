import type { AdviceTexts } from '../advice.ts';
import type { QueueAdvice } from './advice.ts';

export const queueAdviceKo: AdviceTexts<QueueAdvice> = {
  'visibility-short': (p) =>
    `${p.part}: ${p.other}에서 작업 하나를 평균 ${p.holdSeconds} 동안 쥐고 있는데 ${p.visibilitySeconds} 뒤에는 다시 내주므로 같은 작업을 두 번 하게 됩니다. 가시성 제한 시간을 늘리거나, 워커가 그 시간을 늘리게 하거나, 미리 가져오는 수를 줄이세요.`,
  'poll-short': (p) =>
    `${p.part}: ${p.other}에서 메시지 하나에 평균 ${p.workSeconds} 걸리는데, ${p.pollSeconds}보다 오래 붙들면 그룹에서 쫓겨나고 메시지는 다시 읽힙니다. 메시지당 허용 시간을 늘리세요.`,
  'readers-idle': (p) =>
    `${p.part}: 파티션 ${p.partitions}개에 ${p.other} ${p.instances}대. 파티션 하나는 한 대만 읽으므로 ${p.idle}대는 놉니다. 파티션을 늘리거나 읽는 쪽을 줄이세요.`,
  'poison-forever': (p) =>
    `${p.part}: 처리하는 쪽을 망가뜨리는 메시지가 있는데 따로 빼는 횟수가 없어 끝없이 되돌아옵니다. 몇 번 내준 뒤에는 데드 레터로 빼세요.`,
};
