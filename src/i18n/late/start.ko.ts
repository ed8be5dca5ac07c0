import type { Widen } from '../widen.ts';
import type { startEn } from './start.en.ts';

export const startKo: Widen<typeof startEn> = {
  empty: {
    title: '아직 아무것도 없습니다',
    hint: '/를 누르거나 왼쪽에서 구성 요소를 클릭하세요. 아래 설계로 시작해도 좋습니다.',
    hintWithoutList: '/를 눌러 구성 요소를 고르세요. 아래 설계로 시작해도 좋습니다.',
    starters: '바로 시작할 수 있는 설계',
  },
  first: {
    title: '첫걸음',
    rate: '초당 요청 수',
    calm: '웹 서버 한 대가 여유롭게 돌아갑니다. 무언가 버티지 못할 때까지 트래픽을 올려 보세요.',
    over: '서버 한 대가 처리할 수 있는 것보다 많이 들어와, 요청이 기다리고 줄이 끝나지 않습니다. 웹 서버를 한 대 더 늘려 보세요.',
    mended: '서버 두 대가 일을 나누자 줄이 사라졌습니다. 무엇이 왜 가득 찼는지 찾는 것, 이것이 전부입니다.',
    close: '첫걸음 닫기',
    learn: '배우기',
    learnWhat: '수업 하나에 10분',
    practise: '연습하기',
    practiseWhat: '45분 모의 면접',
    blank: '빈 캔버스',
    blankWhat: '직접 이어 보기',
  },
};
