import type { ActId } from '../actions/act.ts';
import { actNamed } from '../actions/acts.ts';
import { isMac, shortcutText } from '../actions/shortcut.ts';
import { useEnabled } from '../actions/useEnabled.ts';
import { useText } from '../i18n/text.ts';
import type { ButtonProps } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { buttonIcons } from './buttonIcons.ts';

/** How an act's first shortcut is written on this machine. */
export function shortcutOf(id: ActId): string | undefined {
  const shortcut = actNamed(id).shortcuts[0];
  return shortcut && shortcutText(shortcut, isMac());
}

/** An act as an icon button. `label` says more than its plain name, e.g. what would be undone. */
export function ActButton({
  id,
  label,
  look,
  className,
}: {
  id: keyof typeof buttonIcons;
  label?: string;
  look?: ButtonProps['look'];
  className?: string | undefined;
}) {
  const t = useText();
  const act = actNamed(id);
  const enabled = useEnabled(act);
  const Icon = buttonIcons[id];
  return (
    <IconButton
      label={label ?? t.actions[id]}
      shortcut={shortcutOf(id)}
      look={look ?? 'quiet'}
      className={className}
      disabled={!enabled}
      onClick={act.perform}
    >
      <Icon size={18} aria-hidden />
    </IconButton>
  );
}
