import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';
import type { theoryEn } from './theory.en.ts';

export const theoryKo: Widen<typeof theoryEn> = {
  title: '이론과 시뮬레이션',
  theory: '이론',
  measured: '측정',
  metrics: {
    utilization: '사용률',
    response: '평균 응답',
    waiting: '대기',
    inside: '안에 있는 요청',
    refused: '거절',
    hitRatio: '적중률',
    throughput: '응답 수',
    p50: 'p50',
    p95: 'p95',
    p99: 'p99',
  },
  formulas: {
    'utilization-law': {
      name: '사용률 법칙',
      words: '사용률 = 초당 도착 수 × 평균 서비스 시간 ÷ 서버 수. 밀리지 않는 설계라면 언제나 성립합니다.',
    },
    markov: {
      name: '얼랑 C',
      words:
        '요청이 무작위로(포아송) 오고, 서비스 시간은 지수 분포이며, 모든 서버가 한 줄을 온 순서대로 처리합니다. 평균 대기 = 기다릴 확률 × 서비스 시간 ÷ (서버 수 − 도착률 × 서비스 시간).',
    },
    bounded: {
      name: 'M/M/c/K',
      words:
        '얼랑 C와 같지만 자리가 정해져 있습니다. 가득 찼을 때 온 요청은 거절됩니다. 안에 몇 개가 있을지의 확률은 도착과 서비스의 균형에서 나옵니다.',
    },
    loss: {
      name: '얼랑 B',
      words: '기다릴 자리가 없습니다. 모든 서버가 바쁘면 거절됩니다. 서비스 시간의 평균만 중요하고 분포는 상관없습니다.',
    },
    general: {
      name: '폴라첵–힌친',
      words:
        '서버 하나, 무작위로 오는 요청, 어떤 분포든 되는 서비스 시간. 평균 대기 = 도착률 × 서비스 시간 제곱의 평균 ÷ (2 × 쉬는 비율). 서비스 시간이 들쭉날쭉할수록 줄이 길어집니다.',
    },
    endless: {
      name: 'M/G/∞',
      words: '서버가 넉넉해서 아무도 기다리지 않습니다. 응답 시간은 서비스 시간 그대로이고, 안에 있는 수는 도착률 × 서비스 시간입니다.',
    },
    shared: {
      name: '프로세서 공유',
      words: '안에 있는 요청이 서버를 똑같이 나눠 씁니다. 평균 응답 = 서비스 시간 ÷ 쉬는 비율이며, 분포는 상관없습니다.',
    },
    turns: {
      name: 'k번째마다 한 건',
      words:
        '라운드 로빈은 서버마다 k번째 요청을 줍니다. 무작위보다 고르게 오므로 M/M/1보다 줄이 짧습니다. 서버는 하나씩, 서비스 시간은 지수 분포입니다.',
    },
    renewal: { name: 'GI/M/1', words: '요청 사이 간격이 서로 독립이지만 지수 분포가 아닙니다. 서버 하나, 서비스 시간은 지수 분포입니다.' },
    network: {
      name: '대기열 네트워크',
      words: '각 서버를 따로 떼어 계산한 뒤(잭슨, 켈리) 연결의 지연과 함께 더합니다. 응답은 기다린 것의 합만큼 걸립니다.',
    },
    closed: {
      name: '닫힌 네트워크',
      words: '정해진 수의 사람이 응답을 받고, 생각한 다음, 다시 묻습니다. 정확한 해(뷰젠, 평균값 분석과 같은 값)입니다.',
    },
    lru: {
      name: '체의 근사',
      words:
        'LRU: 어떤 키는 특성 시간 안에 다시 찾았을 때 적중합니다. 특성 시간은 서로 다른 키가 캐시 용량만큼 불리는 데 걸리는 시간입니다.',
    },
    fifo: { name: '체의 근사(FIFO)', words: '항목은 저장된 뒤 특성 시간 동안 남습니다. 얼마나 자주 읽혔는지는 상관없습니다.' },
    ttl: {
      name: '유효 시간(TTL)',
      words:
        '모든 키를 담을 수 있습니다. 키마다 한 번 놓친 뒤 유효 시간 동안 적중합니다. 놓칠 때마다 적중 수 = 그 키의 요청률 × 유효 시간.',
    },
    aging: { name: '체의 근사, 만료와 쓰기 포함', words: '체의 근사와 같고, 유효 시간이 지나거나 그 행이 쓰이면 항목이 사라집니다.' },
  },
  reasons: {
    'not-steady': '여기서는 트래픽이 오르내립니다. 공식이 말할 정상 상태가 없습니다.',
    turns: '라운드 로빈은 무작위가 아니라 차례로 나눕니다. 이런 서비스 시간이나 여러 서버에는 공식이 없습니다.',
    arrivals: '요청이 무작위(포아송)로 오지 않아 간단한 공식이 없습니다.',
    least: '가장 한가한 인스턴스를 고르는 방식에는 정확한 공식이 없습니다.',
    named: '리졸버가 가리키는 곳이 때에 따라 달라집니다.',
    'several-servers': '서버가 여럿이고 서비스 시간이 지수 분포가 아니면 정확한 공식이 없습니다.',
    'mixed-times': '서비스 시간이 다른 요청들이 여러 서버에 섞이면 정확한 공식이 없습니다.',
    'bounded-general': '줄이 자주 가득 차는데 서비스 시간이 지수 분포가 아니어서 간단한 공식이 없습니다.',
    threads: '다른 곳의 응답을 기다리는 동안 스레드를 잡고 있어 모자랄 수 있습니다. 간단한 공식이 없습니다.',
    closed: '닫힌 사용자 집단은 집단이 하나이고, 서비스 시간이 지수 분포이며, 가는 길에 캐시가 없을 때만 공식이 있습니다.',
    'copies-apply': '복제본은 모든 쓰기를 묶어서 따라 적용합니다. 그 줄에는 공식이 없습니다.',
    'handed-out': '작업은 무작위로 오지 않고 자리가 난 쪽이 가져갑니다. 줄에 대한 공식이 없습니다.',
    'several-places': '여러 곳에 있고 곳마다 사본과 사용자가 따로 있습니다. 전체에 맞는 공식이 없습니다.',
    'keys-dealt': '키가 해시로 여러 곳에 나뉘고 그중 일부가 더 뜨겁습니다. 간단한 공식이 없습니다.',
    'rows-together': '행을 하나씩 따로가 아니라 늘 함께 찾습니다. 적중률 공식이 없습니다.',
    policy: '이 교체 정책에는 여기에 맞는 간단한 공식이 없습니다.',
    small: '항목이 너무 적어 근사가 맞지 않습니다.',
  },
  upstream: (part) => `${josa(part, '을/를')} 거친 요청은 더는 무작위(포아송)로 오지 않습니다. 정확한 공식이 없습니다.`,
  again: (part) => `${josa(part, '이/가')} 요청 하나에 여러 번 묻습니다. 그런 호출은 무작위로 오지 않습니다.`,
  unknownTraffic: (part) => `${josa(part, '이/가')} 여기로 얼마나 보내는지 계산할 수 없습니다.`,
  turnedAway: (part) => `${josa(part, '이/가')} 요청을 거절하므로 전체 응답에는 공식이 없습니다.`,
  timeouts: (part) => `${part}의 응답을 기다리다 포기하는 쪽이 있을 수 있습니다. 공식은 아무도 포기하지 않을 때만 맞습니다.`,
  beyond: (part) => `전체 응답은 ${part}에 달려 있는데, 그곳에 맞는 공식이 없습니다.`,
  setting: (name, part) => `${part}의 ‘${name}’ 설정을 쓰고 있습니다. 교과서 모델에는 없는 설정입니다.`,
  wire: (from, to) => `${from} → ${to}`,
  workload: '트래픽',
  broken: '지금 고장 난 곳이 있습니다. 비교할 정상 상태가 없습니다.',
  arrivals: '도착',
  arrivalsEach: '인스턴스당 도착',
  service: '서비스',
  servers: (count) => `서버 ${count}대`,
  notRun: '아직 잰 값이 없습니다.',
  few: '자료 부족',
  unsettled: '아직 변하는 중',
  since: (from, seconds) => `${from}부터 ${seconds} 동안 잰 값입니다. ±는 99% 구간입니다.`,
  converging: (share) => `아직 수렴하지 않았습니다: ±${share}. 더 오래 돌려 보세요.`,
  agrees: '이론과 맞음',
  differs: (by) => `이론과 ${by} 차이`,
  barLabel: (measured, low, high, theory, verdict) => `측정 ${measured}, 구간 ${low}~${high}, 이론 ${theory}: ${verdict}`,
  approximately: '근사값',
  overload: (load, rate) => `처리할 수 있는 양의 ${load}배가 들어옵니다. 줄이 ${rate}씩 늘어납니다.`,
  untilFull: (places) => `자리 ${places}개가 다 차면 그때부터는 넘치는 만큼 거절합니다.`,
  forEver: '이 상태가 계속되는 동안 끝없이 늘어납니다.',
  noSteadyState: '정상 상태가 없습니다.',
  little: '리틀의 법칙',
  littleWords: (inside, rate, response) => `안에 ${inside} = ${rate} × ${response}`,
  why: '왜 이런 값인가요',
  assumed: '마지막으로 바꾼 뒤의 구간만 셉니다. 준비 구간은 표준 오차가 가장 작아지는 곳까지 뺍니다(MSER-5).',
};
