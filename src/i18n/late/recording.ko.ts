import type { Widen } from '../widen.ts';
import type { recordingEn } from './recording.en.ts';

export const recordingKo: Widen<typeof recordingEn> = {
  rowIs: '한 줄은',
  rows: { counts: '요청 수', requests: '요청 하나' },
  title: '요청 기록 재생',
  intro:
    '한 줄이 요청 하나입니다. 요청이 온 순간과, 있다면 그 요청에 필요한 서비스 시간을 적습니다. 요청은 정확히 그 순간에 보냅니다. 첫 줄에 다른 단위(arrival_s,service_ms)를 적지 않으면 순간은 초, 서비스 시간은 밀리초입니다.',
  placeholder: 'arrival_s,service_ms\n0.000,5\n0.001,4.2\n0.004,7',
  name: '붙여넣은 요청',
  count: (count, duration) => `${duration} 동안 요청 ${count}건`,
  demand: (mean) => `요청마다 평균 ${mean}의 서비스가 필요하고, 웹 서버는 꼭 그만큼 일합니다`,
  noDemand: '서비스 시간이 없어서 웹 서버마다 스스로 뽑습니다',
  preview: '요청이 오는 때',
  by: '보내는 사용자',
  length: '실행 길이를 기록보다 조금 길게 맞추기',
  use: '이 요청들을 재생',
  noUsers: '이 설계에는 아직 사용자가 없습니다. 사용자를 놓은 다음 기록된 요청을 보내게 하세요.',
  columns: (given) => `‘${given}’은(는) 순간 하나도, 순간과 서비스 시간 한 쌍도 아닙니다`,
};
