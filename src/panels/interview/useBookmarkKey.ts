/** The key M, where somebody watches an interview: this second is to be found again. Never while somebody types, nor where letters alone are turned off. */

import { useEffect, useRef } from 'react';
import { isTyping } from '../../actions/keyboard.ts';
import { sessionStore } from '../../store/sessionStore.ts';

/** @param isFirst it hears before everybody else: a playback in front of an interview that goes on */
export function useBookmarkKey(act: (() => void) | undefined, isFirst = false): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.repeat && !event.isComposing;
      if (event.code !== 'KeyM' || !isPlain || event.defaultPrevented || isTyping(event.target)) return;
      if (!newest.current || !sessionStore.getState().letterKeys) return;
      event.preventDefault();
      newest.current();
    };
    document.addEventListener('keydown', hear, { capture: isFirst });
    return () => document.removeEventListener('keydown', hear, { capture: isFirst });
  }, [isFirst]);
}
