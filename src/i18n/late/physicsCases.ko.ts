/** What each reference case is, in Korean; the file of cases says it in English. Cases of one kind share a sentence. */

const mm1 = (rate: number, rho: number): string =>
  `서버 하나, 초당 ${rate}건의 푸아송 도착, 평균 10ms의 지수 분포 처리 시간, 선착순, 끝없는 대기열(ρ=${rho}).`;

const constant = (rate: number, ms: number, servers: number): string =>
  `초당 ${rate}건의 푸아송 도착, 처리 시간은 언제나 ${ms}ms, 서버 ${servers}대, 선착순.`;

const anyService = (rate: number, service: string): string =>
  `선착순 서버 하나, 초당 ${rate}건의 푸아송 도착, 처리 시간은 ${service}(평균 10ms).`;

const hyper = (rate: number, spread: number): string =>
  `선착순 서버 하나, 초당 ${rate}건의 푸아송 도착, 처리 시간은 두 몫의 평균을 맞춘 초지수 분포 H2(평균 10ms, cv^2=${spread}).`;

const anyArrival = (rate: number, arrivals: string): string =>
  `평균 10ms의 지수 분포로 처리하는 선착순 서버 하나에 ${arrivals} 요청이 초당 ${rate}건 도착합니다.`;

const pool = (workers: number, rate: number, ms: number, rho: number): string =>
  `대기열 하나를 함께 쓰는 똑같은 워커 ${workers}개, 초당 ${rate}건의 푸아송 도착, 평균 ${ms}ms의 지수 분포 처리 시간(ρ=${rho}).`;

const bounded = (workers: number, most: number, rate: number, ms: number, rho: number): string =>
  `워커 ${workers}개, 끝이 있는 대기열: 처리 중과 대기를 합쳐 K=${most}건까지만 들어오고, 꽉 찼을 때 온 요청은 거절됩니다(503). 초당 ${rate}건의 푸아송 도착, 평균 ${ms}ms의 지수 분포 처리 시간(들어오는 양 ρ=${rho}).`;

const loss = (slots: number, rate: number, held: string, load: number): string =>
  `대기열 없는 커넥션 풀(동시 ${slots}건): 자리가 모두 찼을 때 온 요청은 거절됩니다. 초당 ${rate}건의 푸아송 도착, ${held} 100ms(들어오는 양 a=${load}).`;

const shared = (rate: number, work: string): string =>
  `프로세서를 나눠 쓰는 서버(진행 중인 요청이 CPU를 똑같이 나눠 가짐), 초당 ${rate}건의 푸아송 도착, 작업량은 ${work} 평균 10ms.`;

const impatient = (ms: number, rate: number): string =>
  `대기 시간 제한: ${ms}ms를 기다려도 시작되지 않은 요청은 버려지고(504) 서버를 쓰지 않습니다. 초당 ${rate}건의 푸아송 도착, 평균 10ms의 지수 분포 처리 시간, 서버 1대, 선착순.`;

const forkJoin = (rate: number): string =>
  `요청마다 둘로 나뉘어 서로 다른 백엔드 둘(각각 평균 10ms의 지수 분포, 선착순 서버 하나)로 가고, 둘 다 끝나야 응답이 됩니다. 초당 ${rate}건의 푸아송 도착.`;

const gather = (leaves: number): string =>
  `대기열 없는 팬아웃: 요청 하나가 잎 ${leaves}개(서로 독립, 평균 10ms의 지수 분포)에 묻고, 가장 느린 답이 돌아와야 끝납니다.`;

const balanced = (policy: string, backends: number, rate: number, more = ''): string =>
  `${policy}: 평균 10ms의 지수 분포로 처리하는 서버 하나짜리 백엔드 ${backends}개, 모두 합쳐 초당 ${rate}건의 푸아송 도착.${more}`;

const choices = (d: number, rate: number): string =>
  `N=100개의 백엔드(각각 서버 하나, 평균 10ms의 지수 분포)에서 d=${d}개를 뽑아(같은 것이 또 뽑힐 수 있음) 덜 바쁜 쪽을 고릅니다. 모두 합쳐 초당 ${rate}건의 푸아송 도착. 평균장 고정점은 N이 무한할 때의 값입니다.`;

const sticky = (sessions: number, servers: number): string =>
  `고정 세션: 똑같이 바쁜 세션 ${sessions}개를 고른 해시로 서버 ${servers}대에 묶습니다. 불균형 = 서버 한 대의 가장 많은 세션 ÷ 평균. 서로 독립인 여러 해시 시드의 평균입니다.`;

const exactCache = (policy: string): string =>
  `같은 크기의 항목 3개가 들어가는 캐시, ${policy} 교체, 키 8개에 대한 서로 독립인 지프(s=1) 요청(정확한 값).`;

const zipfCache = (entries: number, skew: number, policy: string): string =>
  `키 10000개에 항목 ${entries}개가 들어가는 캐시, 서로 독립인 지프(s=${skew}) 요청, ${policy} 교체, 같은 크기, 데워진 캐시.`;

const ttl = (rate: number, how: string): string =>
  `TTL 캐시, 키 하나, 초당 ${rate}건의 푸아송 요청, TTL 10초, ${how}. 채우는 데는 시간이 들지 않습니다.`;

const modulo = (before: number, after: number): string =>
  `샤드 = hash(key) mod N. 고른 해시로 샤드를 ${before}개에서 ${after}개로 늘릴 때 샤드가 바뀌는 키의 비율.`;

const ring = (nodes: number, virtual: number): string =>
  `노드 ${nodes}개 × 가상 노드 ${virtual}개의 일관된 해시 링(자리는 고르게 무작위): 부하 불균형과, 노드 하나를 더할 때 옮겨 가는 키. 여러 링 시드의 평균입니다.`;

const hotShard = (skew: number, users: number, shards: number, rate: number): string =>
  `사용자 번호 1..${users}의 지프(s=${skew}) 분포(순위 = 번호), 샤드 = user_id % ${shards}, 샤드마다 평균 10ms의 지수 분포로 처리하는 선착순 서버 하나, 모두 합쳐 초당 ${rate}건의 푸아송 요청.`;

const bank = ' (Ciw 따라 하기 I의 은행: 1분에 손님 0.2명, 평균 처리 시간 10분.)';

/** By the case's id. */
export const physicsCasesKo: Readonly<Record<string, string>> = {
  'mm1-rho30': mm1(30, 0.3),
  'mm1-rho50': mm1(50, 0.5),
  'mm1-rho70': mm1(70, 0.7),
  'mm1-rho80': mm1(80, 0.8),
  'mm1-rho90': mm1(90, 0.9),
  'mm1-rho95': mm1(95, 0.95),
  'mm1-rho98-heavy-traffic': `${mm1(98, 0.98)} 포화 가까이에서 제대로 수렴하는지 봅니다. 아주 긴 실행이 필요하며, 올바른 시뮬레이터라면 짧은 실행에서는 넓은 신뢰 구간을 내놓아야 합니다.`,
  'md1-rho50': constant(50, 10, 1),
  'md1-rho80': constant(80, 10, 1),
  'md1-rho90': constant(90, 10, 1),
  'md4-rho80': constant(80, 40, 4),
  'mg1-lognormal-cv05': anyService(80, 'cv=0.5인 로그 정규 분포'),
  'mg1-lognormal-cv1': anyService(70, 'cv=1인 로그 정규 분포'),
  'mg1-lognormal-cv2': anyService(60, 'cv=2인 로그 정규 분포'),
  'mg1-erlang4-rho80': anyService(80, '얼랑-4 분포, cv=0.5'),
  'mg1-slow-queries': anyService(60, '두 값, 95%는 5ms이고 5%는 105ms(느린 쿼리)'),
  'mh2-1-cv2-4': hyper(70, 4),
  'mh2-1-cv2-10': hyper(50, 10),
  'mg1-bounded-pareto': anyService(50, '꼬리가 무거운 유계 파레토 분포, α=1.5'),
  'dm1-constant-rate-loadgen': anyArrival(80, '부하 생성기처럼 완전히 규칙적인'),
  'h2m1-bursty-arrivals': anyArrival(70, '몰려드는(재생 과정 H2, cv^2=4)'),
  'mmpp2-m1-bursty':
    '마르코프 변조 푸아송 도착: 몰릴 때는 초당 150건, 잠잠할 때는 초당 30건, 각 상태는 평균 1초의 지수 분포로 이어집니다(평균 초당 90건). 평균 10ms의 지수 분포 서버 하나는 몰릴 때 과부하가 됩니다.',
  'mmc-c2-rho80': pool(2, 80, 20, 0.8),
  'mmc-c4-rho80': pool(4, 80, 40, 0.8),
  'mmc-c4-rho95': pool(4, 95, 40, 0.95),
  'mmc-c16-rho90': pool(16, 288, 50, 0.9),
  'mmc-c64-rho95': pool(64, 608, 100, 0.95),
  'mmc-c100-rho95-halfin-whitt': `${pool(100, 950, 100, 0.95)} 하핀-휘트 영역 β=0.5: P(대기)의 QED 근사는 [1+β·Φ(β)/φ(β)]^-1=0.5045이며, 맞춰야 하는 값은 정확한 얼랑 C 값입니다.`,
  'ciw-tutorial-bank-mm3': pool(3, 0.00333333, 600000, 0.666667) + bank,
  'ciw-tutorial-bank-mm4': pool(4, 0.00333333, 600000, 0.5) + bank,
  'mm4k12-overload': bounded(4, 12, 110, 40, 1.1),
  'mm1k10-overload': bounded(1, 10, 120, 10, 1.2),
  'mm1k11-jmt-example': bounded(1, 11, 9, 100, 0.9),
  'erlangb-c10-a8': loss(10, 80, '점유 시간은 지수 분포 평균', 8),
  'erlangb-c50-deterministic': loss(50, 450, '점유 시간은 언제나', 45),
  'erlangb-c20-lognormal': loss(20, 160, '점유 시간은 cv=2인 로그 정규 분포 평균', 16),
  'mginf-serverless-concurrency':
    '동시 실행에 끝이 없음(서버리스, 자동 확장): 처리 시간의 분포가 무엇이든 실행 중인 수는 푸아송(a)입니다. 초당 200건의 푸아송 도착, 걸리는 시간은 평균 250ms, cv 1.5인 로그 정규 분포(a=50).',
  'mm1-ps-rho80': shared(80, '지수 분포'),
  'mg1-ps-insensitive': shared(70, '초지수 분포 cv^2=9'),
  'mm1-priority-nonpreemptive':
    '평균 10ms의 지수 분포 서버 하나에 두 종류의 요청: 높은 우선순위(결제) 초당 20건, 낮은 우선순위(배치) 초당 60건. 하던 일은 끊지 않고 앞줄부터 처리합니다.',
  'mm1-queue-timeout': impatient(100, 90),
  'mm1-queue-timeout-overload': impatient(200, 130),
  'erlang-a-c4':
    '얼랑-A: 평균 40ms의 워커 4개, 초당 110건의 푸아송 도착(들어오는 양 ρ 1.1), 기다리는 요청은 저마다 평균 100ms의 지수 분포만큼 참고 포기합니다.',
  'mx-m1-batch5': '몰려드는 도착: 꼭 5건씩 묶인 요청이 초당 16묶음의 푸아송 과정으로 옵니다(초당 80건). 평균 10ms의 지수 분포 서버 하나.',
  'mm1-polling-consumer':
    '폴링하는 메시지 소비자: 큐가 비면 꼭 50ms를 자고(비어 있는 동안 되풀이), 아니면 선착순으로 처리합니다. 초당 50건의 푸아송 도착, 평균 10ms의 지수 분포 처리 시간.',
  'mm1-cold-start':
    '콜드 스타트: 쉬던 서버는 다음 요청을 처리하기 전에 시작하는 데 꼭 200ms를 씁니다. 초당 20건의 푸아송 도착, 평균 10ms의 지수 분포 처리 시간.',
  'mm1-breakdown':
    '고장 나고(동작 시간은 쉴 때까지 쳐서 평균 6초의 지수 분포) 수리되는(평균 0.2초의 지수 분포) 서버: 요청은 그동안 줄을 서고, 끊긴 요청은 이어서 처리됩니다. 초당 60건의 푸아송 도착, 평균 10ms의 지수 분포 처리 시간.',
  'tandem-web-app-db':
    '요청이 웹, 앱, 데이터베이스를 차례로 지납니다. 서버 하나짜리 선착순 역 3개, 지수 분포 처리 시간의 평균은 [5, 8, 10]ms, 초당 80건의 푸아송 도착.',
  'jackson-feedback-25':
    '지수 분포 서버 하나, 처리가 끝난 요청의 25%는 곧바로 대기열로 돌아갑니다(재처리, 페이지 넘기기). 밖에서 초당 60건의 푸아송 도착, 평균 처리 시간 10ms.',
  'jackson-gateway-app-db':
    'API 게이트웨이(1 × 2ms) → 앱 풀(4 × 20ms). 앱을 지날 때마다 60%는 데이터베이스(2 × 10ms)를 부르고 앱으로 돌아오며, 40%는 응답합니다. 초당 60건의 푸아송 도착.',
  'jackson-ciw-cafe':
    'Ciw 따라 하기 II의 카페(정상 상태): 찬 음식 창구(직원 1명, 1분), 더운 음식 창구(직원 2명, 2.5분), 계산대(직원 2명, 2분). 밖에서 찬 쪽으로 1분에 0.3명, 더운 쪽으로 0.2명이 오고, 찬 쪽의 30%는 더운 쪽으로 가며, 모두 계산대에서 끝납니다. 시간은 ms 단위.',
  'closed-50-users':
    '닫힌 순환: 사용자 50명, 생각하는 시간 1초(지수 분포), 웹(5ms), 앱(8ms), 데이터베이스(12ms), 모두 선착순 지수 분포 서버 하나.',
  'closed-150-users-saturated':
    '같은 닫힌 순환에 사용자 150명: 데이터베이스가 포화되고(N* = (1000+25)/12 = 85), 응답 시간은 사용자 수에 비례해 늘어납니다.',
  'closed-100-users-multiserver': '닫힌 순환: 사용자 100명, 생각하는 시간 2초, 워커 4개의 앱 풀(각 50ms), 데이터베이스 하나(15ms).',
  'machine-repair-20': '끝이 있는 손님: 생각하는 시간이 200ms인 클라이언트 20개와 10ms의 서버 하나(기계 수리공 모형 M/M/1//N).',
  'forkjoin-2-rho50': forkJoin(50),
  'forkjoin-2-rho80': forkJoin(80),
  'forkjoin-8-rho50':
    '서로 다른 선착순 지수 분포 샤드 8개(평균 10ms)에 한꺼번에 묻고 모두 기다립니다. 초당 50건의 푸아송 도착. 정확한 식은 없어 넬슨-탄타위 근사(밝혀진 오차 5% 이내)와 정확한 한계로 견줍니다.',
  'scatter-gather-10': gather(10),
  'scatter-gather-100-tail-at-scale': gather(100),
  'hedged-requests':
    '대기열 없는 헤지 요청: 첫 복제본이 자기 p95까지 답하지 않으면 다른 복제본에 한 번 더 보내고, 먼저 온 답을 씁니다. 잎의 지연은 평균 20ms, cv 1.5인 로그 정규 분포.',
  'quorum-2-of-3': '쿼럼 쓰기: 복제본 3개에 한꺼번에 보내고 2개가 답하면 확인합니다. 복제본의 지연은 서로 독립인 평균 5ms의 지수 분포.',
  'lb-random-4': balanced('무작위 부하 분산', 4, 320),
  'lb-round-robin-2': balanced('차례대로 부하 분산', 2, 160, ' 백엔드마다 도착 간격은 얼랑-2가 됩니다(E_2/M/1).'),
  'lb-round-robin-4': balanced('차례대로 부하 분산', 4, 320, ' 백엔드마다 도착 간격은 얼랑-4가 됩니다(E_4/M/1).'),
  'lb-jsq-2': balanced('가장 짧은 줄, 곧 최소 연결(같으면 고르게 뽑음)', 2, 160),
  'lb-jsq-4': balanced('가장 짧은 줄, 곧 최소 연결(같으면 고르게 뽑음)', 4, 320),
  'lb-power-of-two-3': balanced(
    '둘 중 하나 고르기, 정확히 풀리는 작은 시스템',
    3,
    240,
    ' 도착할 때마다 서로 다른 2개를 고르게 뽑아 짧은 줄에 섭니다(같으면 무작위).',
  ),
  'lb-power-of-two-100-rho90': choices(2, 9000),
  'lb-power-of-two-100-rho95': choices(2, 9500),
  'lb-power-of-three-100-rho90': choices(3, 9000),
  'lb-weighted-heterogeneous':
    '서로 다른 백엔드(지수 분포 5, 10, 20ms)에 속도에 비례한 가중치 4:2:1로 무작위로 나눕니다. 초당 245건의 푸아송 도착: 백엔드는 모두 ρ=0.7로 돕니다.',
  'lb-random-heterogeneous-imbalance':
    '빠른(5ms) 백엔드와 느린(10ms) 백엔드(지수 분포)에 50/50으로 무작위로 나눕니다. 초당 150건의 푸아송 도착: 느린 쪽은 0.75, 빠른 쪽은 0.375로 돕니다.',
  'lb-policy-ordering':
    '똑같은 4 × 10ms 지수 분포 백엔드에 초당 320건의 푸아송 도착, 정책 다섯 가지: 평균 응답 시간은 공동 대기열(M/M/4) < 가장 짧은 줄 < 둘 중 하나 < 차례대로 < 무작위 순이어야 하고, 각 평균도 맞아야 합니다.',
  'sticky-40-on-4': sticky(40, 4),
  'sticky-1000-on-10': sticky(1000, 10),
  'cache-lru-exact-8-3': exactCache('LRU'),
  'cache-fifo-exact-8-3': exactCache('FIFO'),
  'cache-random-exact-8-3': exactCache('무작위'),
  'cache-lru-che-10k-1k': zipfCache(1000, 0.8, 'LRU'),
  'cache-lru-che-10k-100': zipfCache(100, 1, 'LRU'),
  'cache-fifo-che-10k-1k': zipfCache(1000, 0.8, 'FIFO'),
  'cache-lfu-10k-1k': zipfCache(1000, 0.8, 'LFU'),
  'cache-ttl-absolute': ttl(0.5, '채울 때 정해진 채로 만료됩니다(절대 만료)'),
  'cache-ttl-sliding': ttl(0.1, '적중할 때마다 다시 늘어납니다(미끄러지는 만료)'),
  'cache-ttl-zipf': '메모리에 끝이 없는 TTL 캐시: 키 1000개의 지프(1.0) 분포, 모두 합쳐 초당 100건의 푸아송 요청, 키마다 절대 TTL 30초.',
  'cache-stampede':
    '뜨거운 키 하나에 몰리는 요청: 초당 200건의 푸아송 요청, TTL 60초는 처음 채운 때부터 세고, 다시 채우는 데는 꼭 250ms가 걸립니다. 합치지 않으면 그동안의 요청도 모두 원본으로 가고, 합치면 하나만 갑니다.',
  'cache-then-db-bimodal':
    '적중률 0.9(적중은 서로 독립)인 캐시 뒤의 M/M/1 데이터베이스: 적중하면 언제나 1ms, 빗나가면 1ms + 데이터베이스(지수 분포 20ms). 초당 200건의 푸아송 도착.',
  'cdn-two-level':
    'CDN 에지(적중 80%, 5ms), 지역 실드(에지에서 빗나간 것의 50%가 적중, +30ms), 원본(+네트워크 100ms + 지수 분포 계산 50ms, 대기열 없음).',
  'reshard-modulo-4-5': modulo(4, 5),
  'reshard-modulo-4-8': modulo(4, 8),
  'reshard-modulo-10-11': modulo(10, 11),
  'chash-10-v1': ring(10, 1),
  'chash-10-v100': ring(10, 100),
  'chash-4-v150': ring(4, 150),
  'hotshard-zipf1-mod4': hotShard(1, 1000, 4, 240),
  'hotshard-zipf12-mod4': hotShard(1.2, 10000, 4, 150),
  'hotshard-zipf1-mod8': hotShard(1, 1000, 8, 240),
  'zipf-sampler': '키 1000개의 지프(s=1.0) 표본: 상위 1, 10, 100개 키의 비율과 평균 순위.',
  'sampler-lognormal': '평균 50ms와 cv 1.5로 정한 로그 정규 표본(로그의 μ=3.32269550726, σ=1.08565878449).',
  'sampler-bounded-pareto': '유계 파레토 표본, α=1.5, [1,1000]ms.',
  'availability-three-tier':
    '이어진 셋: 로드밸런서 0.9999, 웹 노드 3대(각 0.99, 적어도 2대 필요), 주 + 복제본 데이터베이스(각 0.995, 하나면 충분). 서로 독립.',
  'availability-quorum-3-of-5': '노드 5개의 합의 그룹, 과반 3개 필요, 각 가용성 0.98, 서로 독립.',
  'availability-pair-one-repair-crew':
    '복제본 둘, 각각 MTBF 500시간과 MTTR 2시간(지수 분포), 수리 인력은 한 조. 복제본이 하나라도 있으면 서비스는 살아 있습니다.',
  'failover-health-check':
    '차례대로 나누는 백엔드 4대 중 하나가 고르게 무작위인 순간에 멈춥니다. 10초마다 하는 상태 확인은 곧바로 실패하고, 3번 잇달아 실패하면 빠집니다. 모두 합쳐 초당 400건(똑같이 나눔).',
  'failover-geodns-ttl':
    'GeoDNS 장애 조치: 초당 1000건을 처리하던 리전이 죽고, 30초 뒤에 DNS가 바뀝니다. 클라이언트는 저장한 기록(TTL 60초, 남은 수명은 고른 분포)이 만료될 때까지 예전 답을 씁니다. 요청은 끊김 없이 고르게 흐릅니다.',
  'datacenter-failover-mm4':
    '데이터 센터 둘, 각각 초당 45건을 받는 M/M/4 풀(40ms). 하나가 죽으면 트래픽이 모두 곧바로 다른 쪽으로 갑니다. 앞뒤의 정상 상태.',
  'datacenter-failover-overload':
    '같은 M/M/4(40ms, 용량 초당 100건) 데이터 센터 둘이지만 각각 초당 60건, 정상 상태. t=0에 하나가 죽어 새 트래픽이 남은 쪽으로 갑니다: 120/s > 100/s, 밀린 양이 초당 20건쯤 늘어납니다. t=60초에 죽었던 쪽이 돌아와 새 도착의 절반을 받고, 이미 줄 선 요청은 남습니다. 남은 쪽에 대한 여러 실행의 평균.',
  'replication-lost-writes-constant-lag':
    '지연이 언제나 250ms인 비동기 복제, 초당 300건의 푸아송 쓰기: 주 서버가 무작위 순간에 멈출 때 잃는, 이미 확인된 쓰기.',
  'replication-lost-writes-random-lag':
    '쓰기마다 서로 독립인 평균 100ms의 지수 분포 지연이 있는 비동기 복제(전송 중은 M/G/∞), 초당 20건의 푸아송 쓰기: 무작위 순간에 멈출 때 잃는 쓰기.',
  'replication-stale-read':
    '비동기 복제본에서 자기가 쓴 것 읽기: 사용자는 평균 200ms의 지수 분포 뒤에 자기 쓰기를 읽고, 복제 지연은 평균 80ms의 지수 분포입니다. 읽은 것이 낡았을 확률.',
  'db-read-replicas':
    '데이터베이스 계층: 쓰기 10%는 주 서버로 가고, 읽기 90%는 모든 쓰기를 같은 비용으로 반영하는 복제본 3개에 무작위로 나뉩니다. 모두 10ms의 지수 분포 서버 하나, 초당 200건의 푸아송 도착. 복제 반영은 쓰기의 흐름대로 옵니다.',
  'mq-consumer-crash':
    '큐의 소비자가 모두 30초 동안 멈춥니다. 생산자는 초당 200건을 계속 보내고(푸아송), 그 뒤 소비자는 밀린 것이 없어질 때까지 초당 500건을 처리합니다.',
  'retry-amplification':
    '시도마다 서로 독립으로 0.2의 확률로 실패하고, 클라이언트는 곧바로 최대 3번까지 다시 시도합니다. 부하가 불어나는 정도와 성공한 비율.',
  'retry-storm-three-layers':
    '저마다 최대 4번 시도하는(재시도 3번) 층 셋. 가장 깊은 의존 대상이 죽었을 때 사용자 요청 하나가 거기까지 부르는 횟수.',
  'retry-with-queue':
    '서버는 시도마다 끝까지 처리한 뒤(지수 분포 10ms, 선착순, 서버 1대) 0.2의 확률로 실패합니다. 실패한 시도는 곧바로 다시 줄을 서며, 재시도는 최대 3번. 사용자 요청은 초당 55건의 푸아송 도착.',
  'retry-timeout-latency': '대기열 없는 지수 분포(50ms) 의존 대상에 클라이언트 제한 시간 100ms, 20ms씩 쉬며 최대 2번 재시도: 결과와 지연.',
  'latency-rtt-plus-mm1': '언제나 40ms인 네트워크 왕복에 M/M/1 서버(10ms, 초당 80건): 백분위수는 더해지지 않고 옮겨집니다.',
  'latency-geodns-mixture':
    'GeoDNS: 사용자 60%(초당 60건)는 왕복 20ms의 유럽 서버로, 40%(초당 40건)는 왕복 120ms의 미국 서버로 갑니다. 둘 다 10ms의 M/M/1.',
  'mm1-transient-from-empty':
    '빈 상태에서 시작한 M/M/1(초당 90건, 10ms): t = 0.1, 0.5, 1, 5초에 안에 있는 개수의 기댓값(여러 실행의 평균). 정상 상태의 값은 9이며, 처음 상태가 남기는 치우침을 잽니다.',
  'spike-overload':
    '트래픽 급증: 초당 60건의 정상 상태에 있던 M/M/1(10ms)이 20초 동안 초당 150건을 받고 다시 초당 60건을 받습니다. 급증이 끝날 때와 10초, 20초, 30초 뒤에 안에 있는 개수의 기댓값(여러 실행의 평균)과 유체 근사.',
  'nhpp-sinusoidal-infinite-server':
    '물결치는 푸아송 도착 λ(t)=초당 100+60 sin(2π t/60초)이 서버가 끝없이 많은 단계로 들어가 평균 5초의 지수 분포만큼 머뭅니다: 주기가 자리 잡은 뒤 시간에 따른 평균 동시 개수.',
  'nhpp-thinning-counts':
    '시간에 따라 변하는 푸아송 생성기 시험: λ(t)=100+60 sin(2π t/60초): 주기마다 [0,15), [15,30), [30,45), [45,60)초에 기대되는 도착 수.',
  'dd1-stable': '우연 없음: 10ms마다 요청 하나, 처리 시간은 언제나 8ms, 서버 1대, 첫 도착은 t=0: 아무도 기다리지 않습니다.',
  'dd1-overload':
    '우연 없는 과부하: 8ms마다 요청 하나, 처리 시간은 언제나 10ms, 서버 1대, 요청 1000건, 처음은 t=0: n번째 요청(0부터)은 꼭 2n ms를 기다립니다.',
  'trace-fifo-2-servers':
    '손으로 확인할 수 있는 기록: 작업 10개, 서버 2대, 선착순 대기열 하나(번호가 낮은 빈 서버부터). 모든 작업의 정확한 시작과 끝.',
  'trace-round-robin-3':
    '4ms마다 규칙적으로 도착하는 요청을 언제나 10ms가 걸리는 백엔드 3개에 차례대로 나눕니다. t=0부터 9건: 대기 없음(백엔드마다 12ms에 하나).',
  'retry-backoff-trace':
    '의존 대상이 죽음: 시도마다 제한 시간 200ms, 시도 4번, 흔들림 없이 100, 200, 400ms로 늘어나는 백오프: 정확한 순간들.',
  'crn-faster-server':
    'A/B 비교: 초당 80건의 M/M/1에서 평균 처리 시간 10ms와 9.5ms(5% 빠름). 두 쪽에 같은 도착과 같은 처리 시간(비율만 조정)을 씁니다: 짝지은 차이.',
};
