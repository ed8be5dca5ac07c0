import { CircleSlash, CloudFog, HeartPulse, Hourglass, Link2, PowerOff, Unplug, Zap } from 'lucide-react';
import { useState } from 'react';
import type { Design } from '../../design/design.ts';
import {
  actsOnRegion,
  joinBetween,
  partitionBetween,
  type RegionAct,
  regionSlowFactor,
  type Way,
  ways,
} from '../../design/regionFaults.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import type { FaultWords } from '../../i18n/late/faults.en.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { doNow } from '../../store/runController.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './FaultControls.module.css';
import { useCanBreak } from './PartFaults.tsx';
import lines from './Scenario.module.css';
import { Section } from './Section.tsx';

/** Breaks and mends a region with all that stands in it, at this very moment of the run. */
export function RegionFaults({ group }: { group: string }) {
  const t = useText();
  const { faults } = useLateText(fieldWords);
  const canBreak = useCanBreak();
  const design = useDesign((state) => state.design);
  const words = faults.region;
  const button = (act: RegionAct, label: string, icon: React.ReactNode, look?: 'danger') => {
    const acts = actsOnRegion(design, group, act);
    return (
      <Button {...(look ? { look } : {})} disabled={!canBreak || acts.length === 0} data-fault={act} onClick={() => acts.forEach(doNow)}>
        {icon}
        {label}
      </Button>
    );
  };
  return (
    <Section title={words.title} help={canBreak ? words.help : t.panels.faults.needsRun}>
      <div className={styles.buttons}>
        {button('lose', words.lose, <PowerOff size={16} aria-hidden />, 'danger')}
        {button('crash', t.panels.faults.crash, <Zap size={16} aria-hidden />, 'danger')}
        {button('hang', t.panels.faults.hang, <CircleSlash size={16} aria-hidden />, 'danger')}
        {button('slow', t.panels.faults.slowBy(formatNumber(regionSlowFactor, 'x')), <Hourglass size={16} aria-hidden />, 'danger')}
        {button('gray', words.gray, <CloudFog size={16} aria-hidden />, 'danger')}
        {button('cut', words.cut, <Unplug size={16} aria-hidden />, 'danger')}
        {button('join', words.join, <Link2 size={16} aria-hidden />)}
        {button('recover', t.panels.faults.recover, <HeartPulse size={16} aria-hidden />)}
      </div>
      <Between design={design} group={group} canBreak={canBreak} words={words} />
    </Section>
  );
}

interface BetweenProps {
  design: Design;
  group: string;
  canBreak: boolean;
  words: FaultWords['region'];
}

/** The network between this region and another one. */
function Between({ design, group, canBreak, words }: BetweenProps) {
  const others = design.groups.filter(({ id }) => id !== group);
  const [chosen, setChosen] = useState('');
  const [way, setWay] = useState<Way>('both');
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  if (!other) return null;
  const acts = partitionBetween(design, group, other.id, way);
  const isIdle = !canBreak || acts.length === 0;
  return (
    <div className={lines.form}>
      <div className={lines.cell}>
        {words.other}
        <Select value={other.id} label={words.other} options={others.map(({ id, label }) => ({ value: id, label }))} onChange={setChosen} />
      </div>
      <div className={lines.cell}>
        {words.way}
        <Select value={way} label={words.way} options={ways.map((each) => ({ value: each, label: words.ways[each] }))} onChange={setWay} />
      </div>
      <Button look="danger" size="small" disabled={isIdle} data-fault="between" onClick={() => acts.forEach(doNow)}>
        {words.partition}
      </Button>
      <Button size="small" disabled={isIdle} onClick={() => joinBetween(design, group, other.id).forEach(doNow)}>
        {words.join}
      </Button>
    </div>
  );
}
