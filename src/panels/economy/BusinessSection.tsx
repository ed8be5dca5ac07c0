import { setSetting } from '../../design/edits.ts';
import { settingFields, settingsOf } from '../../design/settingFields.ts';
import { models } from '../../economy/models.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { formatDuration, formatNumber, formatShare, nothing } from '../../ui/format.ts';
import { Why } from '../../ui/Why.tsx';
import { FieldForm } from '../inspector/FieldForm.tsx';
import { Section } from '../inspector/Section.tsx';
import { Tiles } from '../inspector/Tiles.tsx';
import styles from './Economy.module.css';
import { economyText, usd } from './economyWords.ts';
import { useEconomy } from './useEconomy.ts';

/** People, orders and money of a day like the run, by a study whose evidence is graded beside it. */
export function BusinessSection() {
  const words = useLateText(economyText);
  const design = useDesign((state) => state.design);
  const settings = settingsOf(design);
  const { grade } = models[settings.model];
  const is = words.business;
  return (
    <Section title={is.title} help={is.help}>
      <BusinessTiles />
      <p className={styles.quiet} data-evidence={grade ?? ''}>
        {grade ? words.grades[grade] : is.noModel} {is.errorsAssumed}
      </p>
      <div className={styles.form}>
        <FieldForm
          fields={settingFields}
          values={settings}
          words={words.fields}
          edit="setSetting"
          onChange={(name, value) => designStore.getState().edit('setSetting', (before) => setSetting(before, name, value))}
        />
      </div>
    </Section>
  );
}

/** The numbers alone, also for the monitor's board. */
export function BusinessTiles() {
  const t = useText();
  const is = useLateText(economyText).business;
  const { business } = useEconomy();
  if (!business) return <p className={styles.quiet}>{is.notYet}</p>;
  const lost = business.ideal.orders > 0 ? 1 - business.orders / business.ideal.orders : 0;
  return (
    <div data-business-orders={business.orders} data-business-revenue={business.revenueUsd}>
      <Tiles
        tiles={[
          { label: is.users, why: 'business-users', value: formatNumber(Math.round(business.users)) },
          { label: is.sessions, why: 'business-sessions', value: formatNumber(Math.round(business.sessions)) },
          { label: is.pages, why: 'business-pages', value: formatNumber(Math.round(business.pages)) },
          { label: is.orders, why: 'business-orders', value: formatNumber(Math.round(business.orders)), isBad: lost > 0.05 },
          { label: is.revenue, why: 'business-revenue', value: usd(business.revenueUsd), isBad: lost > 0.05 },
          { label: is.returning, why: 'business-return', value: formatShare(business.returnShare) },
          { label: is.tomorrow, why: 'business-tomorrow', value: formatNumber(Math.round(business.usersTomorrow)) },
          {
            label: is.pageTime,
            why: 'business-page-time',
            value: business.pageMs === null ? nothing : formatDuration(business.pageMs / 1000, t.common.duration),
          },
        ]}
      />
      {lost > 0.0005 ? (
        <p className={styles.quiet}>
          <Why metric="business-orders">{is.lost(formatShare(lost))}</Why>
        </p>
      ) : null}
    </div>
  );
}
