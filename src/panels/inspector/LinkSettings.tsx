import { ArrowRight } from 'lucide-react';
import type { DesignLink } from '../../design/design.ts';
import { setLinkParam } from '../../design/edits.ts';
import { linkFields } from '../../design/linkFields.ts';
import { wireFieldsFrom } from '../../design/newWires.ts';
import { linkDelay } from '../../design/regions.ts';
import { controlLinks } from '../../design/wires.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign, useIsLocked } from '../../store/hooks.ts';
import { formatNumber } from '../../ui/format.ts';
import { ActButton } from '../ActButton.tsx';
import { FieldForm } from './FieldForm.tsx';
import styles from './Inspector.module.css';
import { WireFaults } from './PartFaults.tsx';
import { PartProblems } from './PartProblems.tsx';
import { Section } from './Section.tsx';
import { WireNow } from './WireNow.tsx';
import { WirePresets } from './WirePresets.tsx';

export function LinkSettings({ link }: { link: DesignLink }) {
  const t = useText();
  const isLocked = useIsLocked(link.id);
  const { link: words } = useLateText(fieldWords);
  const design = useDesign((state) => state.design);
  const labelOf = (id: string): string => design.nodes.find((node) => node.id === id)?.label ?? id;
  const from = design.nodes.find((node) => node.id === link.from);
  const isControl = controlLinks(design).has(link.id);
  const delay = formatNumber(linkDelay(design, link), 'ms');
  return (
    <>
      <header className={styles.head}>
        <span className={styles.icon}>
          <ArrowRight size={20} aria-hidden />
        </span>
        <div className={styles.titles}>
          <h2 className={styles.bigTitle}>
            {labelOf(link.from)} → {labelOf(link.to)}
            {isLocked ? <span className="visuallyHidden">{t.common.locked('')}</span> : null}
          </h2>
          <p className={styles.kind}>{isControl ? t.panels.inspector.controlWireHelp : t.panels.inspector.wireHelp}</p>
        </div>
        <div className={styles.tools}>
          <ActButton id="remove" />
        </div>
      </header>
      <PartProblems id={link.id} />
      {isControl ? null : <WireNow key={`now ${link.id}`} link={link} />}
      {isControl ? null : (
        <Section title={t.panels.inspector.wire}>
          <WirePresets link={link} />
          <FieldForm
            key={link.id}
            of={link.id}
            fields={from ? wireFieldsFrom(from.kind) : linkFields}
            values={link.params}
            words={words}
            edit="setLinkParam"
            notes={{ rttMs: link.params.rttMs === 0 ? t.panels.inspector.rttNow(delay) : undefined }}
            onChange={(name, value) => designStore.getState().edit('setLinkParam', (now) => setLinkParam(now, link.id, name, value))}
          />
        </Section>
      )}
      {isControl ? null : <WireFaults key={`faults ${link.id}`} link={link} />}
    </>
  );
}
