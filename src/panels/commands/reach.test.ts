/** Every act can be come to by menu, palette and sheet, and says why when it cannot be done. */

import { describe, expect, it } from 'vitest';
import { type Act, always } from '../../actions/act.ts';
import { acts } from '../../actions/acts.ts';
import { en } from '../../i18n/en/text.ts';
import { commandsEn } from '../../i18n/late/commands.en.ts';
import { commandsKo } from '../../i18n/late/commands.ko.ts';
import { actIcons } from '../actIcons.ts';
import { alignMenu, canvasMenus, mainMenu, regionMenu, subMenus } from '../menus/menuActs.ts';
import type { Command } from './command.ts';
import { bestFirst, openingOrder } from './listed.ts';
import { reasons } from './reasons.ts';

const ids = acts.map((act) => act.id).sort();

describe('every act', () => {
  it('is listed once, under a name of its own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(Object.keys(en.actions).sort());
    expect(new Set(Object.values(en.actions)).size).toBe(ids.length);
  });

  it('stands in a menu', () => {
    const inMenus = new Set([mainMenu, alignMenu, regionMenu, ...Object.values(subMenus), ...Object.values(canvasMenus)].flat(2));
    expect(ids.filter((id) => !inMenus.has(id))).toEqual([]);
  });

  it('belongs to a group that palette and sheet have', async () => {
    const { sheetGroups } = await import('../dialogs/ShortcutsDialog.tsx');
    for (const { id, group } of acts) {
      expect(sheetGroups, id).toContain(group);
      expect(commandsEn.groups[group], id).toBeTruthy();
      expect(actIcons[id], id).toBeTruthy();
    }
  });

  it('has a reason in both languages, unless it can always be done', () => {
    const conditional = acts.filter((act: Act) => act.enabled !== always).map((act) => act.id);
    expect(Object.keys(reasons).sort()).toEqual(conditional.sort());
    for (const reason of Object.values(reasons)) {
      expect(commandsEn.reasons[reason]).toBeTruthy();
      expect(commandsKo.reasons[reason]).toBeTruthy();
    }
  });

  it('is meant by the further words under which it is looked for', () => {
    for (const words of [commandsEn.also, commandsKo.also]) for (const id of Object.keys(words)) expect(ids).toContain(id);
  });
});

describe('the palette', () => {
  const command = (id: string, more: Partial<Command> = {}): Command => ({
    id,
    name: id,
    icon: actIcons.undo,
    group: 'edit',
    names: [id],
    perform: () => {},
    ...more,
  });
  const all = [command('undo'), command('tidy', { whyNot: 'no parts' }), command('set:x', { isHidden: true }), command('share')];
  const names = (list: readonly Command[]): string[] => list.map(({ id }) => id);

  it('opens with what was done lately and can be done, hides what there are hundreds of', () => {
    expect(names(openingOrder(all, ['share', 'tidy', 'gone']))).toEqual(['share', 'undo', 'tidy']);
    expect(names(openingOrder(all, ['set:x']))).toEqual(['set:x', 'undo', 'tidy', 'share']);
  });

  it('of what fits as well puts first what was done lately, last what cannot be done', () => {
    const three = [command('web off', { whyNot: 'no' }), command('web a'), command('web b')];
    expect(names(bestFirst(three, 'web', []))).toEqual(['web a', 'web b', 'web off']);
    expect(names(bestFirst(three, 'web', ['web b']))).toEqual(['web b', 'web a', 'web off']);
    expect(bestFirst(three, 'xyzzy', [])).toEqual([]);
  });
});
