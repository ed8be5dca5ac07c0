/** The two links of a new assignment, to take along. */

import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Design } from '../../design/design.ts';
import { longestLink } from '../../design/linkText.ts';
import { toFile } from '../../design/parse.ts';
import { linkOf } from '../../store/assignment.ts';
import { plainName, saveText } from '../../store/files.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/format.ts';
import { CopyRow } from '../share/CopyRow.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';

export interface Made {
  student: Design;
  key: Design;
}

/** Longer ones are cut by some chats. Characters. */
const longLink = 2000;

export function MadeLinks({ made: { student, key } }: { made: Made }) {
  const words = useAssignmentText().make;
  return (
    <>
      <p className={styles.soft}>{words.intro}</p>
      <Taken design={student} label={words.student} file={words.studentFile} name="assignment" />
      <Taken design={key} label={words.key} file={words.keyFile} name="key" />
    </>
  );
}

function Taken({ design, label, file, name }: { design: Design; label: string; file: string; name: string }) {
  const words = useAssignmentText().make;
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void linkOf(design).then((text) => isHere && setLink(text));
    return () => {
      isHere = false;
    };
  }, [design]);
  const isTooLong = (link?.length ?? 0) > longestLink;
  return (
    <section className={styles.part} aria-label={label}>
      <h3>{label}</h3>
      <CopyRow text={isTooLong ? null : link} label={label} copy={words.copy} making={words.making} testId={`${name}-link`} />
      <p className={styles.soft}>
        {link === null ? '' : isTooLong ? words.tooLong : words.length(formatCount(link.length))}
        {name === 'assignment' && link !== null && !isTooLong && link.length > longLink ? `. ${words.long}` : ''}
      </p>
      <div className={styles.tools}>
        <Button
          size="small"
          onClick={() => saveText(toFile(design), `${plainName(`${design.title} ${name}`)}.faultline.json`, 'application/json')}
        >
          <Download size={14} aria-hidden />
          {file}
        </Button>
      </div>
    </section>
  );
}
