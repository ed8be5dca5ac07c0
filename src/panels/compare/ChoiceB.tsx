/** Chooses B. Whatever is chosen, `onDesign` gets the design to play, or why there is none. */

import { ChevronDown } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Design } from '../../design/design.ts';
import { underUsersOf } from '../../design/sameUsers.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { templateWords } from '../../i18n/templateWords.ts';
import { useText } from '../../i18n/text.ts';
import { fieldAt, type Target, valueAt, withValueAt } from '../../runner/sweepAxis.ts';
import type { DocumentEntry } from '../../store/documents.ts';
import { listDocuments } from '../../store/persistence.ts';
import fieldStyles from '../../ui/Field.module.css';
import { TextBox } from '../../ui/TextBox.tsx';
import { replicaText } from '../replicas/replicaWords.ts';
import { Field, NumberField } from '../trials/Field.tsx';
import { firstTarget, TargetSelect } from '../trials/TargetSelect.tsx';
import trialStyles from '../trials/Trials.module.css';
import { compareText } from './compareWords.ts';
import { type Choice, choicesFor } from './otherChoices.ts';

export type Chosen = { title: string; design: Design } | { problem: string } | null;

interface ChoiceBProps {
  a: Design;
  /** One that was asked for from elsewhere. */
  asked: { title: string; design: Design } | null;
  onDesign: (chosen: Chosen) => void;
}

const groups = ['earlier', 'kept', 'mine', 'templates'] as const;

export function ChoiceB({ a, asked, onDesign }: ChoiceBProps) {
  const t = useText();
  const words = useLateText(compareText);
  const replicas = useLateText(replicaText);
  const titles = useLateText(templateWords);
  const [documents, setDocuments] = useState<readonly DocumentEntry[]>([]);
  useEffect(() => void listDocuments().then(setDocuments), []);
  const choices = useMemo(() => choicesFor(documents, words, replicas, titles, t), [documents, words, replicas, titles, t]);
  const [key, setKey] = useState<string>(() => (asked ? 'asked' : (choices.find(({ group }) => group === 'earlier')?.key ?? 'change')));
  const [target, setTarget] = useState<Target>(() => firstTarget(a));
  const [value, setValue] = useState(() => nextOf(a, firstTarget(a)));
  const [link, setLink] = useState('');
  const choice = choices.find((each) => each.key === key);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is named by its key; that its list was made anew changes nothing
  useEffect(() => {
    let isMeant = true;
    void resolve({ key, a, asked, choice, target, value, link, words }).then((found) => {
      if (isMeant) onDesign(found);
    });
    return () => {
      isMeant = false;
    };
  }, [key, target, value, link]);

  const field = fieldAt(a, target);
  return (
    <div className={trialStyles.row}>
      <Field label={words.with} wide>
        <span className={fieldStyles.selectWrap}>
          <select
            className={`${fieldStyles.box} ${fieldStyles.select}`}
            value={key}
            aria-label={words.with}
            onChange={(event) => setKey(event.currentTarget.value)}
          >
            <optgroup label={words.groups.own}>
              {asked ? <option value="asked">{asked.title}</option> : null}
              <option value="change">{words.choices.change}</option>
              <option value="link">{words.choices.link}</option>
            </optgroup>
            {groups.map((group) => {
              const own = choices.filter((each) => each.group === group);
              return own.length === 0 ? null : (
                <optgroup key={group} label={words.groups[group]}>
                  {own.map((each) => (
                    <option key={each.key} value={each.key}>
                      {each.label}
                    </option>
                  ))}
                </optgroup>
              );
            })}
          </select>
          <ChevronDown size={16} aria-hidden />
        </span>
      </Field>
      {key === 'change' && field ? (
        <>
          <TargetSelect
            design={a}
            target={target}
            disabled={false}
            onChange={(next) => {
              setTarget(next);
              setValue(nextOf(a, next));
            }}
          />
          <NumberField
            label={words.changeTo}
            range={{ min: field.min, max: field.max, ...(field.integer ? { integer: true } : {}), scale: field.scale }}
            unit={field.unit}
            value={value}
            disabled={false}
            onChange={setValue}
          />
        </>
      ) : null}
      {key === 'link' ? (
        <Field label={words.link} wide>
          <TextBox value={link} label={words.link} placeholder={words.linkHint} onCommit={setLink} />
        </Field>
      ) : null}
    </div>
  );
}

/** One more where things are counted, twice as much of anything else. */
function nextOf(a: Design, target: Target): number {
  const field = fieldAt(a, target);
  const now = valueAt(a, target);
  if (!field) return now;
  const wanted = field.integer && now < 20 ? now + 1 : now > 0 ? 2 * now : field.max / 2;
  return wanted <= field.max ? wanted : Math.max(field.min, field.integer ? Math.floor(now / 2) : now / 2);
}

interface Asked {
  key: string;
  a: Design;
  asked: { title: string; design: Design } | null;
  choice: Choice | undefined;
  target: Target;
  value: number;
  link: string;
  words: { missing: string; linkBad: string; untitled: string; choices: { change: string } };
}

async function resolve({ key, a, asked, choice, target, value, link, words }: Asked): Promise<Chosen> {
  if (key === 'asked') return asked;
  if (key === 'change') return { title: words.choices.change, design: withValueAt(a, target, value) };
  if (key === 'link') {
    if (link === '') return null;
    const { readLink } = await import('../../store/readLink.ts');
    const decoded = await readLink(link);
    return decoded.ok
      ? { title: decoded.design.title || words.untitled, design: underUsersOf(decoded.design, a) }
      : { problem: words.linkBad };
  }
  const design = await choice?.read(a);
  return choice && design ? { title: choice.label, design } : { problem: words.missing };
}
