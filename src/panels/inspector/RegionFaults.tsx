import { CircleSlash, HeartPulse, Link2, Unplug, Zap } from 'lucide-react';
import { actsOnRegion, type RegionAct } from '../../design/regionFaults.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { doNow } from '../../store/runController.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './FaultControls.module.css';
import { useCanBreak } from './PartFaults.tsx';
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
        {button('crash', t.panels.faults.crash, <Zap size={16} aria-hidden />, 'danger')}
        {button('hang', t.panels.faults.hang, <CircleSlash size={16} aria-hidden />, 'danger')}
        {button('cut', words.cut, <Unplug size={16} aria-hidden />, 'danger')}
        {button('join', words.join, <Link2 size={16} aria-hidden />)}
        {button('recover', t.panels.faults.recover, <HeartPulse size={16} aria-hidden />)}
      </div>
    </Section>
  );
}
