import { BookOpen } from 'lucide-react';
import type { Id } from '../../design/design.ts';
import { setLabel } from '../../design/edits.ts';
import { useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { designStore } from '../../store/designStore.ts';
import { useIsLocked } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import type { Icon } from '../../ui/drawn.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { ActButton } from '../ActButton.tsx';
import styles from './Inspector.module.css';

interface PartHeadProps {
  id: Id;
  icon: Icon;
  label: string;
  kind: string;
  /** Whose notes can be opened. */
  docsOf?: NodeKind;
}

/** Icon, name to edit, what it is, and the acts on it. */
export function PartHead({ id, icon: Icon, label, kind, docsOf }: PartHeadProps) {
  const t = useText();
  const isLocked = useIsLocked(id);
  return (
    <header className={styles.head}>
      <span className={styles.icon}>
        <Icon size={20} aria-hidden />
      </span>
      <div className={styles.titles}>
        {isLocked ? <h2 className="visuallyHidden">{t.common.locked(label)}</h2> : null}
        <TextBox
          key={id}
          bare
          className={styles.name}
          value={label}
          label={t.panels.inspector.name}
          maxLength={60}
          onCommit={(text) => {
            if (text !== '') designStore.getState().edit('rename', (design) => setLabel(design, id, text));
          }}
        />
        <p className={styles.kind}>{kind}</p>
      </div>
      <div className={styles.tools}>
        {docsOf === undefined ? null : (
          <IconButton
            label={t.panels.inspector.docs}
            data-testid="docs"
            onClick={() => sessionStore.getState().set({ dialog: 'docs', docsOf })}
          >
            <BookOpen size={16} aria-hidden />
          </IconButton>
        )}
        <ActButton id="duplicate" />
        <ActButton id="remove" />
      </div>
    </header>
  );
}
