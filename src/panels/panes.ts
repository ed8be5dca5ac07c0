/** All that stands round the canvas, as one chunk that arrives after it. See `late.ts`. */

import { TooltipLayer } from '../ui/TooltipLayer.tsx';
import { Header } from './Header.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { Palette } from './Palette.tsx';
import { BottomSheet, Player } from './Player.tsx';
import { PreviewStrip } from './PreviewStrip.tsx';
import { RunBar } from './RunBar.tsx';
import { Story } from './Story.tsx';
import { Toasts } from './Toasts.tsx';

export const panes = { BottomSheet, Header, Inspector, Palette, Player, PreviewStrip, RunBar, Story, Toasts, TooltipLayer };
