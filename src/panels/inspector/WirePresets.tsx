import { ChevronRight } from 'lucide-react';
import type { DesignLink } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { applyWirePreset, presetOf, presetValues, type WirePreset, wirePresets } from '../../design/wirePresets.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { valueText } from '../../i18n/valueText.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import type { Field } from '../../schema/fields.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './FieldRow.module.css';

/** Named ways to protect a call: each with all that it sets, and applied as one step that can be undone. */
export function WirePresets({ link }: { link: DesignLink }) {
  const t = useText();
  const { link: words, linkPresets } = useLateText(fieldWords);
  const design = useDesign((state) => state.design);
  const current = presetOf(design, link.id);
  const fields: Readonly<Record<string, Field>> = linkFields;
  const texts: Readonly<Record<string, AnyFieldText>> = words;
  const whatItSets = (preset: WirePreset): string =>
    Object.entries(presetValues(preset))
      .map(([name, value]) => `${texts[name].label} ${valueText(fields[name], value, texts[name], t)}`)
      .join(' · ');
  return (
    <details className={styles.more} data-presets={current ?? ''}>
      <summary>
        <ChevronRight size={16} aria-hidden />
        <span className={styles.topic}>{linkPresets.title}</span>
        <span className={current && current !== 'plain' ? styles.changed : styles.count}>{current ? linkPresets[current].label : ''}</span>
      </summary>
      {wirePresets.map((preset) => (
        <div key={preset} className={styles.field} data-preset={preset}>
          <Button
            aria-pressed={preset === current}
            onClick={() => designStore.getState().edit('setWirePreset', (now) => applyWirePreset(now, link.id, preset))}
          >
            {linkPresets[preset].label}
          </Button>
          <p className={styles.help}>
            {linkPresets[preset].help} {whatItSets(preset)}
          </p>
        </div>
      ))}
    </details>
  );
}
