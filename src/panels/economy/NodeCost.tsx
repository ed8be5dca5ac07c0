import type { Id } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { formatNumber } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
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
    <Section
      title={words.cost.part}
      aside={
        <Why metric="part-cost" of={node}>
          <b data-node-cost={sum}>{usd(sum)}</b>
        </Why>
      }
    >
      <dl className={now.lines}>
        {lines.map(({ price, quantity, usd: cents }) => (
          <div key={price} className={now.line}>
            <dt>
              {words.lines[price]} × {formatNumber(quantity)}
            </dt>
            <dd>
              <Why metric="cost-line" about={words.lines[price]} of={given({ quantity, listPrice: cents / quantity, cost: cents })}>
                {usd(cents)}
              </Why>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
