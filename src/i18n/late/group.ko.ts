import type { GroupFields } from '../../design/groupFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

export const groupKo: FieldTexts<GroupFields> = {
  zone: {
    label: '가용 영역',
    help: '이 지역의 어느 영역인지 정합니다. 같은 지역의 두 영역은 1ms 떨어져 있고 따로 고장 납니다.',
    options: { none: '지역 전체', a: '영역 a', b: '영역 b', c: '영역 c', d: '영역 d', e: '영역 e', f: '영역 f' },
  },
  mtbfHours: {
    label: '전체가 멈추는 간격',
    help: '이곳의 모든 장비가 한꺼번에 멈추기까지의 평균 시간이며 지수 분포로 뽑습니다. 0이면 멈추지 않습니다. 영역은 8760(1년), 지역은 24,000쯤입니다.',
  },
  mttrHours: { label: '복구되는 시간', help: '모두 돌아오기까지의 평균 시간이며 지수 분포로 뽑습니다.' },
  breakdown: {
    label: '멈출 때',
    help: '죽으면 안에 있던 것을 잃습니다. 조용해지면 모든 것이 서 있다가 나중에 이어서 합니다.',
    options: { crash: '모두 죽음', hang: '모두 조용해짐' },
  },
};
