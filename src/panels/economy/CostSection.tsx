import type { PriceId } from '../../economy/priceBook.ts';
import { priceBook } from '../../economy/priceBook.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { costOfNode } from '../../runner/cost.ts';
import { useDesign } from '../../store/hooks.ts';
import { formatNumber, nothing } from '../../ui/format.ts';
import { Why } from '../../ui/Why.tsx';
import now from '../inspector/Now.module.css';
import { Section } from '../inspector/Section.tsx';
import { Tiles } from '../inspector/Tiles.tsx';
import styles from './Economy.module.css';
import { economyText, usd } from './economyWords.ts';
import { useEconomy } from './useEconomy.ts';

/** What the design costs in a month: in all, per million requests, part by part, and the price list it rests on. */
export function CostSection() {
  const t = useText();
  const words = useLateText(economyText);
  const { cost } = useEconomy();
  const nodes = useDesign((state) => state.design.nodes);
  const perMillion = cost.usdPerMillionRequests;
  const ofParts = nodes.map(({ id, label, kind }) => ({ id, name: label || t.kinds[kind].name, usd: costOfNode(cost, id) }));
  const used = [...new Set(cost.lines.map(({ price }) => price))];
  return (
    <Section title={words.cost.title} help={words.cost.help(priceBook.date, priceBook.region)}>
      <div data-cost={cost.usdPerMonth} data-cost-per-million={perMillion ?? ''}>
        <Tiles
          tiles={[
            { label: words.cost.monthly, why: 'monthly-cost', value: usd(cost.usdPerMonth) },
            { label: words.cost.perMillion, why: 'per-million', value: perMillion === null ? nothing : usd(perMillion) },
          ]}
        />
        <dl className={now.lines}>
          {ofParts
            .filter((part) => part.usd > 0)
            .sort((a, b) => b.usd - a.usd)
            .map((part) => (
              <Line key={part.id} why="part-cost" of={part.id} label={part.name} value={usd(part.usd)} />
            ))}
          {cost.lines
            .filter((line) => line.node === null)
            .map((line) => (
              <Line key={line.price} why="traffic-cost" label={words.lines[line.price]} value={usd(line.usd)} />
            ))}
        </dl>
        {cost.isMeasured ? null : <p className={styles.quiet}>{words.cost.unmeasured}</p>}
        <details className={styles.more}>
          <summary>{words.cost.book}</summary>
          <dl>
            {used.map((price) => (
              <PriceRow key={price} price={price} />
            ))}
          </dl>
        </details>
      </div>
    </Section>
  );
}

function Line({ label, value, why, of }: { label: string; value: string; why: string; of?: string }) {
  return (
    <div className={now.line}>
      <dt>
        <Why metric={why} of={of}>
          {label}
        </Why>
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function PriceRow({ price }: { price: PriceId }) {
  const words = useLateText(economyText);
  const line = priceBook.lines[price];
  return (
    <div title={`${line.basis} [${line.source}]`}>
      <dt>{words.lines[price]}</dt>
      <dd>
        ${formatNumber(line.usd)} {words.cost.per[line.per]} [{line.source}]
      </dd>
    </div>
  );
}
