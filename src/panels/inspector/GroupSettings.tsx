import { MapPin } from 'lucide-react';
import { type DesignGroup, regionIds } from '../../design/design.ts';
import { setRegion } from '../../design/edits.ts';
import { rttMs } from '../../design/regions.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { formatNumber } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './Inspector.module.css';
import now from './Now.module.css';
import { PartHead } from './PartHead.tsx';
import { RegionFaults } from './RegionFaults.tsx';
import { Section } from './Section.tsx';

export function GroupSettings({ group }: { group: DesignGroup }) {
  const t = useText();
  return (
    <>
      <PartHead id={group.id} icon={MapPin} label={group.label} kind={t.common.region.what} />
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
    </>
  );
}
