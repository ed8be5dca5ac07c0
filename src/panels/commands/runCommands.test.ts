/** The palette knows every fault of every wire and region, and what is typed as a moment. */

import { beforeAll, expect, it } from 'vitest';
import { regionActs } from '../../design/regionFaults.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { commandsEn } from '../../i18n/late/commands.en.ts';
import { loadText, type Text } from '../../i18n/text.ts';
import { templateNamed } from '../../library/templates.ts';
import { linkFaults } from '../../schema/faults.ts';
import { goToMoment, momentCommands, wireAndRegionCommands } from './runCommands.ts';

let en: Text;
beforeAll(async () => {
  en = await loadText('en');
});

const { design } = templateNamed('far-users')!;
const nothing = { nodes: [], links: [], groups: [], notes: [] };

it('what befalls wires and regions is found by typing, and listed for what is selected', async () => {
  const fields = await fieldWords.en();
  const [{ id: link }] = design.links;
  const [{ id: group }] = design.groups;
  const shown = (selection: typeof nothing | { links: string[] } | { groups: string[] }) =>
    wireAndRegionCommands(design, { ...nothing, ...selection }, en, fields, commandsEn)
      .filter(({ isHidden }) => !isHidden)
      .map(({ id }) => id);
  expect(shown(nothing)).toEqual([]);
  expect(shown({ links: [link] })).toEqual([...Object.keys(linkFaults), 'mend'].map((fault) => `${fault}:${link}`));
  expect(shown({ groups: [group] })).toEqual(regionActs.map((act) => `${act}:${group}`));
  const all = wireAndRegionCommands(design, nothing, en, fields, commandsEn);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  // nothing runs here
  expect(all.every(({ whyNot }) => whyNot === commandsEn.reasons.noRun)).toBe(true);
});

it('a moment that is typed is one to go to, a number alone or one after the end is none', () => {
  expect(goToMoment('0:38', 600, commandsEn)?.name).toBe('Go to the moment 0:38.0');
  expect(goToMoment('38 s', 600, commandsEn)?.id).toBe('moment');
  for (const typed of ['', '38', 'web', '11:00', 's']) expect(goToMoment(typed, 600, commandsEn), typed).toBeNull();
});

it('a moment is pinned and a trace imported from there, too', () => {
  expect(momentCommands(en, commandsEn).map(({ id, whyNot }) => [id, whyNot])).toEqual([
    ['pin', undefined],
    ['trace', undefined],
  ]);
});
