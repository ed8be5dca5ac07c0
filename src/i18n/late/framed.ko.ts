import type { Widen } from '../widen.ts';
import type { framedEn } from './framed.en.ts';

export const framedKo: Widen<typeof framedEn> = {
  why: '다른 사이트가 자기 페이지 안에 Faultline을 띄웠습니다. 클릭을 가로채지 못하도록, 이 페이지는 독립된 탭에서만 열립니다.',
  open: '새 탭에서 열기',
};
