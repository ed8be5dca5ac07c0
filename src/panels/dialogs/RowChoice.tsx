import type { recordingEn } from '../../i18n/late/recording.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './Dialogs.module.css';

/** What was chosen or pasted. */
export interface Given {
  name: string;
  text: string;
}

export type RowKind = 'counts' | 'requests';

export interface TableDialogProps {
  given: Given;
  onGiven: (given: Given) => void;
  onRows: (kind: RowKind) => void;
  onClose: () => void;
}

export const recordingText: LateText<typeof recordingEn> = {
  en: async () => (await import('../../i18n/late/recording.en.ts')).recordingEn,
  ko: async () => (await import('../../i18n/late/recording.ko.ts')).recordingKo,
};

/** What one row of the table stands for. */
export function RowChoice({ value, onRows }: { value: RowKind; onRows: (kind: RowKind) => void }) {
  const words = useLateText(recordingText);
  const options = (['counts', 'requests'] as const).map((kind) => ({ value: kind, label: words.rows[kind] }));
  return (
    <div className={styles.rowChoice}>
      {words.rowIs}
      <Select label={words.rowIs} value={value} options={options} onChange={onRows} />
    </div>
  );
}
