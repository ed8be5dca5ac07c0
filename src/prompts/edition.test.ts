import { expect, it } from 'vitest';
import { rubricEdition } from './edition.ts';
import { promptIds } from './prompt.ts';
import { promptEntries } from './registry.ts';
import { sha256 } from './sha256.ts';

/** What each edition asks and strikes, as a digest of all tasks. Only ever added to. */
const editions: Readonly<Record<number, string>> = {
  2: '48ab9f2a48f45ecba45becec33258e5ddde3a82e7d38b1eeb44340f57bb95ddc',
};

it('whoever changes what is graded raises the edition: an old report then says why it differs', async () => {
  const tasks = await Promise.all(
    promptIds.map(async (id) => {
      const { facts: _facts, clarifications: _asked, estimates: _estimates, ...graded } = await promptEntries[id]!.prompt();
      return graded;
    }),
  );
  expect(editions[rubricEdition]).toBe(await sha256(JSON.stringify(tasks)));
  expect(Math.max(...Object.keys(editions).map(Number))).toBe(rubricEdition);
});
