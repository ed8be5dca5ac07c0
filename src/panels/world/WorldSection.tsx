import { useMemo } from 'react';
import { type RegionId, regionIds } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { type Flow, flowsOf, sharesOf } from '../../runner/flows.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatClock, formatRate, formatShare } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { Section } from '../inspector/Section.tsx';
import { land } from './land.ts';
import { bow, machinesAt, peopleAt, type View, viewOf } from './places.ts';
import styles from './World.module.css';
import { worldText } from './worldWords.ts';

/** Frames that the shares are a mean of. */
const newest = 5;
/** Less than this share has a line, but no number on the map; the table has all. */
const leastLabelled = 0.05;
/** In hundredths of the picture's width. */
const thickest = 2.4;

/** The world with the design's people and data centres, and whose requests go where; the same as a table. */
export function WorldSection() {
  const t = useText();
  const words = useLateText(worldText);
  const design = useDesign((state) => state.design);
  const layout = useRun((state) => state.layout);
  const index = useRun((state) => state.index);
  const frames = useRun((state) => state.frames);
  const frame = frames.at(-1);
  const flows = useMemo(
    () => (layout && index ? flowsOf(design, index, layout, frames.slice(-newest)) : []),
    [design, layout, index, frames],
  );
  const standing = useMemo(() => placesIn(design.groups, design.nodes), [design.groups, design.nodes]);
  if (standing.people.length === 0 || standing.machines.length === 0) return null;
  const seconds = frames.slice(-newest).reduce((sum, { start, end }) => sum + end - start, 0);
  const view = viewOf([...standing.people, ...standing.machines]);
  const { unit } = view;
  const nameOf = (region: RegionId): string => t.common.regions[region];
  const said = flows.map(({ from, to, share }) => words.flow(nameOf(from), nameOf(to), formatShare(share))).join(' ');
  return (
    <Section title={words.title} aside={frame ? formatClock(frame.end) : undefined} help={words.help}>
      <svg
        className={styles.map}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="img"
        aria-label={words.summary(said === '' ? words.notYet : said)}
        data-world={flows.length}
      >
        <path className={styles.land} d={land} strokeWidth={0.2 * unit} />
        {flows.map((flow) => (
          <Bow key={`${flow.from} ${flow.to}`} flow={flow} view={view} />
        ))}
        {standing.machines.map((region) => {
          const [x, y] = machinesAt(region);
          return (
            <rect
              key={region}
              className={styles.machines}
              x={x - 1.6 * unit}
              y={y - 1.6 * unit}
              width={3.2 * unit}
              height={3.2 * unit}
              strokeWidth={0.6 * unit}
            />
          );
        })}
        {standing.people.map((region) => {
          const [x, y] = peopleAt(region, view);
          return <circle key={region} className={styles.people} cx={x} cy={y} r={1.6 * unit} />;
        })}
        {flows
          .filter(({ share }) => share >= leastLabelled)
          .map(({ from, to, share }) => {
            const [x, y] = bow(from, to, view).label;
            return (
              <text key={`${from} ${to}`} className={styles.share} x={x} y={y + 1.4 * unit} fontSize={4 * unit} strokeWidth={unit}>
                {formatShare(share)}
              </text>
            );
          })}
      </svg>
      {flows.length > 0 ? <Shares flows={flows} seconds={seconds} nameOf={nameOf} /> : <p>{words.notYet}</p>}
    </Section>
  );
}

function Bow({ flow: { from, to, share }, view }: { flow: Flow; view: View }) {
  return (
    <path
      className={from === to ? styles.flow : `${styles.flow} ${styles.away}`}
      d={bow(from, to, view).path}
      strokeWidth={Math.max(0.4, thickest * share) * view.unit}
      strokeDasharray={from === to ? undefined : `${2 * view.unit} ${1.2 * view.unit}`}
    />
  );
}

interface SharesProps {
  flows: readonly Flow[];
  /** Over which they were counted. */
  seconds: number;
  nameOf: (region: RegionId) => string;
}

function Shares({ flows, seconds, nameOf }: SharesProps) {
  const words = useLateText(worldText);
  const row = (key: string, from: string, to: string, perSecond: number, share: number) => (
    <tr key={key} data-flow={key}>
      <th scope="row">{from}</th>
      <td>{to}</td>
      <td className={styles.number}>
        <Why metric="flow-rate" about={`${from} → ${to}`} of={given({ count: perSecond * seconds, seconds })}>
          {formatRate(perSecond)}
        </Why>
      </td>
      <td className={styles.number}>
        <Why metric="flow-share" about={`${from} → ${to}`} of={given({ perSecond, allRate: perSecond / share })}>
          {formatShare(share)}
        </Why>
      </td>
    </tr>
  );
  return (
    <table className={styles.table} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.to}</th>
          <th scope="col" className={styles.number}>
            {words.rate}
          </th>
          <th scope="col" className={styles.number}>
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {flows.map(({ from, to, perSecond, share }) => row(`${from} ${to}`, nameOf(from), nameOf(to), perSecond, share))}
        {sharesOf(flows).map(({ region, perSecond, share }) => row(region, words.total, nameOf(region), perSecond, share))}
      </tbody>
    </table>
  );
}

/** Regions in which people stand, and those in which machines do. */
function placesIn(
  groups: readonly { id: string; region: RegionId }[],
  nodes: readonly { kind: Parameters<typeof specOf>[0]; group: string | null }[],
): { people: RegionId[]; machines: RegionId[] } {
  const regionsOf = (arePeople: boolean) =>
    regionIds.filter((region) =>
      groups.some(
        (group) =>
          group.region === region && nodes.some((node) => node.group === group.id && (specOf(node.kind).role === 'source') === arePeople),
      ),
    );
  return { people: regionsOf(true), machines: regionsOf(false) };
}
