import type { editsEn } from '../en/edits.ts';
import type { Widen } from '../widen.ts';

export const editsKo: Widen<typeof editsEn> = {
  addNode: '구성 요소 추가',
  addGroup: '지역 추가',
  connect: '연결',
  remove: '삭제',
  cut: '잘라내기',
  paste: '붙여넣기',
  duplicate: '복제',
  move: '이동',
  resize: '크기 변경',
  tidy: '정돈',
  setGroup: '지역으로 이동',
  setParam: '설정 변경',
  setLinkParam: '연결 설정 변경',
  setWorkload: '트래픽 변경',
  setSetting: '설계 설정 변경',
  setTrace: '기록 가져오기',
  setRecording: '요청 기록 가져오기',
  rename: '이름 변경',
  setRegion: '지역 변경',
  setScenario: '타임라인 변경',
  newSeed: '새 시드',
  setSeed: '시드 변경',
  setSeconds: '길이 변경',
};
