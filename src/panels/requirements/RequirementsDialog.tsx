import { Check, CircleHelp, X } from 'lucide-react';
import { type TargetName, targetFields } from '../../design/targets.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { ask, giveToDesign, takeFromDesign } from '../../store/requirements.ts';
import { seek } from '../../store/runController.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatClock, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Why } from '../../ui/Why.tsx';
import styles from './Requirements.module.css';
import { requirementsText, targetText } from './requirementsText.ts';
import { useVerdicts, type Verdict } from './useVerdicts.ts';

/** The number of the run behind each target, by the name under which it is explained. */
const whys: Readonly<Record<TargetName, string>> = {
  p99Ms: 'p99',
  availabilityPercent: 'answered',
  stalePercent: 'stale-share',
  lostWrites: 'writes-lost',
  rtoSeconds: 'rto',
  rpoSeconds: 'rpo',
  monthlyUsd: 'monthly-cost',
};

/** What the design is to keep: asked for, measured, met or not, and since when. */
export function RequirementsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(requirementsText);
  const { verdicts, targets, isOfDesign } = useVerdicts();
  const asked = verdicts.filter(({ isAsked }) => isAsked);
  const met = asked.filter((verdict) => verdict.met === true).length;
  const isEmpty = Object.keys(targets).length === 0;
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      wide
      foot={
        <>
          <p className={styles.whose} data-targets-of={isOfDesign ? 'design' : 'reader'}>
            {isOfDesign ? words.ofDesign : words.ofReader}
          </p>
          <Button disabled={isEmpty} onClick={isOfDesign ? takeFromDesign : giveToDesign}>
            {isOfDesign ? words.take : words.give}
          </Button>
        </>
      }
    >
      <p className={styles.summary} role="status">
        {isEmpty ? words.none : words.summary(met, asked.length)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visuallyHidden">{words.asked}</span>
            </th>
            {(['requirement', 'target', 'measured', 'verdict', 'since'] as const).map((column) => (
              <th key={column} scope="col">
                {column === 'since' ? <Why metric="target-since">{words[column]}</Why> : words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verdicts.map((verdict) => (
            <Row key={verdict.name} verdict={verdict} onClose={onClose} />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function Row({ verdict, onClose }: { verdict: Verdict; onClose: () => void }) {
  const t = useText();
  const words = useLateText(requirementsText);
  const { name, target, measured, met, soFar, isAsked, since } = verdict;
  const { min, max, unit } = targetFields[name];
  const label = words.names[name];
  const go = (time: number): void => {
    seek(time);
    onClose();
  };
  return (
    <tr data-target={name} data-measured={measured ?? ''} data-so-far={soFar ?? undefined} data-met={isAsked ? String(met) : undefined}>
      <td>
        <label className={styles.check}>
          <input type="checkbox" aria-label={label} checked={isAsked} onChange={() => ask(name, isAsked ? null : target)} />
        </label>
      </td>
      <th scope="row">
        <Why metric={whys[name]}>{label}</Why>
      </th>
      <td>
        <NumberBox
          label={label}
          unit={unit}
          value={target}
          range={{ min, max }}
          disabled={!isAsked}
          onChange={(value) => ask(name, value)}
        />
      </td>
      <td className={styles.measured}>
        {soFar !== null && isAsked ? words.soFar(targetText(name, soFar, t)) : measured === null ? nothing : targetText(name, measured, t)}
      </td>
      <td>
        {isAsked ? (
          <Why metric="target-verdict" about={label} of={given({ target, measured: soFar ?? measured, sinceAt: since })}>
            <Sign met={met} isOpen={soFar !== null} />
          </Why>
        ) : (
          nothing
        )}
      </td>
      <td>
        {since === null ? (
          nothing
        ) : (
          <Button size="small" look="quiet" aria-label={words.goTo(formatClock(since))} onClick={() => go(since)}>
            {formatClock(since)}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Told by a sign and a word, never by a hue alone. `isOpen`: it goes on, and is missed already. */
function Sign({ met, isOpen }: { met: boolean | null; isOpen: boolean }) {
  const words = useLateText(requirementsText);
  const Icon = met === null ? CircleHelp : met ? Check : X;
  return (
    <span className={styles.sign} data-sign={String(met)}>
      <Icon size={16} aria-hidden />
      {isOpen ? words.alreadyOver : met === null ? words.open : met ? words.met : words.notMet}
    </span>
  );
}
