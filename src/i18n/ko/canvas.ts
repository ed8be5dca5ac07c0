import type { canvasEn } from '../en/canvas.ts';
import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';

export const canvasKo: Widen<typeof canvasEn> = {
  title: '캔버스',
  nodeLabel: (label, kind, health) => `${label}, ${kind}, ${health}`,
  atRest: '실행 전',
  someLost: (lost, total) => `${total}개 중 ${lost}개 중단`,
  noteLabel: (text) => `메모: ${text}`,
  regionLabel: (label, region) => `${label}, ${region} 지역`,
  live: {
    down: (duration) => `중단 ${duration}`,
    downNow: '중단',
    hung: (duration) => `무응답 ${duration}`,
    hungNow: '무응답',
    hit: (share) => `적중 ${share}`,
    lag: (duration) => `지연 ${duration}`,
    waiting: (count) => `대기 ${count}`,
    someLost: (lost, total) => `${lost}/${total} 중단`,
    tool: {
      lines: (rate) => `로그 ${rate}`,
      alerts: (count) => (count === '0' ? '알림 없음' : `알림 ${count}건`),
      wanted: (count) => `필요 ${count}대`,
      version: (share) => `새 버전 ${share}`,
    },
  },
  legend: {
    dot: (requests) => `점 1개 = 요청 ${requests}개`,
    help: '점 하나는 이번 실행에서 실제로 오간 요청 가운데 뽑은 하나입니다. 대기는 선 위가 아니라 구성 요소 안에서 일어납니다.',
    ok: '정상',
    failed: '오류',
    retry: '재시도',
    shed: '거절',
    still: '움직임을 껐습니다. 선에 초당 호출 수를 표시합니다.',
    off: '점을 껐습니다. 선에 초당 호출 수를 표시합니다.',
  },
  wire: {
    roundTrip: (duration) => `왕복 ${duration}`,
    timeout: (duration) => `타임아웃 ${duration}`,
    noTimeout: '타임아웃 없음',
    retries: (count) => `재시도 ${count}회`,
  },
  breaking: {
    button: '장애',
    menu: (label) => `${label} 장애 일으키기`,
    whole: '전체',
    crash: '중단',
    crashHelp: '즉시 거부',
    hang: '무응답',
    hangHelp: '조용히 멈춤',
    slow: (factor) => `${factor}배 느리게`,
    recover: '복구',
  },
  instances: {
    add: (kind) => `${kind} 하나 추가`,
    remove: (kind) => `${kind} 하나 제거`,
    ghost: (kind) => `${kind} +1`,
  },
  connecting: {
    button: '연결',
    help: (label) => `${josa(label, '이/가')} 호출할 대상을 고르세요`,
    legal: '구성 요소를 클릭하거나 Enter를 누르세요. Esc로 취소합니다.',
    loose: '새 구성 요소로 연결',
    looseFrom: '새 구성 요소에서 연결',
    none: '여기에 맞는 구성 요소가 없습니다',
  },
  walk: {
    wire: (from, to, position, count) =>
      `${from}에서 ${josa(to, '으로/로')}, ${count}개 중 ${position}번째. Enter로 이동, Delete로 삭제합니다.`,
    connected: (from, to) => `${from}에서 ${josa(to, '으로/로')} 연결했습니다.`,
    noneOut: (label) => `${josa(label, '은/는')} 다른 구성 요소를 호출하지 않습니다`,
    noneIn: (label) => `${josa(label, '을/를')} 호출하는 구성 요소가 없습니다`,
    entered: (label, region) => `${josa(label, '이/가')} 이제 ${region} 안에 있습니다`,
    left: (label) => `${josa(label, '이/가')} 이제 어느 지역에도 속하지 않습니다`,
  },
  placing: {
    hint: (name) => `클릭하면 ${josa(name, '이/가')} 놓입니다. Esc로 취소합니다.`,
  },
  problem: '문제',
  warning: '주의',
  controls: {
    title: '확대/축소',
    zoomIn: '확대',
    zoomOut: '축소',
    fit: '화면에 맞추기',
    map: '전체 지도',
  },
};
