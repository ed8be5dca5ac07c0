/** Acts, speeds, languages and themes as commands. */

import { Gauge, GraduationCap, Languages, SunMoon } from 'lucide-react';
import type { Act } from '../../actions/act.ts';
import { acts } from '../../actions/acts.ts';
import { isMac, shortcutText } from '../../actions/shortcut.ts';
import { speeds } from '../../actions/speeds.ts';
import type { Text } from '../../i18n/text.ts';
import { setSpeed } from '../../store/runController.ts';
import { type Locale, sessionStore, type Theme } from '../../store/sessionStore.ts';
import { formatNumber } from '../../ui/format.ts';
import { actIcons } from '../actIcons.ts';
import type { Command } from './command.ts';
import { keysOf } from './keysOf.ts';
import { reasonOf } from './reasons.ts';
import type { CommandText } from './words.ts';

/** `other` is the other language, if it is there: its words find acts, too. */
export function actCommands(t: Text, other: Text | null, words: CommandText): Command[] {
  return acts.map((act) => ({
    id: act.id,
    name: t.actions[act.id],
    icon: actIcons[act.id],
    keys: keysOf(act)
      .slice(0, 1)
      .map((shortcut) => shortcutText(shortcut, isMac()))[0],
    whyNot: act.enabled() ? undefined : whyNot(act, words),
    group: act.group,
    names: [t.actions[act.id], words.also[act.id] ?? '', act.id, ...(other ? [other.actions[act.id]] : [])],
    perform: act.perform,
  }));
}

const whyNot = (act: Act, words: CommandText): string | undefined => {
  const reason = reasonOf(act.id);
  return reason && words.reasons[reason];
};

export function speedCommands(t: Text, words: CommandText): Command[] {
  return speeds.map((speed) => {
    const text = Number.isFinite(speed) ? formatNumber(speed, 'x') : words.fastest;
    return {
      id: `speed:${speed}`,
      name: words.speed(text),
      icon: Gauge,
      group: 'speed',
      names: [words.speed(text), `${t.panels.run.speed} ${speed}x`, `speed ${Number.isFinite(speed) ? speed : 'max'}`],
      isHidden: true,
      perform: () => setSpeed(speed),
    };
  });
}

export function lookCommands(t: Text, words: CommandText): Command[] {
  const { themes, languages } = t.panels.header;
  const theme = (name: Theme): Command => ({
    id: `theme:${name}`,
    name: words.theme(themes[name]),
    icon: SunMoon,
    group: 'look',
    names: [words.theme(themes[name]), `theme ${name}`],
    isHidden: true,
    perform: () => sessionStore.getState().set({ theme: name }),
  });
  const language = (name: Locale): Command => ({
    id: `language:${name}`,
    name: words.language(languages[name]),
    icon: Languages,
    group: 'look',
    names: [words.language(languages[name]), `language ${name}`, name === 'ko' ? 'Korean 한국어' : 'English 영어'],
    isHidden: true,
    perform: () => sessionStore.getState().set({ locale: name }),
  });
  const assignment: Command = {
    id: 'assignment',
    name: words.assignment,
    icon: GraduationCap,
    group: 'file',
    names: [words.assignment, 'assignment homework task hand in locked', '과제 숙제 제출'],
    perform: () => sessionStore.getState().set({ dialog: 'assignment' }),
  };
  return [assignment, ...(Object.keys(themes) as Theme[]).map(theme), ...(Object.keys(languages) as Locale[]).map(language)];
}
