/** Moving with the arrow keys: one undo step from `M` to Enter, and Esc puts everything back. */

import { designStore } from '../../store/designStore.ts';
import { handsStore } from './handsStore.ts';
import { tell } from './handsWords.ts';
import { selectedName } from './selectedName.ts';

export function beginMove(): void {
  const { design, beginGesture } = designStore.getState();
  beginGesture('move');
  handsStore.setState({ movingFrom: design });
}

/** Does nothing when nothing is being moved. */
export function endMove(isKept: boolean): void {
  const { movingFrom } = handsStore.getState();
  if (!movingFrom) return;
  handsStore.setState({ movingFrom: null });
  // Within the gesture, so that what was put back is no step either.
  if (!isKept) designStore.getState().edit('move', () => movingFrom);
  designStore.getState().endGesture();
  tell((words) => (isKept ? words.move.kept(selectedName(words)) : words.move.back(selectedName(words))));
}
