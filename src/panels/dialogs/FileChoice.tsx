import { Upload } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import styles from './Dialogs.module.css';
import { useDialogText } from './words.ts';

/** A table from a file; its text may be pasted instead. */
export function FileChoice({ name, onText }: { name: string; onText: (name: string, text: string) => void }) {
  const words = useDialogText().trace;
  const choose = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.csv,.txt,.tsv,text/csv,text/plain';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void file.text().then((text) => onText(file.name, text));
    });
    input.click();
  };
  return (
    <div className={styles.or}>
      <Button onClick={choose}>
        <Upload size={16} aria-hidden />
        {words.choose}
      </Button>
      <span>{name || words.orPaste}</span>
    </div>
  );
}
