import { describe, expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { decodeLink, encodeLink } from './codec.ts';
import type { Design } from './design.ts';
import { emptyDesign } from './edits.ts';
import {
  addNote,
  cleanNote,
  longestNote,
  mostNotes,
  moveNotes,
  notesOf,
  removeChosen,
  resizeNote,
  setNoteText,
  smallestNote,
} from './notes.ts';
import { linkLimits, parseDesign, parseFile, toFile } from './parse.ts';

const noted = (text = 'Why two?'): Design => addNote(emptyDesign(), { x: 8, y: 16 }, { text });

describe('a note', () => {
  it('keeps its lines, and no mark that could turn the words around it', () => {
    expect(cleanNote('one\r\ntwo\tthree\u202eevil\u0000')).toBe('one\ntwo threeevil ');
    expect(cleanNote('<b>https://example.com</b>')).toBe('<b>https://example.com</b>');
    expect(cleanNote('x'.repeat(5000))).toHaveLength(longestNote);
    expect(cleanNote(`${'x'.repeat(longestNote - 1)}😀`)).toBe('x'.repeat(longestNote - 1));
  });

  it('is added, worded, moved, sized and removed; a design without any says nothing of notes', () => {
    const one = noted();
    expect(notesOf(one)).toEqual([{ id: 'note-1', text: 'Why two?', x: 8, y: 16, width: 240, height: 96 }]);
    const other = setNoteText(moveNotes(one, [{ id: 'note-1', x: -4.6, y: 20 }]), 'note-1', 'Because');
    expect(notesOf(other)[0]).toMatchObject({ text: 'Because', x: -5, y: 20 });
    const small = resizeNote(other, 'note-1', { x: 0, y: 0, width: 1, height: 1 });
    expect(notesOf(small)[0]).toMatchObject(smallestNote);
    const gone = removeChosen(small, { notes: ['note-1'] });
    expect('notes' in gone).toBe(false);
    expect(gone).toEqual(emptyDesign());
  });

  it('that is not touched is the same design', () => {
    const one = noted();
    expect(setNoteText(one, 'note-1', 'Why two?')).toBe(one);
    expect(setNoteText(one, 'nobody', 'x')).toBe(one);
    expect(moveNotes(one, [{ id: 'note-1', x: 8, y: 16 }])).toBe(one);
    expect(removeChosen(one, { notes: ['nobody'] })).toBe(one);
  });

  it('never takes the id of a part, and no part takes its', () => {
    const design = addNote(addNote(noted(), { x: 0, y: 0 }), { x: 0, y: 0 });
    expect(notesOf(design).map(({ id }) => id)).toEqual(['note-1', 'note-2', 'note-3']);
    const parsed = parseDesign({ ...design, notes: [...notesOf(design), { ...notesOf(design)[0] }] });
    if (!parsed.ok) throw new Error('does not open');
    expect(notesOf(parsed.design).map(({ id }) => id)).toEqual(['note-1', 'note-2', 'note-3', 'note-4']);
    expect(parsed.repairs.map(({ code }) => code)).toEqual(['duplicate-id']);
  });

  it('is one of at most so many, by hand and from outside', () => {
    let design = emptyDesign();
    for (let i = 0; i <= mostNotes; i++) design = addNote(design, { x: i, y: 0 });
    expect(notesOf(design)).toHaveLength(mostNotes);
    const tooMany = { ...design, notes: [...notesOf(design), notesOf(design)[0]] };
    expect(parseDesign(tooMany, linkLimits)).toEqual({
      ok: false,
      problem: { code: 'too-big', what: 'notes', count: mostNotes + 1, max: mostNotes },
    });
  });

  it('of rubbish is left out or mended, and said so', () => {
    const parsed = parseDesign({
      ...emptyDesign(),
      notes: [
        null,
        { text: 7 },
        { id: 'n', text: 'a\u0000b', x: 'no', y: 1e99, width: 1, height: Number.NaN, href: 'https://evil.example' },
      ],
    });
    if (!parsed.ok) throw new Error('does not open');
    expect(parsed.design.notes).toEqual([{ id: 'n', text: 'a b', x: 0, y: 100_000, width: 120, height: 56 }]);
    expect(parsed.repairs.map(({ code }) => code)).toEqual([
      'bad-part',
      'bad-part',
      'unknown-field',
      'text-cleaned',
      'bad-number',
      'bad-number',
      'bad-number',
      'bad-number',
    ]);
    expect(parseDesign({ ...emptyDesign(), notes: [] })).toMatchObject({ ok: true, design: emptyDesign(), repairs: [] });
  });
});

describe('notes travel', () => {
  const design = addNote(addNote(chapter.design, { x: 0, y: 0 }, { text: '첫 줄\n둘째 줄' }), { x: 500, y: -80 }, { text: '</script>' });

  it('in links and files, beside everything else', async () => {
    expect(await decodeLink(await encodeLink(design))).toMatchObject({ ok: true, design, repairs: [] });
    expect(parseFile(toFile(design))).toMatchObject({ ok: true, design, repairs: [] });
  });

  it('and cost a link that has none not one character', async () => {
    const without = removeChosen(design, { notes: ['note-1', 'note-2'] });
    expect(await encodeLink(without)).toBe(await encodeLink(chapter.design));
  });
});
