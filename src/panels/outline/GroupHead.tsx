import { useState } from 'react';
import type { DesignGroup } from '../../design/design.ts';
import { removeParts } from '../../design/edits.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';
import { LockSign } from './LockSign.tsx';
import styles from './Outline.module.css';
import { openSettings } from './openSettings.ts';
import { outlineText } from './outlineWords.ts';
import { Act } from './PartActions.tsx';
import { RenameBox } from './RenameBox.tsx';

interface GroupHeadProps {
  group: DesignGroup;
  /** With its region and zone. */
  name: string;
  level: 3 | 4;
  isCurrent: boolean;
}

/** A data centre: its name, and what can be done to it as a whole. */
export function GroupHead({ group, name, level, isCurrent }: GroupHeadProps) {
  const t = useText();
  const words = useLateText(outlineText);
  const isSelected = useSession(({ selection }) => selection.groups.includes(group.id));
  const [isRenaming, setRenaming] = useState(false);
  const Heading = `h${level}` as const;
  const tabIndex = isCurrent ? 0 : -1;
  const remove = (): void => {
    if (!designStore.getState().edit('remove', (design) => removeParts(design, { groups: [group.id] }))) return;
    sessionStore.getState().select({});
    announce(t.events.deleted(1), 'answer');
  };
  return (
    <div className={styles.line} data-line={group.id} data-selected={isSelected || undefined} data-current={isCurrent || undefined}>
      {isRenaming ? <RenameBox id={group.id} label={group.label} onDone={() => setRenaming(false)} /> : null}
      <Heading className={styles.groupName} hidden={isRenaming}>
        <button
          type="button"
          className={styles.nameButton}
          data-line-name
          tabIndex={tabIndex}
          aria-pressed={isSelected}
          onClick={() => sessionStore.getState().select({ groups: [group.id] })}
        >
          {name}
          <LockSign of={group.id} />
        </button>
      </Heading>
      <fieldset className={styles.actions} aria-label={words.actionsOf(group.label)}>
        <Act
          does="edit"
          name={words.editOf(group.label)}
          tabIndex={tabIndex}
          label={words.edit}
          onClick={() => openSettings({ groups: [group.id] })}
        />
        <Act does="rename" name={words.renameOf(group.label)} tabIndex={tabIndex} label={words.rename} onClick={() => setRenaming(true)} />
        <Act does="remove" name={words.removeOf(group.label)} tabIndex={tabIndex} label={words.remove} onClick={remove} />
      </fieldset>
    </div>
  );
}
