import { FolderOpen, OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { chooseFile } from '../../actions/fileActs.ts';
import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { openLink } from '../../store/persistence.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Dialogs.module.css';
import { LostDesign } from './LostDesign.tsx';
import { useDialogText } from './words.ts';

/** Names what could not be opened, why, and the way out. */
export function LinkProblemDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().link;
  const refused = useSession((state) => state.linkProblem);
  const [text, setText] = useState('');
  const isFile = refused?.from === 'file';
  const problem = refused?.problem;
  const isTooBig = problem?.code === 'too-big';
  const tooMany = isTooBig ? t.events.sizes[problem.what as keyof typeof t.events.sizes] : undefined;
  const reason =
    problem?.code === 'cut'
      ? words.cut(formatCount(problem.length))
      : isTooBig && tooMany !== undefined
        ? words.tooBig(tooMany, formatCount(problem.count), formatCount(problem.max))
        : words.reasons[problem?.code ?? 'empty'];
  const out = isTooBig ? (isFile ? words.outTooBig : words.outTooBigLink) : isFile ? words.outFile : words.out;
  if (refused?.from === 'shelf') return <LostDesign id={refused.id ?? ''} onClose={onClose} />;
  const again = async () => {
    if (await openLink(text.trim())) onClose();
  };
  return (
    <Dialog
      title={isFile ? words.fileTitle(refused.id ?? '') : words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        isFile ? (
          <Button look="primary" onClick={chooseFile}>
            <FolderOpen size={16} aria-hidden />
            {words.chooseFile}
          </Button>
        ) : (
          <Button look="primary" disabled={text.trim() === ''} onClick={() => void again()}>
            {words.open}
          </Button>
        )
      }
    >
      <p className={styles.problem} data-problem={problem?.code}>
        <OctagonAlert size={16} aria-hidden />
        {reason}
      </p>
      <p className={`${styles.text} ${styles.lead}`}>
        {words.safe} {out}
      </p>
      {isFile ? null : (
        <TextArea
          className={styles.mono}
          label={words.field}
          rows={4}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}
