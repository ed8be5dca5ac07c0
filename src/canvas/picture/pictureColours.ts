import { currentColours } from '../colours.ts';
import type { PictureColours } from './designSvg.ts';

/** The colours of the theme that is shown. A picture names fonts that most computers have: it comes without its own. */
export const pictureColours = (): PictureColours => ({
  ...currentColours(),
  font: 'system-ui, "Segoe UI", Roboto, "Noto Sans KR", sans-serif',
});
