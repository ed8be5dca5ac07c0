import { Check, ChevronRight } from 'lucide-react';
import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  type Ref,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Late, late } from './late.ts';
import styles from './Menu.module.css';
import type { MenuFrameProps, menuParts } from './menuParts.tsx';

type Parts = typeof menuParts;

/** The library of the menus comes when a pointer or the focus is near one: nobody opens one in the first second. */
const library = late(async () => (await import('./menuParts.tsx')).menuParts);
const listeners = new Set<() => void>();

async function fetchParts(needs?: Late<unknown>): Promise<void> {
  try {
    await Promise.all([library.fetch(), needs?.fetch()]);
  } catch {
    // Without a network: asked for again by the next press.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const useParts = (needs?: Late<unknown>): Parts | null =>
  useSyncExternalStore(subscribe, () => (needs && needs.known() === undefined ? null : (library.known() ?? null)));

/** Inside an open menu its library is there. */
function here(): Parts {
  const parts = library.known();
  if (!parts) throw new Error('a part of a menu stands outside of a menu');
  return parts;
}

interface MenuProps extends Pick<MenuFrameProps, 'align' | 'side' | 'children'> {
  /** What its items are drawn with: fetched beside the library. */
  needs?: Late<unknown>;
  /** The button that opens it. */
  trigger: ReactElement<{
    onClick?: () => void;
    onPointerDown?: () => void;
    onPointerEnter?: () => void;
    onFocus?: () => void;
    onBlur?: () => void;
    ref?: Ref<HTMLButtonElement>;
  }>;
}

export function Menu({ trigger, needs, ...rest }: MenuProps) {
  const loaded = useParts(needs);
  const [isAsked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasFocus = useRef(false);
  // The library brings another button: whoever came to the first one by keyboard is on it still.
  useLayoutEffect(() => {
    if (loaded && hasFocus.current && !isAsked) button.current?.focus();
  }, [loaded, isAsked]);
  if (loaded) return <loaded.Frame {...rest} trigger={cloneElement(trigger, { ref: button })} defaultOpen={isAsked} />;
  const near = () => void fetchParts(needs);
  const ask = () => {
    setAsked(true);
    near();
  };
  // the library may arrive between the press and the click, which the exchanged button would not hear
  const focus = () => {
    hasFocus.current = true;
    near();
  };
  const blur = () => {
    hasFocus.current = false;
  };
  return cloneElement(trigger, { onClick: ask, onPointerDown: ask, onPointerEnter: near, onFocus: focus, onBlur: blur });
}

/** A menu that is open as long as it is mounted, at a point of the nearest positioned element. */
export function PointMenu({ at, onClose, children }: { at: { x: number; y: number }; onClose: () => void; children: ReactNode }) {
  const loaded = useParts();
  // Nothing to press yet, but Escape must already take it back.
  useEffect(() => {
    if (loaded) return;
    void fetchParts();
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [loaded, onClose]);
  if (!loaded) return null;
  const point = <span className={styles.point} style={{ left: at.x, top: at.y }} />;
  return (
    <loaded.Frame trigger={point} onClose={onClose}>
      {children}
    </loaded.Frame>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string | undefined;
  disabled?: boolean;
  look?: 'plain' | 'danger';
  /** A mark before the label, for choices. */
  checked?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, shortcut, disabled = false, look = 'plain', checked, onSelect, children }: MenuItemProps) {
  const { Item, CheckboxItem } = here();
  const className = look === 'danger' ? `${styles.item} ${styles.danger}` : styles.item;
  const inside = (
    <>
      {icon}
      <span className={styles.label}>{children}</span>
      {checked ? <Check size={16} aria-hidden /> : null}
      {shortcut ? <span className={styles.key}>{shortcut}</span> : null}
    </>
  );
  if (checked === undefined) {
    return (
      <Item className={className} disabled={disabled} onSelect={onSelect}>
        {inside}
      </Item>
    );
  }
  return (
    <CheckboxItem className={className} checked={checked} disabled={disabled} onSelect={onSelect}>
      {inside}
    </CheckboxItem>
  );
}

export function MenuSeparator() {
  const { Separator } = here();
  return <Separator className={styles.separator} />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  const { Label } = here();
  return <Label className={styles.heading}>{children}</Label>;
}

/** A menu that opens beside its line. */
export function SubMenu({ name, icon, children }: { name: string; icon?: ReactNode; children: ReactNode }) {
  const { Sub } = here();
  const trigger = (
    <>
      {icon}
      <span className={styles.label}>{name}</span>
      <ChevronRight size={16} aria-hidden />
    </>
  );
  return <Sub trigger={trigger}>{children}</Sub>;
}
