import { ChevronRight, Search, StickyNote } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { specOf } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { views } from '../nodes/views.ts';
import type { Category } from '../schema/spec.ts';
import { useSession } from '../store/hooks.ts';
import fields from '../ui/Field.module.css';
import { RegionIcon } from '../ui/regionIcon.tsx';
import styles from './Palette.module.css';
import { PaletteItem, putAtCentre } from './PaletteItem.tsx';

const categories: readonly Category[] = ['traffic', 'edge', 'compute', 'data', 'operations'];

/** What stands on the canvas and is no part. */
const sheetIcons = [
  { kind: 'region', icon: RegionIcon },
  { kind: 'note', icon: StickyNote },
] as const;

/** Case and spaces do not matter to somebody who looks for something. */
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

export function Palette() {
  const t = useText();
  const [word, setWord] = useState('');
  const fits = (name: string, what: string): boolean => plain(name + what).includes(plain(word));
  const offered = useSession((state) => state.offered);
  const kinds = (offered ?? nodeKinds).filter((kind) => fits(t.kinds[kind].name + kind, t.kinds[kind].what));
  const sheets = sheetIcons.filter(({ kind }) => fits(t.common[kind].name + kind, t.common[kind].what));
  const inOrder = categories.map((category) => ({ category, inside: kinds.filter((kind) => specOf(kind).category === category) }));
  const first = inOrder.flatMap(({ inside }) => inside)[0] ?? sheets[0]?.kind;
  /** Enter adds the first that is found. While letters of Hangul are being put together, Enter ends a letter. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || plain(word) === '' || first === undefined) return;
    putAtCentre(first);
  };
  return (
    <nav className={styles.palette} {...useNamesFirst()} aria-label={t.panels.palette.title} aria-description={t.panels.palette.hint}>
      <div className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          className={`${fields.box} ${styles.searchBox}`}
          placeholder={t.panels.palette.search}
          aria-label={t.panels.palette.search}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* Whoever searches sees what the few parts found are for. */}
      <div className={styles.list} data-searching={word !== '' || undefined}>
        {inOrder.map(({ category, inside }) =>
          inside.length === 0 ? null : (
            <Group key={category} title={t.common.categories[category]}>
              {inside.map((kind) => (
                <PaletteItem key={kind} kind={kind} icon={views[kind].icon} name={t.kinds[kind].name} what={t.kinds[kind].what} />
              ))}
            </Group>
          ),
        )}
        {sheets.length > 0 ? (
          <Group title={t.common.categories.region}>
            {sheets.map(({ kind, icon }) => (
              <PaletteItem key={kind} kind={kind} icon={icon} name={t.common[kind].name} what={t.common[kind].what} />
            ))}
          </Group>
        ) : null}
        {kinds.length + sheets.length === 0 ? <p className={styles.none}>{t.panels.palette.none(word)}</p> : null}
      </div>
    </nav>
  );
}

/** Nobody points before touching: a touch on the rail of icons only opens it, until there is a touch elsewhere. The next one is meant. */
function useNamesFirst() {
  const [isOpened, setOpened] = useState(false);
  const isUnseen = useRef(false);
  useEffect(() => {
    if (!isOpened) return;
    const onDown = ({ target }: Event) => {
      if (!(target as Element).closest(`.${styles.palette}`)) setOpened(false);
    };
    document.addEventListener('pointerdown', onDown, true);
    return () => document.removeEventListener('pointerdown', onDown, true);
  }, [isOpened]);
  return {
    'data-opened': isOpened || undefined,
    onPointerDownCapture: ({ pointerType, currentTarget }: PointerEvent) => {
      const box = currentTarget.querySelector('input');
      isUnseen.current = pointerType === 'touch' && box !== null && getComputedStyle(box).opacity === '0';
    },
    onClickCapture: (event: MouseEvent) => {
      // a key presses without a pointer
      if (!isUnseen.current || event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
      setOpened(true);
    },
  };
}

/** Parts of one sort, folded away at a press on the heading. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.group} open>
      <summary className={styles.heading}>
        <h2>{title}</h2>
        <ChevronRight size={14} aria-hidden />
      </summary>
      {children}
    </details>
  );
}
