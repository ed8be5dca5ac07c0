/** Says over the canvas that arrow keys move now, and how that ends. */

import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useSession } from '../../store/hooks.ts';
import { announce } from '../../ui/announce.ts';
import css from '../Canvas.module.css';
import { useHandsText } from './handsWords.ts';
import { selectedName } from './selectedName.ts';

export function MoveHint() {
  const words = useHandsText();
  useSession((state) => state.selection);
  const { hint } = words.move;
  const title = words.move.title(selectedName(words));
  useEffect(() => announce(`${title}. ${hint}`, 'answer'), [title, hint]);
  const canvas = document.getElementById('canvas');
  if (!canvas) return null;
  return createPortal(
    <div className={css.toolHint}>
      <strong>{title}</strong>
      <span>{hint}</span>
    </div>,
    canvas,
  );
}
