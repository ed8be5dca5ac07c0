import type { KindFieldText } from '../kindText.ts';
import type { autoscalerSpec } from './spec.ts';

export const autoscalerFieldsKo: KindFieldText<typeof autoscalerSpec> = {
  fields: {
    policy: {
      label: '정책',
      help: '몇 대가 필요한지 무엇으로 정하는지입니다.',
      options: { target: '목표 부하 유지', step: '임계값마다 단계별로', scheduled: '정해진 시각에', backlog: '한 대당 밀린 일로' },
    },
    targetPercent: {
      label: '목표 부하',
      help: '서버가 바쁜 시간의 목표 비율입니다. 낮으면 비용이 들지만 갑작스러운 증가를 받아낼 여유가 생깁니다.',
    },
    stepAbovePercent: { label: '늘리는 기준', help: '사용률이 이보다 높으면 늘립니다.' },
    stepUp: { label: '한 번에 늘릴 대수', help: '한 단계에 늘리는 대수입니다.' },
    stepBelowPercent: { label: '줄이는 기준', help: '사용률이 이보다 낮으면 줄입니다.' },
    stepDown: { label: '한 번에 줄일 대수', help: '한 단계에 줄이는 대수입니다.' },
    scheduleFromSeconds: { label: '시작 시각', help: '이 시뮬레이션 시각부터 대수를 늘립니다. 기동에 시간이 걸리니 미리 잡으세요.' },
    scheduleToSeconds: { label: '끝 시각', help: '이 시뮬레이션 시각부터 다시 최소 대수로 충분합니다.' },
    scheduleCount: { label: '그동안의 대수', help: '두 시각 사이의 대수입니다. 그 밖에는 최소 대수입니다.' },
    backlogPerInstance: { label: '한 대당 대기', help: '한 대가 감당한다고 보는 메시지(또는 줄 선 호출) 수입니다.' },
    minInstances: { label: '최소', help: '이보다 줄이지 않습니다.' },
    maxInstances: { label: '최대', help: '이보다 늘리지 않습니다. 낼 수 있는 비용의 한도입니다.' },
    periodSeconds: { label: '판단 주기', help: '두 판단 사이의 시간입니다.' },
    lagSeconds: { label: '지표 지연', help: '알고 있는 가장 새로운 값이 얼마나 오래된 것인지입니다.' },
    windowSeconds: { label: '평균 구간', help: '평균을 내는 구간의 길이입니다. 길면 차분하지만 느립니다.' },
    cooldownSeconds: { label: '쿨다운', help: '한 번 바꾼 뒤 효과가 나타나도록 이 시간 동안 아무것도 바꾸지 않습니다.' },
    warmupAware: {
      label: '기동 중인 것도 셈',
      help: '켜면 주문한 인스턴스가 아직 지표에 나타나지 않은 것을 압니다. 끄면 같은 부하를 보고 계속 더 주문합니다.',
    },
    tolerancePercent: { label: '허용 오차', help: '목표에서 이만큼 벗어난 것은 그냥 둡니다.' },
    downStabiliseSeconds: { label: '축소 안정화 시간', help: '이 시간 내내 더 적어도 충분했을 때만 줄입니다.' },
    removesFirst: {
      label: '먼저 빼는 것',
      help: '너무 많을 때 어느 것부터 빼는지입니다.',
      options: { starting: '기동 중인 것', serving: '서비스 중인 것' },
    },
    reaction: {
      label: '조치하는 쪽',
      help: '사람도 같은 값을 보지만 알아채고 정하고 손대는 데 시간이 걸립니다.',
      options: { automatic: '오토스케일러', human: '사람' },
    },
    humanSeconds: { label: '사람의 대응 시간', help: '지표가 조치를 요구한 때부터 끝날 때까지 걸리는 시간입니다.' },
  },
  metrics: {
    desired: '필요한 대수',
    running: '서비스 중인 대수',
    booting: '기동 중인 대수',
    loadSeen: '보고 있는 부하',
    loadNow: '실제 부하',
    flips: '증감이 뒤바뀐 횟수',
    overloadedSeconds: '과부하 시간(초)',
    instanceHours: '인스턴스 시간',
  },
};
