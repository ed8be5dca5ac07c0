import type { ActId } from '../../actions/act.ts';
import { actNamed } from '../../actions/acts.ts';
import { isMac, shortcutText } from '../../actions/shortcut.ts';
import { useEnabled } from '../../actions/useEnabled.ts';
import { useText } from '../../i18n/text.ts';
import { MenuItem } from '../../ui/Menu.tsx';
import { actIcons } from '../actIcons.ts';
import { keysOf } from '../commands/keysOf.ts';

/** An act as a line of a menu. */
export function ActMenuItem({ id }: { id: ActId }) {
  const t = useText();
  const act = actNamed(id);
  const enabled = useEnabled(act);
  const Icon = actIcons[id];
  const [key] = keysOf(act);
  return (
    <MenuItem
      icon={<Icon size={16} aria-hidden />}
      shortcut={key && shortcutText(key, isMac())}
      look={id === 'remove' ? 'danger' : 'plain'}
      disabled={!enabled}
      onSelect={act.perform}
    >
      {t.actions[id]}
    </MenuItem>
  );
}
