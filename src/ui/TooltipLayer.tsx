import { useEffect, useRef, useState } from 'react';
import styles from './Tooltip.module.css';
import { type Side, tipPlace } from './tipPlace.ts';

interface Tip {
  owner: HTMLElement;
  text: string;
  shortcut: string | undefined;
}

/** How long a pointer rests before the first name is shown; from one to the next there is no wait. */
const restMs = 400;
const warmMs = 300;

/** Put once on the page, last. Shows the marks of `Tooltip`: on hover after a rest, at once on focus by keyboard. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => watch(setTip), []);
  useEffect(() => {
    const element = place.current;
    if (!tip || !element) return;
    // The browser's top layer: above menus, and above a dialog too.
    element.showPopover?.();
    const view = { width: innerWidth, height: innerHeight };
    const at = tipPlace(tip.owner.getBoundingClientRect(), element.getBoundingClientRect(), tip.owner.dataset.tipSide as Side, view);
    element.style.left = `${at.x}px`;
    element.style.top = `${at.y}px`;
    element.style.visibility = 'visible';
  }, [tip]);
  if (!tip) return null;
  return (
    // Hidden from screen readers: they have read the same name already.
    <div ref={place} key={tip.text} popover="manual" className={styles.tooltip} aria-hidden>
      {tip.text}
      {tip.shortcut ? <span className={styles.key}>{tip.shortcut}</span> : null}
    </div>
  );
}

function watch(show: (tip: Tip | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let owner: HTMLElement | null = null;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  const hide = () => {
    clearTimeout(timer);
    if (isShown) hiddenAt = performance.now();
    isShown = false;
    owner = null;
    show(null);
  };
  const ownerOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const open = (next: HTMLElement) => {
    // An open menu or popover says more than the name of its button.
    if (!next.isConnected || next.dataset.state === 'open') return;
    isShown = true;
    show({ owner: next, text: next.dataset.tip ?? '', shortcut: next.dataset.tipKey });
  };
  const onOver = (event: PointerEvent) => {
    const next = ownerOf(event.target);
    if (next === owner) return;
    if (owner) hide();
    if (!next || event.pointerType === 'touch') return;
    owner = next;
    timer = setTimeout(() => open(next), performance.now() - hiddenAt < warmMs ? 0 : restMs);
  };
  const onFocus = (event: FocusEvent) => {
    const next = ownerOf(event.target);
    if (!next?.matches(':focus-visible')) return;
    if (owner) hide();
    owner = next;
    open(next);
  };
  const onKey = (event: KeyboardEvent) => {
    // It goes, and the key keeps its meaning: Escape also closes the dialog behind.
    if (event.key === 'Escape' || event.key === 'Enter' || event.key === ' ') hide();
  };
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('pointerover', onOver, { signal });
  document.documentElement.addEventListener('pointerleave', hide, { signal });
  document.addEventListener('focusin', onFocus, { signal });
  document.addEventListener('focusout', hide, { signal });
  document.addEventListener('pointerdown', hide, { signal, capture: true });
  document.addEventListener('keydown', onKey, { signal, capture: true });
  document.addEventListener('scroll', hide, { signal, capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}
