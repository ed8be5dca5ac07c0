/** Everything is taken away once: what users lose by it, the worst first. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { centreOn } from '../../canvas/viewport.ts';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { weakCsv } from '../../runner/trialCsv.ts';
import { type Broken, singlesOf, usualWeakAsked, type WeakAsked } from '../../runner/weakPoints.ts';
import { useDesign } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { startWeakPoints, type WeakPoint, weakTrial } from '../../store/weakPoints.ts';
import { Bar } from '../../ui/Bar.tsx';
import { formatCount, formatDuration, formatShare, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { Why } from '../../ui/Why.tsx';
import replicas from '../replicas/Replicas.module.css';
import { Field, NumberField } from './Field.tsx';
import { TrialFrame } from './TrialFrame.tsx';
import styles from './Trials.module.css';
import { type TrialText, trialText } from './trialWords.ts';

/** A break that ends is over after this long. */
const shortSeconds = 60;

export function WeakPanel() {
  const t = useText();
  const words = useLateText(trialText);
  const design = useDesign((state) => state.design);
  const { status, asked, design: played, result } = useStore(weakTrial.store);
  const [wish, setWish] = useState<WeakAsked>(asked ?? usualWeakAsked);
  const [problem, setProblem] = useState<string | null>(null);
  const isPlaying = status === 'playing';
  const set = (change: Partial<WeakAsked>) => setWish({ ...wish, ...change });
  return (
    <TrialFrame
      trial={weakTrial}
      intro={words.weak.intro}
      problem={problem}
      onPlay={() => setProblem(startWeakPoints(design, wish) ? null : words.cannotRun)}
      csv={{ name: 'weak-points', text: () => weakCsv(result.points) }}
      fields={
        <div className={styles.form}>
          <div className={styles.row}>
            <Field label={words.weak.lasts}>
              <Select
                value={wish.lasts === null ? 'good' : 'short'}
                label={words.weak.lasts}
                disabled={isPlaying}
                options={[
                  { value: 'good', label: words.weak.forGood },
                  { value: 'short', label: words.weak.forSeconds(formatDuration(shortSeconds, t.common.duration)) },
                ]}
                onChange={(value) => set({ lasts: value === 'good' ? null : shortSeconds })}
              />
            </Field>
            <NumberField
              label={words.weak.watched}
              range={{ min: 10, max: 600, integer: true, scale: 'log' }}
              unit="s"
              value={wish.watched}
              disabled={isPlaying}
              onChange={(watched) => set({ watched })}
            />
            <NumberField
              label={words.weak.target}
              range={{ min: 50, max: 100 }}
              unit="%"
              value={wish.target * 100}
              disabled={isPlaying}
              onChange={(percent) => set({ target: percent / 100 })}
            />
            <NumberField
              label={words.worlds}
              help={words.worldsHelp}
              range={{ min: 1, max: 10, integer: true }}
              value={wish.worlds}
              disabled={isPlaying}
              onChange={(worlds) => set({ worlds })}
            />
          </div>
        </div>
      }
    >
      {played && result.points.length > 0 ? (
        <Damages design={played} asked={asked ?? wish} points={result.points} isWhole={status === 'done'} />
      ) : (
        <p className={replicas.waiting}>{words.weak.waiting}</p>
      )}
    </TrialFrame>
  );
}

function brokenText(design: Design, { what, id }: Broken, { weak: { broken } }: TrialText): string {
  const labelOf = (node: string) => design.nodes.find((each) => each.id === node)?.label ?? node;
  if (what === 'wire') {
    const link = design.links.find((each) => each.id === id);
    return link ? broken.wire(labelOf(link.from), labelOf(link.to)) : id;
  }
  if (what === 'place') return broken.place(design.groups.find((group) => group.id === id)?.label ?? id);
  return broken[what](labelOf(id));
}

/** Selects it and brings it to the middle of the canvas. */
function show(design: Design, { what, id }: Broken): void {
  const { select, set } = sessionStore.getState();
  select({ [what === 'wire' ? 'links' : what === 'place' ? 'groups' : 'nodes']: [id] });
  set({ dialog: null });
  const node = what === 'wire' ? design.links.find((link) => link.id === id)?.to : what === 'place' ? null : id;
  if (node) centreOn(node);
}

/** What was asked of every break, and what this one came to. */
const inputsOf = ({ failed, failedShare, secondsBelow, secondsToRecover, lostWrites }: WeakPoint['damage'], asked: WeakAsked): string =>
  given({
    failed,
    meant: failedShare > 0 ? failed / failedShare : null,
    below: secondsBelow,
    recovered: secondsToRecover,
    lostWrites,
    wanted: asked.target,
    watched: asked.watched,
    worlds: asked.worlds,
  });

interface DamagesProps {
  design: Design;
  asked: WeakAsked;
  points: readonly WeakPoint[];
  isWhole: boolean;
}

function Damages({ design, asked, points, isWhole }: DamagesProps) {
  const t = useText();
  const words = useLateText(trialText);
  const { columns } = words.weak;
  const most = Math.max(1, ...points.map(({ damage }) => damage.failed));
  const seconds = (value: number) => formatDuration(value, t.common.duration);
  const ranked = singlesOf(points);
  const singles = ranked.filter(({ broken }) => broken.what !== 'wire');
  return (
    <>
      {isWhole || singles.length > 0 ? (
        <div className={styles.verdict} data-singles={singles.map(({ broken }) => broken.id).join(' ')} aria-live="polite">
          <b>
            {singles.length > 0
              ? words.weak.singles(singles.map(({ broken }) => brokenText(design, broken, words)).join(', '))
              : words.weak.noSingles}
          </b>
        </div>
      ) : null}
      <Table
        label={columns.broken}
        className={styles.damages}
        head={[
          columns.broken,
          ...(['failed', 'below', 'lost', 'recovered'] as const).map((name) => (
            <th key={name} scope="col">
              {columns[name]}
            </th>
          )),
        ]}
      >
        {points.map((point) => {
          const { broken, damage } = point;
          const name = brokenText(design, broken, words);
          const of = inputsOf(damage, asked);
          return (
            <tr key={`${broken.what} ${broken.id}`} data-broken={`${broken.what} ${broken.id}`} data-failed={damage.failed}>
              <th scope="row">
                <button type="button" className={styles.link} title={words.weak.show(name)} onClick={() => show(design, broken)}>
                  {name}
                </button>
                {ranked.includes(point) ? (
                  <small className={styles.tag} data-rank={ranked.indexOf(point) + 1}>
                    {words.weak.single(formatCount(ranked.indexOf(point) + 1))}
                  </small>
                ) : null}
              </th>
              <td>
                <span className={styles.barLine}>
                  <Bar className={styles.damage} value={damage.failed} max={most} />
                  <Why metric="weak-failed" about={name} of={of}>
                    {formatCount(damage.failed)} · {formatShare(damage.failedShare)}
                  </Why>
                </span>
              </td>
              <td>
                <Why metric="weak-below" about={name} of={of}>
                  {damage.secondsBelow > 0 ? seconds(damage.secondsBelow) : nothing}
                </Why>
              </td>
              <td>
                <Why metric="weak-lost" about={name} of={of}>
                  {formatCount(damage.lostWrites)}
                </Why>
              </td>
              <td>
                <Why metric="weak-recovered" about={name} of={of}>
                  {damage.secondsToRecover === null
                    ? words.weak.never
                    : damage.secondsToRecover === 0
                      ? words.weak.atOnce
                      : words.weak.after(seconds(damage.secondsToRecover))}
                </Why>
              </td>
            </tr>
          );
        })}
      </Table>
      <p className={replicas.faint}>{words.weak.help}</p>
    </>
  );
}
