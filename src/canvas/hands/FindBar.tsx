/** Looking for parts on the canvas: what is found is outlined, the rest fades; Enter goes on, Esc leaves everything as it was. */

import { ChevronDown, ChevronUp, Crosshair, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { rankOf } from '../../i18n/seek.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';

import { centreOn, currentCamera, focusNode, lookAgain } from '../viewport.ts';
import css from './FindBar.module.css';
import { findable } from './findable.ts';
import { handsStore } from './handsStore.ts';
import { useHandsText } from './handsWords.ts';
import { markFound, unmark } from './markFound.ts';
import { useOtherText } from './otherNames.ts';

/** The number of hits is said when typing pauses. */
const sayAfterMs = 450;

export function FindBar() {
  const t = useText();
  const words = useHandsText().find;
  const other = useOtherText();
  const design = useDesign((state) => state.design);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [before] = useState(() => ({ camera: currentCamera(), focus: document.activeElement }));
  const box = useRef<HTMLInputElement>(null);
  const found = useMemo(() => {
    if (typed.trim() === '') return [];
    return findable(design, t, other).filter(({ names }) => rankOf(typed, names) > 0);
  }, [design, t, other, typed]);
  const index = found.length === 0 ? -1 : at % found.length;
  const current = found[index];

  useEffect(() => box.current?.focus(), []);
  useLayoutEffect(() => {
    if (typed.trim() === '') unmark();
    else markFound(new Set(found.map(({ flowId }) => flowId)), current?.flowId ?? null);
  }, [found, current, typed]);
  useEffect(() => unmark, []);
  useEffect(() => {
    if (typed.trim() === '') return;
    const timer = window.setTimeout(() => announce(words.count(found.length), 'answer'), sayAfterMs);
    return () => window.clearTimeout(timer);
  }, [found.length, typed, words]);

  const step = (by: 1 | -1): void => {
    if (found.length === 0) return;
    // The first Enter shows the first one.
    const next = currentIsShown.current ? (index + by + found.length) % found.length : index;
    currentIsShown.current = true;
    setAt(next);
    const { flowId, label } = found[next];
    centreOn(flowId);
    announce(words.said(label, next + 1, found.length), 'answer');
  };
  const currentIsShown = useRef(false);
  const leave = (): void => {
    handsStore.setState({ isFinding: false });
    lookAgain(before.camera);
    if (before.focus instanceof HTMLElement && before.focus.isConnected) before.focus.focus({ preventScroll: true });
  };
  /** Ends the search on the part that was found. */
  const take = (): void => {
    if (!current) return;
    handsStore.setState({ isFinding: false });
    sessionStore.getState().select({ [`${current.kind}s`]: [current.id] });
    centreOn(current.flowId);
    focusNode(current.flowId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take();
    else if (event.key === 'Enter' && event.target === box.current) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const canvas = document.getElementById('canvas');
  if (!canvas) return null;
  const count = typed.trim() === '' ? '' : current ? words.found(index + 1, found.length) : words.none;
  return createPortal(
    <search className={css.bar} aria-label={words.title} onKeyDown={onKeyDown} data-floats>
      <Search size={16} aria-hidden />
      <input
        ref={box}
        type="text"
        className={css.box}
        autoComplete="off"
        spellCheck={false}
        placeholder={words.placeholder}
        aria-label={words.title}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          currentIsShown.current = false;
        }}
      />
      <span className={css.count} data-testid="find-count">
        {count}
      </span>
      <Button look="quiet" square size="small" aria-label={words.previous} disabled={found.length === 0} onClick={() => step(-1)}>
        <ChevronUp size={16} aria-hidden />
      </Button>
      <Button look="quiet" square size="small" aria-label={words.next} disabled={found.length === 0} onClick={() => step(1)}>
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Button
        look="quiet"
        square
        size="small"
        aria-label={words.take}
        title={`${words.take} (Ctrl+Enter)`}
        disabled={!current}
        onClick={take}
      >
        <Crosshair size={16} aria-hidden />
      </Button>
      <Button look="quiet" square size="small" aria-label={words.close} onClick={leave}>
        <X size={16} aria-hidden />
      </Button>
    </search>,
    canvas,
  );
}
