import type { templatesEn } from '../en/templates.ts';
import type { Widen } from '../widen.ts';

export const templatesKo: Widen<typeof templatesEn> = {
  labels: {
    Users: '사용자',
    'Load balancer': '로드밸런서',
    'Web server': '웹 서버',
    'Web servers': '웹 서버',
    Autoscaler: '오토스케일러',
    'Deploy pipeline': '배포 파이프라인',
    Cache: '캐시',
    Database: '데이터베이스',
    'Message queue': '메시지 큐',
    Worker: '워커',
    Workers: '워커',
    'Data centre': '데이터 센터',
    'US users': '미국 사용자',
    'Korean users': '한국 사용자',
    'Users in the US': '미국의 사용자',
    'Users in Korea': '한국의 사용자',
    'US East': '미국 동부',
    Seoul: '서울',
    'Geo DNS': '지역 DNS',
  },
  items: {
    'first-visit': { title: '첫 예제', what: '사용자, 로드밸런서, 웹 서버 하나, 데이터베이스 하나. 트래픽을 올려 보세요.' },
    single: { title: '단일 서버', what: '모든 것이 컴퓨터 한 대에. 모든 사이트의 시작입니다.' },
    balanced: { title: '부하 분산', what: '로드밸런서 뒤의 여러 웹 서버, 주 서버와 복제본.' },
    chapter: { title: '전체 설계', what: 'DNS, CDN, 부하 분산된 웹 서버, 캐시, 다중화된 데이터베이스, 큐와 워커.' },
    stampede: { title: '캐시 스탬피드', what: '인기 페이지가 캐시에서 만료되는 순간 모두가 데이터베이스로 몰립니다.' },
    'far-users': { title: '사용자 가까이에 둔 파일', what: '서울의 사용자, 미국의 사이트, 그리고 바다를 건너지 않게 해 주는 CDN.' },
    autoscaled: { title: '급증을 만난 오토스케일러', what: '트래픽이 한 번에 세 배가 됩니다. 새 서버는 늦게, 그러나 충분히 옵니다.' },
    canary: { title: '카나리 배포', what: '나쁜 버전이 스무 대 가운데 한 대에만 나갔다가 들켜서 되돌아옵니다.' },
    'stateful-tier': { title: '기억하는 서버', what: '로그인한 사용자 1만 명과, 저마다 자기가 본 사용자만 아는 서버 네 대.' },
    'stateless-tier': { title: '세션 저장소에 묻는 서버', what: '같은 사용자, 아무것도 기억하지 않는 서버. 어느 서버가 죽어도 됩니다.' },
    'two-datacentres': { title: '두 데이터 센터', what: '두 해안의 사용자를 저마다 가까운 데이터 센터로 보냅니다.' },
  },
};
