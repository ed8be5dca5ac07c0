import type { Widen } from '../widen.ts';
import type { embedEn } from './embed.en.ts';

export const embedKo: Widen<typeof embedEn> = {
  play: '재생',
  pause: '일시정지',
  again: '처음부터',
  open: 'Faultline에서 열기',
  picture: (title) => `다이어그램: ${title}`,
  untitled: '설계',
  loading: '준비하는 중…',
  failed: '여기에서는 플레이어를 불러올 수 없습니다.',
  none: '보여 줄 설계가 없습니다. 주소의 끝이 잘렸습니다.',
  stuck: '이 설계는 이대로는 실행할 수 없습니다.',
  author: '다른 사람이 만든 설계를 이 브라우저에서 실행합니다.',
  numbers: { offered: '요청', p99: '가장 느린 1%', failed: '오류' },
  clock: (now, end) => `${end} 중 ${now}`,
};
