import { type DesignGroup, regionIds } from '../../design/design.ts';
import { setRegion } from '../../design/edits.ts';
import { groupFields, groupParamsOf, setGroupParam } from '../../design/groupFields.ts';
import { rttMs } from '../../design/regions.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { formatNumber } from '../../ui/format.ts';
import { RegionIcon } from '../../ui/regionIcon.tsx';
import { Select } from '../../ui/Select.tsx';
import { FieldForm } from './FieldForm.tsx';
import styles from './Inspector.module.css';
import now from './Now.module.css';
import { PartHead } from './PartHead.tsx';
import { RegionFaults } from './RegionFaults.tsx';
import { Section } from './Section.tsx';

export function GroupSettings({ group }: { group: DesignGroup }) {
  const t = useText();
  const words = useLateText(fieldWords);
  return (
    <>
      <PartHead id={group.id} icon={RegionIcon} label={group.label} kind={t.common.region.what} />
      <RegionFaults group={group.id} />
      <Section title={t.panels.inspector.region} help={t.panels.inspector.regionHelp}>
        <Select
          value={group.region}
          label={t.panels.inspector.region}
          options={regionIds.map((id) => ({ value: id, label: t.common.regions[id] }))}
          onChange={(region) => designStore.getState().edit('setRegion', (design) => setRegion(design, group.id, region))}
        />
        <dl className={`${now.lines} ${styles.spaced}`}>
          {regionIds
            .filter((id) => id !== group.region)
            .map((id) => (
              <div key={id} className={now.line}>
                <dt>{t.common.regions[id]}</dt>
                <dd>{formatNumber(rttMs(group.region, id), 'ms')}</dd>
              </div>
            ))}
        </dl>
      </Section>
      <Section title={words.faults.region.fate}>
        <FieldForm
          fields={groupFields}
          values={groupParamsOf(group)}
          words={words.group}
          edit="setGroupParam"
          onChange={(name, value) => designStore.getState().edit('setGroupParam', (design) => setGroupParam(design, group.id, name, value))}
        />
      </Section>
    </>
  );
}
