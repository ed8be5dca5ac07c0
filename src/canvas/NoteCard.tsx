/** A note: plain words on paper, quiet beside the parts. A double click or Enter writes in it; Escape and Tab leave it. */

import type { NodeProps } from '@xyflow/react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { longestNote, smallestNote } from '../design/notes.ts';
import { isStranger } from '../design/strangerNotes.ts';
import { useLateText } from '../i18n/lateText.ts';
import { latePart } from '../ui/latePart.tsx';
import { deskText } from './deskText.ts';
import type { NoteNode } from './flowAdapter.ts';
import { LateResizer } from './LateResizer.tsx';
import css from './NoteCard.module.css';
import { focusNote, leaveNote, noteStore, openNote, writeNote } from './noteHand.ts';
import frame from './RegionFrame.module.css';

const StrangerCard = latePart(async () => (await import('./StrangerCard.tsx')).StrangerCard);

export const NoteCard = memo(
  function NoteCard({ data: { note }, selected }: NodeProps<NoteNode>) {
    const words = useLateText(deskText);
    const isOpen = useStore(noteStore, ({ open }) => open === note.id);
    if (isStranger(note)) return <StrangerCard note={note} isSelected={selected} />;
    return (
      <>
        {selected && !isOpen && (
          <LateResizer
            minWidth={smallestNote.width}
            minHeight={smallestNote.height}
            lineClassName={frame.line}
            handleClassName={frame.corner}
          />
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on the note itself does the same */}
        <div className={css.note} data-note-id={note.id} data-selected={selected || undefined} onDoubleClick={() => openNote(note.id)}>
          {isOpen ? <Words id={note.id} text={note.text} label={words.noteWords} /> : <div className={css.text}>{note.text}</div>}
        </div>
      </>
    );
  },
  (a, b) => a.data === b.data && a.selected === b.selected,
);

/** Its own keeper of what is typed, so that letters being composed are never set again from outside. */
function Words({ id, text, label }: { id: string; text: string; label: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = box.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Tab')) return;
    event.preventDefault();
    leaveNote();
    focusNote(id);
  };
  return (
    <textarea
      ref={box}
      className={`${css.words} nodrag nopan nowheel`}
      defaultValue={text}
      maxLength={longestNote}
      aria-label={label}
      onChange={({ currentTarget }) => writeNote(id, currentTarget.value, currentTarget.scrollHeight + 2)}
      onKeyDown={onKeyDown}
      onBlur={leaveNote}
    />
  );
}
