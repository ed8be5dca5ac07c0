/** Which commands the palette shows, and in which order. Pure. */

import { rankOf } from '../../i18n/seek.ts';
import type { Command } from './command.ts';

/** Before anything is typed: done lately, then the rest in its groups. */
export function openingOrder(commands: readonly Command[], recent: readonly string[]): Command[] {
  const lately = recent.flatMap((id) => {
    const command = commands.find((each) => each.id === id);
    return command && !command.whyNot ? [{ ...command, group: 'recent' as const, isHidden: false }] : [];
  });
  const isLately = new Set(lately.map(({ id }) => id));
  return [...lately, ...commands.filter((command) => !command.isHidden && !isLately.has(command.id))];
}

/** What was done lately and what can be done now goes before what fits as well. */
export function bestFirst(commands: readonly Command[], typed: string, recent: readonly string[]): Command[] {
  return commands
    .map((command) => ({ command, rank: rankOf(typed, command.names) }))
    .filter(({ rank }) => rank > 0)
    .map(({ command, rank }) => ({
      command,
      rank: rank + (recent.includes(command.id) ? 6 : 0) - (command.whyNot ? 8 : 0) - (command.isHidden ? 12 : 0),
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}
