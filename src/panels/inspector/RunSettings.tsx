import { longestRunSeconds, setSeconds, setSeed } from '../../design/edits.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import row from './FieldRow.module.css';
import { Section } from './Section.tsx';

export function RunSettings() {
  const t = useText();
  const seed = useDesign((state) => state.design.seed);
  const seconds = useDesign((state) => state.design.seconds);
  const words = t.panels.scenario;
  return (
    <Section title={words.run}>
      <div className={row.head}>
        <span className={row.label}>{words.length}</span>
        <span className={row.number}>
          <NumberBox
            range={{ min: 1, max: longestRunSeconds, scale: 'log', integer: true }}
            value={seconds}
            unit="s"
            label={words.length}
            onChange={(value) => designStore.getState().edit('setSeconds', (design) => setSeconds(design, value))}
          />
        </span>
      </div>
      <div className={row.field}>
        <div className={row.head}>
          <span className={row.label}>{words.seed}</span>
          <TextBox
            value={seed}
            label={words.seed}
            maxLength={24}
            onCommit={(text) => designStore.getState().edit('setSeed', (design) => setSeed(design, text))}
          />
        </div>
        <p className={row.help}>{t.panels.run.seedHelp}</p>
      </div>
    </Section>
  );
}
