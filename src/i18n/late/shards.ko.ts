import type { Widen } from '../widen.ts';
import type { shardsEn } from './shards.en.ts';

export const shardsKo: Widen<typeof shardsEn> = {
  title: '샤드',
  which: '볼 것',
  heat: '부하',
  ring: '키',
  hot: '뜨거운 키',
  rows: '행',
  none: '재생하면 샤드가 보입니다.',
  shard: '샤드',
  keys: '키',
  data: '데이터',
  rate: '질의',
  busy: '사용률',
  p99: 'p99',
  spare: '쓰지 않음',
  left: (count) => `아직 옮기는 중인 키 ${count}개`,
  heatHelp: '샤드마다 1초에 받은 질의를 왼쪽에서 오른쪽으로 시간에 따라 보여 줍니다. 테두리는 평균의 두 배를 넘었다는 뜻입니다.',
  heatSummary: (hottest, ratio) => `가장 뜨거운 샤드는 ${hottest}, 평균의 ${ratio}입니다.`,
  onRing: '링 위에서',
  byRemainder: '나머지로',
  ringHelp:
    '키 200개를 해시 자리에 놓았습니다. 색은 지금 있는 샤드, 또는 그 방법으로 찾는다면 있을 샤드를 뜻합니다. 바깥 눈금은 가상 노드입니다. 옮기는 키는 속이 비어 있고 갈 곳의 색을 띱니다.',
  ringMetrics: { uneven: '고르지 않은 정도', movesOnRing: '옮길 키, 링', movesByRemainder: '옮길 키, 나머지' },
  otherRing: '링 100개 가운데 하나만 평균에서 이만큼 벗어납니다',
  ringTheory: (shards, points, keys) =>
    `고르지 않은 정도는 샤드가 원에서 차지하는 몫의 표준 편차를 평균으로 나눈 값으로, 샤드 n = ${shards}개, 가상 노드 v = ${points}개일 때 √((n − 1) ÷ (n·v + 1))입니다. 옮길 키는 이 실행의 키 ${keys}개 가운데 샤드 하나가 더해질 때 자리를 바꾸는 몫으로, 링에서는 1 ÷ (n + 1), 나머지로 찾으면 1 − gcd ÷ (n + 1)입니다. ±와 범위는 99% 구간이며 다른 키를 골랐을 때와 다른 링이었을 때를 함께 헤아립니다.`,
  hotHelp: '지난번에 셌을 때 가장 많이 찾은 키입니다.',
  user: (id) => `사용자 ${id}`,
  rowsHelp: '행 몇 개와 그 행을 가진 샤드, 샤드의 서버마다 보여 줄 쓰기의 번호입니다. 0은 처음 그대로라는 뜻입니다.',
  row: '행',
  versions: '버전',
  moves: (shard) => `${shard} 쪽으로 옮기는 중`,
  looked: '따로 다룸',
};
