import { Download, FilePlus2, History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { say } from '../../actions/toast.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { plainName } from '../../store/files.ts';
import { useDesign } from '../../store/hooks.ts';
import { newDocument } from '../../store/persistence.ts';
import { listVersions, restoreVersion, saveVersion, type Version } from '../../store/versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { DesignPicture } from '../dialogs/DesignPicture.tsx';
import styles from '../dialogs/Dialogs.module.css';
import own from './Versions.module.css';
import { versionText } from './versionWords.ts';

/** What was saved of the design in hand, and the way back to it. Looking at a version changes nothing. */
export function VersionsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(versionText);
  const title = useDesign((state) => state.design.title);
  const isMine = useDesign((state) => state.ownership === 'mine');
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [chosen, setChosen] = useState(0);
  useEffect(() => void listVersions().then(setVersions), []);
  const version = versions?.[chosen];
  const when = ({ savedAt }: Version): string =>
    savedAt === null ? words.unknownTime : new Date(savedAt).toLocaleString(t.locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const facts = ({ design, characters }: Version): string => {
    const size = words.size(formatNumber(Math.max(0.1, characters / 1000), ''));
    return `${design ? words.parts(design.nodes.length, design.links.length) : words.unreadable} · ${size}`;
  };
  const close = (act: () => void) => () => {
    act();
    onClose();
  };
  const { design = null } = version ?? {};
  return (
    <Dialog
      wide
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        version ? (
          <>
            <Button onClick={() => void saveVersion(version, plainName(title))}>
              <Download size={16} aria-hidden />
              {words.download}
            </Button>
            <Button disabled={!design} onClick={close(() => design && void newDocument(design))}>
              <FilePlus2 size={16} aria-hidden />
              {words.copy}
            </Button>
            <Button
              look="primary"
              disabled={!design || chosen === 0}
              onClick={close(() => {
                if (!design) return;
                restoreVersion(design);
                say(words.restored);
              })}
            >
              <History size={16} aria-hidden />
              {words.restore}
            </Button>
          </>
        ) : null
      }
    >
      {versions === null ? <p className={styles.text}>{words.loading}</p> : null}
      {versions?.length === 0 ? <p className={styles.text}>{isMine ? words.none : words.preview}</p> : null}
      {version ? (
        <>
          <p className={styles.text}>{words.intro}</p>
          <div className={own.columns}>
            <ul className={own.list} aria-label={words.list}>
              {versions?.map((each, at) => (
                <li key={each.key}>
                  <button
                    type="button"
                    className={own.version}
                    data-version={each.key}
                    aria-pressed={at === chosen}
                    onClick={() => setChosen(at)}
                  >
                    <span className={own.when}>{at === 0 ? `${when(each)} (${words.current})` : when(each)}</span>
                    <span className={styles.counts}>{facts(each)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <div className={own.picture} role="img" aria-label={words.picture(when(version))}>
              {design ? <DesignPicture design={design} /> : <p className={styles.text}>{words.unreadable}</p>}
            </div>
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
