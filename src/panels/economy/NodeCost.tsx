import type { Id } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { formatNumber } from '../../ui/format.ts';
import now from '../inspector/Now.module.css';
import { Section } from '../inspector/Section.tsx';
import { economyText, usd } from './economyWords.ts';
import { useEconomy } from './useEconomy.ts';

/** What one part costs in a month, line by line. Nothing where nothing is billed. */
export function NodeCost({ node }: { node: Id }) {
  const words = useLateText(economyText);
  const { cost } = useEconomy();
  const lines = cost.lines.filter((line) => line.node === node);
  if (lines.length === 0) return null;
  const sum = lines.reduce((total, line) => total + line.usd, 0);
  return (
    <Section title={words.cost.part} aside={<b data-node-cost={sum}>{usd(sum)}</b>}>
      <dl className={now.lines}>
        {lines.map(({ price, quantity, usd: cents }) => (
          <div key={price} className={now.line}>
            <dt>
              {words.lines[price]} × {formatNumber(quantity)}
            </dt>
            <dd>{usd(cents)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
