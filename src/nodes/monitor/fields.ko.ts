import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { monitorSpec } from './spec.ts';

export const monitorFieldsKo: KindFieldText<typeof monitorSpec> = {
  fields: {
    scrapeSeconds: { label: '수집 주기', help: '모든 인스턴스에 수치를 물어보는 간격입니다.' },
    timeoutSeconds: { label: '응답을 기다리는 시간', help: '이 시간이 지나도 대답이 없으면 다운으로 봅니다.' },
    evalSeconds: { label: '판정 주기', help: '최신 수치로 규칙을 검사하는 간격입니다.' },
    forSeconds: { label: '지속 시간', help: '규칙이 이만큼 이어져야 경보가 됩니다. 짧으면 빠르고 길면 확실합니다.' },
    aggregation: {
      label: '계층의 p99',
      help: '인스턴스의 히스토그램을 합쳐서 구합니다. 많은 현황판이 보여 주는 p99의 평균은 틀린 값입니다.',
      options: { merged: '히스토그램 병합', 'mean-of-p99': 'p99의 평균(틀림)' },
    },
    labels: {
      label: '레이블 값의 수',
      help: '인스턴스의 메트릭 하나가 상태, 경로, 고객 같은 레이블로 몇 개의 시계열로 나뉘는지 정합니다. 시계열마다 요금이 붙고 레이블은 서로 곱해집니다.',
    },
    rules: {
      label: '규칙',
      help: '임계값으로 알리거나, 오류 예산이 타는 속도로 알립니다. 한 구간에서 14.4배, 그 여섯 배 구간에서 6배입니다.',
      options: { threshold: '임계값', 'burn-rate': '오류 예산', both: '둘 다' },
    },
    alertErrorPercent: { label: '오류 초과', help: '계층의 응답 중 이 비율이 넘게 실패하면 이상으로 봅니다.' },
    alertP99Ms: { label: 'p99 초과', help: '이상으로 보는 계층의 p99입니다. 0이면 이 규칙이 없습니다.' },
    alertCpuPercent: { label: '사용률 초과', help: '이상으로 보는 인스턴스 평균 사용률입니다.' },
    alertWhenDown: { label: '인스턴스 다운', help: '모니터에 대답하지 않는 인스턴스가 있으면 이상으로 봅니다.' },
    sloPercent: { label: '목표(SLO)', help: '성공해야 하는 응답의 비율입니다. 나머지가 오류 예산입니다.' },
    burnWindowSeconds: {
      label: '소진 구간',
      help: '빠른 규칙의 긴 구간입니다. 짧은 구간은 12분의 1이고 느린 규칙의 구간은 여섯 배입니다.',
    },
    action: {
      label: '경보가 울리면',
      help: '누가 손을 쓸지 정합니다. 그 구성 요소에서 죽었거나 멈췄거나 느려진 것을 다시 시작합니다.',
      options: { notify: '기록만 합니다', human: '사람이 나섭니다', automatic: '바로 고칩니다' },
    },
    reactionSeconds: { label: '사람의 반응 시간', help: '경보부터 첫 조치까지 걸리는 시간입니다.' },
    grouping: {
      label: '알림 단위',
      help: '무엇마다 한 번 사람을 부를지 정합니다. 경보마다, 구성 요소마다, 또는 장애 하나에 한 번입니다.',
      options: { rule: '경보마다', part: '구성 요소마다', incident: '장애마다' },
    },
    pageSeconds: { label: '알림을 읽는 시간', help: '한 사람이 차례로 읽습니다. 알림이 쏟아지면 마지막 알림은 앞의 것을 모두 기다립니다.' },
    ...mishapsKo,
  },
  metrics: {
    scrapes: '물어본 인스턴스',
    failedScrapes: '그중 대답이 없던 수',
    alertsFiring: '울리는 경보',
    alertsRaised: '울린 경보',
    pages: '보낸 알림',
    series: '시계열',
    repairs: '다시 시작한 인스턴스',
  },
};
