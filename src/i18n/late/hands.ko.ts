import { josa } from '../josa.ts';
import type { Widen } from '../widen.ts';
import type { handsEn } from './hands.en.ts';

export const handsKo: Widen<typeof handsEn> = {
  hint: '↑ ↓ 고르기 · Enter 선택 · Esc 닫기',
  add: {
    title: (label) => (label === null ? '구성 요소 추가' : `${label}에 구성 요소 추가`),
    found: (count) => `구성 요소 ${count}개`,
    none: (typed) => `‘${typed}’에 맞는 구성 요소가 없습니다`,
    after: (label) => `${josa(label, '이/가')} 호출합니다`,
    before: (label) => `${josa(label, '을/를')} 호출합니다`,
    alone: '연결하지 않음',
    addedAfter: (name, label) => `${josa(name, '을/를')} 추가했습니다. ${josa(label, '이/가')} 호출합니다.`,
    addedBefore: (name, label) => `${josa(name, '을/를')} 추가했습니다. ${josa(label, '을/를')} 호출합니다.`,
    added: (name) => `${josa(name, '을/를')} 추가했습니다`,
  },
  connect: {
    title: (label) => `${josa(label, '이/가')} 호출할 대상`,
    found: (count) => `구성 요소 ${count}개`,
    none: (typed) => (typed === '' ? '아직 다른 구성 요소가 없습니다' : `‘${typed}’에 맞는 구성 요소가 없습니다`),
    legal: '호출할 수 있음',
    illegal: '호출할 수 없음',
    done: (from, to) => `${from}에서 ${josa(to, '으로/로')} 연결했습니다`,
  },
  disconnect: {
    title: (label) => `${label}의 연결 끊기`,
    found: (count) => `연결 ${count}개`,
    none: (typed) => `‘${typed}’에 맞는 연결이 없습니다`,
    calls: '호출하는 대상',
    called: '호출해 오는 곳',
    done: (from, to) => `${from}에서 ${josa(to, '으로/로')} 가는 연결을 끊었습니다`,
  },
  moveInto: {
    title: (label) => `${josa(label, '을/를')} 옮길 지역`,
    found: (count) => `지역 ${count}개`,
    none: (typed) => `‘${typed}’에 맞는 지역이 없습니다`,
    nowhere: '지역 없음',
    here: '이미 그 안에 있습니다',
    done: (label, region) => `${josa(label, '이/가')} 이제 ${region} 안에 있습니다`,
    left: (label) => `${josa(label, '이/가')} 이제 어느 지역에도 속하지 않습니다`,
  },
  menu: { align: '정렬과 간격', addHere: '여기에 구성 요소 추가…', pasteHere: '여기에 붙여넣기' },
  several: (count) => `구성 요소 ${count}개`,
  move: {
    title: (label) => `${label} 옮기는 중`,
    hint: '방향키로 옮기고 Shift를 누르면 멀리 갑니다. Enter로 두고, Esc로 되돌립니다.',
    kept: (label) => `${josa(label, '을/를')} 여기에 두었습니다`,
    back: (label) => `${josa(label, '을/를')} 제자리로 되돌렸습니다`,
  },
  instances: (label, count) => `${label}: 인스턴스 ${count}개`,
  find: {
    title: '캔버스에서 찾기',
    placeholder: '이름, 종류, 지역',
    found: (position, count) => `${count}개 중 ${position}번째`,
    said: (label, position, count) => `${label}, ${count}개 중 ${position}번째`,
    count: (count) => (count === 0 ? '찾지 못했습니다' : `${count}개 찾았습니다`),
    none: '찾지 못했습니다',
    next: '다음',
    previous: '이전',
    take: '선택하기',
    close: '찾기 끝내기',
  },
};
