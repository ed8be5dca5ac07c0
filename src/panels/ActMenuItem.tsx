import { actNamed } from '../actions/acts.ts';
import { useEnabled } from '../actions/useEnabled.ts';
import { useText } from '../i18n/text.ts';
import { late, useLate } from '../ui/late.ts';
import { MenuItem } from '../ui/Menu.tsx';
import { shortcutOf } from './ActButton.tsx';
import type { menuIcons } from './menuIcons.ts';

/** What a menu with acts needs beside the menus' library. */
export const lateMenuIcons = late(async () => (await import('./menuIcons.ts')).menuIcons);

/** An act as a line of a menu. */
export function ActMenuItem({ id }: { id: keyof typeof menuIcons }) {
  const t = useText();
  const act = actNamed(id);
  const enabled = useEnabled(act);
  const Icon = useLate(lateMenuIcons)[id];
  return (
    <MenuItem icon={<Icon size={16} aria-hidden />} shortcut={shortcutOf(id)} disabled={!enabled} onSelect={act.perform}>
      {t.actions[id]}
    </MenuItem>
  );
}
