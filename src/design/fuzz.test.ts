/** Whatever is done to a design in whatever order, it stays one that files and links give back unchanged. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { engineMajor } from '../engine/version.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { arbitraryDesign } from './fixtures/arbitraryDesign.ts';
import { arbitraryEdit } from './fixtures/arbitraryEdit.ts';
import { parseDesign, parseFile, toFile } from './parse.ts';
import { problemsOf } from './rules.ts';

it('stays whole under any edits', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDesign, fc.array(arbitraryEdit, { minLength: 1, maxLength: 40 }), async (start, edits) => {
      let design = start;
      for (const change of edits) {
        design = change(design);
        expect(parseDesign(design)).toEqual({ ok: true, design, repairs: [], madeWith: null });
      }
      problemsOf(design);
      expect(parseFile(toFile(design))).toMatchObject({ ok: true, design, repairs: [] });
      const decoded = await decodeLink(await encodeLink(design));
      if (design.nodes.length <= 300)
        expect(decoded).toEqual({ ok: true, design, repairs: [], madeWith: engineMajor, moment: null, verdict: null });
    }),
    { numRuns: 120 },
  );
});
