/** Where parts stand, what they are called and what is written beside them is for people: a run is the same to the last bit. */

import { expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { moveParts, setLabel } from '../design/edits.ts';
import { addNote, notesOf } from '../design/notes.ts';
import { twoDatacentres } from '../library/twoDatacentres.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { framesHash } from './framesHash.ts';
import { runHeadless } from './headless.ts';

const plain: Design = { ...twoDatacentres.design, seconds: 20 };

function hashOf(design: Design): string {
  const { plan } = compile(design);
  if (!plan) throw new Error('does not run');
  return framesHash(runHeadless(plan, behaviors).frames);
}

it.each([
  ['notes', (design: Design) => addNote(design, { x: 300, y: 300 }, { text: 'crash db-1 at 60' })],
  [
    'moved parts and frames',
    (design: Design) =>
      moveParts(
        design,
        [...design.nodes, ...design.groups].map(({ id }, i) => ({ id, x: 977 - i * 31, y: i * 173 })),
      ),
  ],
  ['labels', (design: Design) => setLabel(design, design.nodes[1].id, 'Renamed')],
])('%s change no frame', (_name, change) => {
  const changed = change(plain);
  expect(changed).not.toEqual(plain);
  expect(hashOf(changed)).toBe(hashOf(plain));
});

it('notes are no part of a plan', () => {
  const noted = addNote(plain, { x: 0, y: 0 }, { text: 'x' });
  expect(notesOf(noted)).toHaveLength(1);
  expect(compile(noted)).toEqual(compile(plain));
});
