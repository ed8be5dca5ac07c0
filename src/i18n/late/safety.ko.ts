import type { Widen } from '../widen.ts';
import type { safetyEn } from './safety.en.ts';

export const safetyKo: Widen<typeof safetyEn> = {
  dropIt: '놓으면 파일을 엽니다',
  oneFile: '파일은 한 번에 하나씩 놓으세요.',
  forgetful: 'Safari는 7일 동안 찾지 않으면 페이지가 저장한 것을 지웁니다. Ctrl(⌘)+S로 파일을 따로 저장해 두세요.',
  longWork: '20분 동안의 작업이 이 브라우저에만 있습니다. Ctrl(⌘)+S로 파일을 따로 저장해 두세요.',
};
