import type { Widen } from '../widen.ts';
import type { rowsEn } from './rows.en.ts';

export const rowsKo: Widen<typeof rowsEn> = {
  title: '행',
  help: '마지막에 쓴 행과, 인스턴스마다 보여 줄 쓰기의 번호입니다. 표시한 것은 확인된 최신 쓰기보다 오래된 것입니다.',
  none: '아직 쓴 것이 없습니다.',
  row: '행',
  newest: '최신',
  old: (version) => `${version}, 오래됨`,
  away: '여기에 없거나 자리를 비움',
};
