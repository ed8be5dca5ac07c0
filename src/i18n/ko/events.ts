import type { eventsEn } from '../en/events.ts';
import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';

export const eventsKo: Widen<typeof eventsEn> = {
  problems: {
    'no-users': () => '요청을 보내는 사람이 없습니다. 사용자를 추가하세요.',
    'users-lead-nowhere': (p) => `${josa(p.part, '이/가')} 갈 곳이 없습니다. DNS, CDN, 로드밸런서, 웹 서버 가운데 하나에 연결하세요.`,
    'needs-wire': (p) => `${josa(p.part, '은/는')} 호출할 곳이 없습니다. ${josa(p.role, '와/과')} 연결하세요.`,
    'wire-not-allowed': (p) =>
      `${p.from}에서 ${p.to}까지의 연결은 의미가 없습니다. ${josa(p.from, '은/는')} ${josa(p.role, '을/를')} 호출할 수 없습니다.`,
    loop: (p) => `요청이 끝없이 돕니다: ${p.through}. 이 연결 가운데 하나를 지우세요.`,
    unreachable: (p) => `${josa(p.part, '으로/로')} 가는 요청이 없습니다. 계속 쉬게 됩니다.`,
    'several-instances-without-balancer': (p) =>
      `${josa(p.part, '은/는')} 서버가 ${p.count}대인데 앞에 로드밸런서가 없습니다. ${josa(p.from, '은/는')} 첫 서버만 씁니다.`,
    'steers-nothing': (p) => `${josa(p.part, '은/는')} 어디에도 연결되어 있지 않습니다. 지켜보거나 조절할 구성 요소로 선을 그으세요.`,
    'state-scattered': (p) =>
      `${p.part}의 세션은 서버 메모리에 있는데 ${josa(p.from, '은/는')} 아무 서버로나 보냅니다. 대부분의 요청이 세션을 모르는 서버에 닿습니다. 고정 세션을 켜거나 세션을 저장소에 두세요.`,
    'state-sticks': (p) =>
      `${p.part}의 세션은 서버 메모리에 있습니다. 서버 하나가 사라지면 그 세션도 사라지고, 새 서버에는 세션이 거의 오지 않습니다. 세션을 저장소에 두세요.`,
    'no-traffic': () => '트래픽이 0입니다. 아무 일도 일어나지 않습니다.',
    'trace-missing': () => '도착 형태가 기록 재생인데 가져온 기록이 없습니다.',
    'recording-missing': () => '사용자가 요청 기록을 그대로 보내야 하는데 가져온 요청 기록이 없습니다.',
    'scenario-target-missing': (p) => `타임라인 ${p.at}의 대상이 이제 없습니다: ${p.target}.`,
    'retry-storm': (p) =>
      `${josa(p.part, '이/가')} 실패하면 요청 하나가 그곳에서 호출 ${p.count}건까지 늘어납니다. 층마다 아래층이 이미 재시도한 것을 또 시도하기 때문입니다. 한 층에서만 재시도하세요.`,
    'shares-exceed-100': (p) => `요청 종류별 비율을 합하면 ${p.count}입니다. 100%까지만 가능합니다.`,
    'carries-unheard': (p) =>
      `${josa(p.part, '은/는')} 한 종류의 요청만 보내게 되어 있지만, ${josa(p.from, '은/는')} 요청을 종류별로 나누지 않습니다. 모두 이 길로 갑니다.`,
    'timeout-below-work': (p) =>
      `${josa(p.to, '으로/로')} 가는 연결은 ${p.timeout} 뒤에 포기하는데 혼자일 때도 응답에 ${p.work} 걸립니다. 대부분의 호출을 처리하는 도중에 포기합니다. 더 기다리거나 일을 줄이세요.`,
    'hedge-alone': (p) =>
      `${josa(p.to, '으로/로')} 가는 연결은 느린 호출의 사본을 다른 인스턴스로 보내는데 인스턴스가 하나뿐입니다. 사본이 원래 호출 뒤에 줄을 설 뿐입니다. 인스턴스를 늘리거나 사본을 보내지 마세요.`,
    'margin-eats-all': (p) =>
      `${p.to}에서는 남은 시간이 ${p.margin}보다 적은 호출을 버리는데 처음부터 ${p.timeout}밖에 없습니다. 모두 버립니다. 여유를 줄이세요.`,
    'too-big': (p) => `${josa(p.what, '이/가')} 너무 많습니다: 최대 ${p.max}인데 ${p.count}입니다.`,
  },
  sizes: {
    nodes: '구성 요소',
    links: '연결',
    groups: '지역',
    notes: '메모',
    scenario: '이벤트',
    trace: '기록의 점',
    recording: '기록된 요청',
    requests: '초당 요청',
    text: '글자',
    depth: '단계',
  },
  connect: {
    missing: () => '연결의 한쪽 끝이 이제 없습니다.',
    self: () => '자기 자신은 호출할 수 없습니다.',
    exists: () => '이 둘은 이미 연결되어 있습니다.',
    role: (from, to) => `${josa(from, '은/는')} ${josa(to, '을/를')} 호출할 수 없습니다.`,
    callable: (roles) => `호출할 수 있는 것: ${roles}.`,
    roleNone: (from) => `${josa(from, '은/는')} 아무것도 호출하지 않습니다. 반대 방향으로 연결하세요.`,
    loop: () => '요청이 끝없이 돌게 됩니다.',
  },
  failover: {
    done: (part, duration) => `${part} 장애 조치에 ${duration} 걸렸습니다`,
    running: (part, since) => `${since}부터 ${part}에 주 서버가 없습니다`,
    itself: (part, duration) => `${part}에 ${duration} 동안 주 서버가 없다가 옛 주 서버가 돌아왔습니다`,
    cost: (refused, lost, stale) => `거절된 쓰기 ${refused}건, 유실된 확인 쓰기 ${lost}건, 낡은 읽기 ${stale}건`,
  },
  site: {
    down: (site, since) => `${site}: ${since}부터 멈춤`,
    back: (site, duration) => `${site}: ${duration} 동안 멈춤`,
    unfound: '밖에서는 아직 모릅니다',
    found: (after) => `${after} 만에 알아챔`,
    cost: (sent) => `헛되이 보낸 요청 ${sent}건`,
  },
  scenario: {
    crash: (part) => `${part} 중단`,
    hang: (part) => `${part} 무응답`,
    slow: (part, factor) => `${part} ${factor} 느려짐`,
    recover: (part) => `${part} 복구`,
    set: (part, field, value) => `${part}: ${field} = ${value}`,
    setWorkload: (field, value) => `트래픽: ${field} = ${value}`,
  },
  deleted: (count) => `구성 요소 ${count}개를 지웠습니다`,
  pasteFailed: '클립보드에 설계의 구성 요소도, 읽을 수 있는 그림도 없습니다.',
  mermaidCopied: 'Mermaid 순서도를 복사했습니다',
  clipboardDenied: '브라우저가 클립보드 읽기를 허용하지 않습니다. Ctrl+V를 누르세요.',
};
