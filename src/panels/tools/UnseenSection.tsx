import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { Section } from '../inspector/Section.tsx';
import styles from './Tools.module.css';
import { toolText } from './toolWords.ts';

/** In the place of a part's numbers, where no monitor looks at it. */
export function UnseenSection() {
  const t = useText();
  const words = useLateText(toolText);
  return (
    <Section title={t.panels.inspector.now}>
      <p className={styles.quiet} data-unseen>
        {words.unseen}
      </p>
    </Section>
  );
}
