/** All that stands round the canvas, as one chunk that arrives after it. See `late.ts`. */

import { TooltipLayer } from '../ui/TooltipLayer.tsx';
import { Header } from './Header.tsx';
import { Palette } from './Palette.tsx';
import { PreviewStrip } from './PreviewStrip.tsx';
import { RightColumn } from './RightColumn.tsx';
import { RunBar } from './RunBar.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { Story } from './Story.tsx';
import { Toasts } from './Toasts.tsx';

export const panes = { Header, Inspector: RightColumn, Palette, PreviewStrip, RunBar, SkipLinks, Story, Toasts, TooltipLayer };
