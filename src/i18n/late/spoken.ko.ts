import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';
import type { spokenEn } from './spoken.en.ts';

export const spokenKo: Widen<typeof spokenEn> = {
  shape: (parts, wires, regions) => `구성 요소 ${parts}개, 연결 ${wires}개${regions === 0 ? '' : `, 지역 ${regions}곳`}.`,
  nothing: '아직 아무것도 없습니다.',
  status: {
    loading: (_now, end) => `${end} 길이의 실행을 준비하고 있습니다.`,
    playing: (now, end) => `실행 중, ${end} 중 ${now}.`,
    paused: (now, end) => `${end} 중 ${now}에서 멈춤.`,
    finished: (_now, end) => `${end} 실행을 마쳤습니다.`,
    crashed: (now, _end) => `${now}에 오류로 멈췄습니다.`,
  },
  blocked: '아직 실행할 수 없습니다.',
  isNow: (part, health) => `${part}: ${health}`,
  others: '나머지는 모두 정상입니다.',
  allWell: '모두 정상입니다.',
  atRest: '아직 측정된 것이 없습니다.',
  hint: '방향키로 구성 요소 사이를 오가고 Enter로 설정에 들어갑니다. Alt와 좌우 방향키로 연결을 훑습니다. C는 연결, M은 이동, 빗금은 추가, Delete는 삭제입니다. O를 누르면 개요, S를 누르면 지금 상태, 물음표를 누르면 모든 키가 나옵니다.',
  started: (at) => `${at}부터 실행합니다.`,
  paused: (at) => `${at}에서 멈췄습니다.`,
  finished: (at) => `${at}에 마쳤습니다.`,
  crashed: (at) => `${at}에 오류로 멈췄습니다.`,
  becomes: {
    saturated: (part) => `${josa(part, '이/가')} 포화되었습니다.`,
    hung: (part) => `${josa(part, '이/가')} 응답하지 않습니다.`,
    down: (part) => `${josa(part, '이/가')} 중단되었습니다.`,
    hurt: (part, lost, total) => `${part} ${total}개 중 ${lost}개가 중단되었습니다.`,
    busy: (part) => `${josa(part, '이/가')} 바쁩니다.`,
    well: (part) => `${josa(part, '이/가')} 회복했습니다.`,
  },
  at: (clock, words) => `${clock}: ${words}`,
  noEvents: '아직 일어난 일이 없습니다.',
};
