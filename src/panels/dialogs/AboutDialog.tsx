import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../../nodes/specs.ts';
import { views } from '../../nodes/views.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { BesideLink } from './BesideLink.tsx';
import styles from './Dialogs.module.css';
import docs from './Docs.module.css';
import { DocsText } from './DocsText.tsx';
import { useDialogText } from './words.ts';

/** What this page was made as: written in by scripts/viteAbout.mjs. */
const made = import.meta.env.FAULTLINE as { release: string; format: number; engine: number };

/** What the numbers mean and what they leave out. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().about;
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <p className={styles.text}>{words.intro}</p>
      <h3 className={styles.heading}>{words.modelTitle}</h3>
      <List items={words.model} />
      <h3 className={styles.heading}>{words.limitsTitle}</h3>
      <List items={words.limits} />
      <h3 className={styles.heading}>{words.linkTitle}</h3>
      <List items={words.link} />
      <h3 className={styles.heading}>{words.kindsTitle}</h3>
      {nodeKinds.map((kind) => (
        <KindDocs key={kind} kind={kind} />
      ))}
      <p className={`${styles.help} ${styles.heading}`}>
        {words.source} <BesideLink name="licences" words={words.licences} /> <BesideLink name="changelog" words={words.changes} />
      </p>
      <p className={styles.help}>{words.version(made.release, made.format, made.engine)}</p>
    </Dialog>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className={styles.bullets}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function KindDocs({ kind }: { kind: NodeKind }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const Icon = views[kind].icon;
  return (
    <details className={docs.kindDocs} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight size={16} aria-hidden />
        <Icon size={16} aria-hidden />
        {t.kinds[kind].name}
        <span className={styles.counts}>{t.kinds[kind].what}</span>
      </summary>
      {isOpen ? <DocsText kind={kind} /> : null}
    </details>
  );
}
