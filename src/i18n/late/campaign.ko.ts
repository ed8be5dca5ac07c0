import type { Widen } from '../widen.ts';
import type { campaignEn } from './campaign.en.ts';

export const campaignKo: Widen<typeof campaignEn> = {
  title: '0명에서 수백만 명까지',
  label: '캠페인',
  leave: '캠페인 나가기',
  round: (round, count) => `${count}라운드 중 ${round}라운드`,
  intro: (rate) =>
    `지금은 ${rate}입니다. 어느 구성 요소도 85% 넘게 바쁘지 않고 실패가 거의 없으면 라운드를 버틴 것입니다. 부딪힌 한계가 다음에 지을 것을 열어 줍니다.`,
  play: '라운드 실행',
  playing: '라운드를 실행하는 중…',
  limit: (part, busy, second) => `한계는 ‘${part}’입니다. 사용률 ${busy}, ${second}초부터 가득 찼습니다.`,
  unlocked: (lever) => `열림: ${lever}`,
  held: '버텼습니다. 모든 구성 요소에 여유가 있고 실패한 요청이 거의 없습니다.',
  next: (rate) => `다음 라운드: ${rate}`,
  build: '지을 수 있는 것',
  none: '아직 없습니다. 라운드를 실행해 무엇이 버티지 못하는지 보세요.',
  levers: {
    balancer: { name: '로드밸런서와 서버 네 대', what: '요청을 나눠 줍니다' },
    'more-servers': { name: '서버 네 배', what: '있는 로드밸런서 뒤에 늘립니다' },
    cdn: { name: 'CDN과 서버 두 배', what: '파일을 사용자 가까이에서 응답합니다' },
    cache: { name: '데이터베이스 앞의 캐시', what: '많이 찾는 데이터를 메모리에 둡니다' },
    'more-cache': { name: '캐시 노드 네 배', what: '데이터를 고리에 나눠 놓습니다' },
    'bigger-database': { name: 'CPU가 네 배인 데이터베이스', what: '나누기 전에 먼저 키웁니다' },
  },
  story: '지금까지 버티지 못한 것',
  storyLine: (round, part, lever) => `${round}라운드: ${part} → ${lever}`,
  startOver: '처음부터',
  over: (rate) => `서버 한 대에서 ${rate}까지 왔습니다. 그때마다 다른 곳이 한계였고, 이 일은 끝나지 않습니다.`,
};
