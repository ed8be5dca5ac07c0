import type { Widen } from '../widen.ts';
import type { mishapsEn } from './mishaps.en.ts';

export const mishapsKo: Widen<typeof mishapsEn> = {
  why: {
    overflow: '진행 중인 요청이 너무 많아 메모리에 담을 수 없습니다',
    standstill: '한순간에 일어나는 일이 너무 많아 시간이 흐르지 않습니다',
    engine: '엔진 안에서 앞뒤가 맞지 않는 일이 생겼습니다. 설계가 아니라 저희 쪽 오류입니다',
    memory: '브라우저에 남은 메모리가 없으므로 다른 탭을 닫거나 동시에 보내는 요청을 줄여야 합니다',
    silent: '엔진이 응답을 멈췄습니다',
    unstarted: '엔진을 시작할 수 없습니다. 코드를 받지 못했거나 브라우저, 확장 프로그램, 호스트가 막았을 수 있습니다',
    unreadable: '페이지와 엔진이 서로의 말을 읽지 못했습니다',
  },
};
