import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import styles from './Docs.module.css';
import { kindDocs } from './kindDocs.ts';
import { Markdown } from './Markdown.tsx';
import { useDialogText } from './words.ts';

/** The notes that lie in a kind's folder, in the language of the sitting. */
export function DocsText({ kind }: { kind: NodeKind }) {
  const { locale } = useText();
  const { docsMissing } = useDialogText().about;
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void kindDocs(kind, locale).then((docs) => isHere && setText(docs ?? docsMissing));
    return () => {
      isHere = false;
    };
  }, [kind, locale, docsMissing]);
  return <div className={styles.docs}>{text === null ? null : <Markdown text={text} />}</div>;
}
