import { FilePlus2, FolderOpen, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { chooseFile } from '../../actions/fileActs.ts';
import type { Design } from '../../design/design.ts';
import { emptyDesign } from '../../design/edits.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { templateWords } from '../../i18n/templateWords.ts';
import { useText } from '../../i18n/text.ts';
import { templates } from '../../library/templates.ts';
import type { DocumentEntry } from '../../store/documents.ts';
import { useDesign } from '../../store/hooks.ts';
import { listDocuments, newDocument, openDocument } from '../../store/persistence.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { localTemplate } from '../localTemplates.ts';
import { DesignPicture } from './DesignPicture.tsx';
import styles from './Dialogs.module.css';
import { useDialogText } from './words.ts';

export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().templates;
  const open = (design: Design) => {
    void newDocument(design);
    onClose();
  };
  return (
    <Dialog
      wide
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <>
          <span className={styles.counts}>{words.kept}</span>
          <Button onClick={() => open(emptyDesign())}>
            <FilePlus2 size={16} aria-hidden />
            {words.blank}
          </Button>
          <Button
            onClick={() => {
              chooseFile();
              onClose();
            }}
          >
            <FolderOpen size={16} aria-hidden />
            {words.openFile}
          </Button>
        </>
      }
    >
      <Tabs
        label={words.title}
        tabs={[
          { id: 'templates', label: words.templates, content: <Templates onOpen={open} /> },
          { id: 'mine', label: words.mine, content: <Mine onClose={onClose} /> },
        ]}
      />
    </Dialog>
  );
}

function Templates({ onOpen }: { onOpen: (design: Design) => void }) {
  const t = useText();
  const words = useDialogText().templates;
  const titles = useLateText(templateWords);
  return (
    <div className={styles.cards}>
      {templates.map(({ id, design }) => {
        const { title, what } = titles[id];
        return (
          <button key={id} type="button" className={styles.card} data-template={id} onClick={() => onOpen(localTemplate(design, title, t))}>
            <span className={styles.picture}>
              <DesignPicture design={design} />
            </span>
            <span className={styles.cardTitle}>{title}</span>
            <span className={styles.cardWhat}>{what}</span>
            <span className={styles.counts}>{words.counts(design.nodes.length, design.links.length)}</span>
          </button>
        );
      })}
    </div>
  );
}

function Mine({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().templates;
  const current = useDesign((state) => state.documentId);
  const [documents, setDocuments] = useState<readonly DocumentEntry[] | null>(null);
  const [sure, setSure] = useState<string | null>(null);
  useEffect(() => void listDocuments().then(setDocuments), []);
  if (documents === null) return <p className={styles.text}>{words.loading}</p>;
  const remove = async (id: string) => {
    if (sure !== id) {
      setSure(id);
      return;
    }
    const { deleteDocument } = await import('../../store/deleteDocument.ts');
    await deleteDocument(id);
    setDocuments(await listDocuments());
  };
  return (
    <>
      {documents.length === 0 ? (
        <p className={styles.text}>{words.empty}</p>
      ) : (
        <ul className={styles.documents}>
          {documents.map(({ id, title, savedAt }) => (
            <li key={id} className={styles.document}>
              <button
                type="button"
                className={styles.documentOpen}
                aria-label={words.open(title || words.untitled)}
                onClick={() => {
                  if (id !== current) void openDocument(id);
                  onClose();
                }}
              >
                <span className={styles.cardTitle}>{title || words.untitled}</span>
                <span className={styles.counts}>
                  {id === current ? words.current : new Date(savedAt).toLocaleString(t.locale, { dateStyle: 'medium', timeStyle: 'short' })}
                </span>
              </button>
              <Button
                look={sure === id ? 'danger' : 'quiet'}
                size="small"
                aria-label={words.remove(title || words.untitled)}
                onClick={() => void remove(id)}
              >
                {sure === id ? words.removeSure : <Trash2 size={16} aria-hidden />}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" onClick={() => sessionStore.getState().set({ dialog: 'erase' })}>
        <Trash2 size={16} aria-hidden />
        {t.actions.erase}
      </Button>
    </>
  );
}
