import { type ReactNode, useMemo } from 'react';
import { canvasActs, withCanvas } from '../../actions/canvasActs.ts';
import type { Finding } from '../../exchange/sketch.ts';
import type { importedEn } from '../../i18n/late/imported.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './Dialogs.module.css';

type ImportedText = Widen<typeof importedEn>;

const importedText: LateText<ImportedText> = {
  en: async () => (await import('../../i18n/late/imported.en.ts')).importedEn,
  ko: async () => (await import('../../i18n/late/imported.ko.ts')).importedKo,
};

type FindingOf<W extends Finding['what']> = Extract<Finding, { what: W }>;
const only = <W extends Finding['what']>(findings: readonly Finding[], what: W): FindingOf<W>[] =>
  findings.filter((finding): finding is FindingOf<W> => finding.what === what);

/** What was recognised in another program's drawing, what was not, and what that means. Closing it tidies the new design. */
export function ImportedDialog({ onClose }: { onClose: () => void }) {
  const words = useLateText(importedText);
  const t = useText();
  const imported = useSession((state) => state.imported);
  const design = useDesign((state) => state.design);
  const findings = useMemo(() => imported?.findings ?? [], [imported]);
  const close = () => {
    onClose();
    withCanvas((verbs) => {
      verbs.tidy();
      canvasActs()?.zoomFit();
    });
  };
  const format = words.formats[imported?.format ?? 'mermaid'];
  const parts = only(findings, 'part');
  const guessed = parts.filter(({ by }) => by === 'guess');
  const known = parts.filter(({ by }) => by !== 'guess');
  return (
    <Dialog
      wide
      title={words.title}
      closeLabel={t.common.close}
      onClose={close}
      foot={
        <Button look="primary" onClick={close}>
          {words.done}
        </Button>
      }
    >
      <p className={styles.text} data-imported={imported?.format}>
        {parts.length === 0 ? words.nothing(format) : words.summary(design.nodes.length, design.links.length, format)}{' '}
        {only(findings, 'users-added').length > 0 ? words.usersAdded : ''}{' '}
        {only(findings, 'too-many').map(({ parts: all, most }) => words.tooMany(formatCount(all), formatCount(most)))}
      </p>
      {parts.length > 0 ? <p className={`${styles.text} ${styles.lead}`}>{words.assumed}</p> : null}
      <Listed title={words.guessed} help={words.guessedHelp} items={guessed.map(({ label }) => label)} />
      <Listed
        title={words.noWire}
        items={only(findings, 'no-wire').map(({ from, to, why }) => `${words.arrow(from, to)}: ${words.why[why]}`)}
      />
      <Listed title={words.turned} help={words.turnedHelp} items={only(findings, 'turned').map(({ from, to }) => words.arrow(from, to))} />
      <Listed title={words.notRead} items={only(findings, 'not-read').map(({ line, text }) => words.line(line, text))} />
      {known.length > 0 ? (
        <>
          <h3 className={styles.heading}>{words.parts}</h3>
          <table className={styles.becameTable}>
            <thead>
              <tr>
                <th scope="col">{words.label}</th>
                <th scope="col">{words.kind}</th>
              </tr>
            </thead>
            <tbody>
              {known.map(({ label, kind, by }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, and the list never changes
                <tr key={i}>
                  <td>{label}</td>
                  <td>
                    {t.kinds[kind].name} <span className={styles.by}>{words.by[by]}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </Dialog>
  );
}

function Listed({ title, help, items }: { title: string; help?: string; items: readonly string[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {help ? <p className={styles.help}>{help}</p> : null}
      <ul className={styles.bullets}>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in two lines, and the list never changes
          <li key={i}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
