import type { Widen } from '../widen.ts';
import type { eraseEn } from './erase.en.ts';

export const eraseKo: Widen<typeof eraseEn> = {
  title: '이 컴퓨터에서 모두 지우기',
  intro: '다른 사람과 함께 쓰는 컴퓨터를 위한 기능입니다. 다음이 지워지며 되돌릴 수 없습니다.',
  what: {
    designs: (count) => `설계 ${count}개와 그 이전 사본, 핀, 실행 기록`,
    lessons: '학습, 캠페인, 면접 연습의 진행 상황',
    settings: '언어, 테마, 요구 사항, 최근에 한 일',
    copy: '네트워크 없이 쓸 수 있는 페이지 사본. 페이지를 다시 열면 새로 만들어집니다',
  },
  stays:
    '다른 곳에 저장한 파일과 링크는 그대로 남습니다. 이 페이지의 다른 탭에도 알려지며, 그 탭은 보고 있는 설계를 더는 저장하지 않습니다.',
  file: '먼저 이 설계를 파일로 저장',
  erase: '모두 지우기',
  erasing: '지우는 중…',
  done: '모두 지웠습니다. 이제 페이지를 닫아도 됩니다.',
  left: '다음은 지우지 못했습니다. 브라우저 설정에서 지울 수 있습니다.',
  leftovers: {
    designs: '설계와 학습 기록',
    settings: '설정',
    copy: '페이지 사본',
  },
  anew: '새로 시작',
  strip: '다른 탭에서 이 컴퓨터의 모든 것을 지웠습니다. 이 설계는 여기에만 있고 저장되지 않습니다.',
  keep: '이 설계 보관',
};
