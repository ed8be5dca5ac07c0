/** Icons of the acts that have a button of their own. */

import { Copy, CopyPlus, Dices, Redo2, RotateCcw, Share2, StepBack, StepForward, Trash2, Undo2, WandSparkles } from 'lucide-react';

export const buttonIcons = {
  stepBack: StepBack,
  stepFrame: StepForward,
  restart: RotateCcw,
  newSeed: Dices,
  copy: Copy,
  duplicate: CopyPlus,
  remove: Trash2,
  share: Share2,
  undo: Undo2,
  redo: Redo2,
  tidy: WandSparkles,
};
