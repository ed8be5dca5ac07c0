import { useEffect, useState } from 'react';
import { type EmbedOptions, embedFragment, type Knob, plainEmbed } from '../../design/embedLink.ts';
import { specOf } from '../../design/wires.ts';
import { useText } from '../../i18n/text.ts';
import { hasPageFile, plainName } from '../../store/files.ts';
import { useDesign } from '../../store/hooks.ts';
import { runStore } from '../../store/runStore.ts';
import { shareLink } from '../../store/share.ts';
import { formatClock } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import dialogs from '../dialogs/Dialogs.module.css';
import { CopyRow } from './CopyRow.tsx';
import { embedCode, type Height, heights, markdownCode, sandbox } from './embedCode.ts';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

/** Longer ones are cut by some systems. Characters. */
const longCode = 8000;

/** A player for somebody's page, as it would look there. */
export function EmbedTab() {
  const t = useText();
  const words = useShareText().embed;
  const design = useDesign((state) => state.design);
  const [time] = useState(() => Math.round(runStore.getState().time * 10) / 10);
  const [options, setOptions] = useState<EmbedOptions>(plainEmbed);
  const [height, setHeight] = useState<Height>(450);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void shareLink().then((made) => isHere && setLink(made.link));
    return () => {
      isHere = false;
    };
  }, []);
  if (!hasPageFile) return <p className={dialogs.text}>{words.onlyHosted}</p>;
  const change = (part: Partial<EmbedOptions>) => setOptions({ ...options, ...part });
  const knobs: (Knob & { key: string })[] = [
    { key: '*', part: null, field: 'traffic', label: words.knobs.traffic },
    ...design.nodes.flatMap(({ id, kind, label }) => {
      const field = specOf(kind).instancesField;
      return field ? [{ key: id, part: id, field, label }] : [];
    }),
  ];
  const chosen = options.knobs[0] ? (options.knobs[0].part ?? '*') : '';
  const [page = '', fragment = ''] = link?.split('#') ?? [];
  const folder = page.replace(/[^/]*$/, '');
  const address = link === null ? null : `${folder}embed.html#${embedFragment(fragment, options)}`;
  const title = design.title || t.panels.header.untitled;
  const code = address && embedCode(address, title, height);
  return (
    <>
      <p className={`${dialogs.text} ${dialogs.lead}`}>{words.intro}</p>
      <CopyRow text={code} label={words.code} copy={words.copy} making={words.making} testId="embed-code" />
      {code && code.length > longCode ? <p className={dialogs.warning}>{words.tooLong}</p> : null}
      <div className={styles.options}>
        <span aria-hidden>{words.theme}</span>
        <Select
          value={options.theme}
          label={words.theme}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
          onChange={(theme) => change({ theme })}
        />
        <span aria-hidden>{words.height}</span>
        <Select
          value={String(height)}
          label={words.height}
          options={heights.map((each) => ({ value: String(each), label: `${each} px` }))}
          onChange={(chosen) => setHeight(heights.find((each) => String(each) === chosen) ?? height)}
        />
        <span aria-hidden>{words.knob}</span>
        <Select
          value={chosen}
          label={words.knob}
          options={[
            { value: '', label: words.knobs.none },
            ...knobs.map(({ key, part, label }) => ({ value: key, label: part === null ? label : words.knobs.instances(label) })),
          ]}
          onChange={(key) => change({ knobs: knobs.filter((knob) => knob.key === key).map(({ key: _, ...knob }) => knob) })}
        />
      </div>
      <Choice name={words.at(formatClock(time))} on={options.at > 0} isOff={time === 0} onChange={(on) => change({ at: on ? time : 0 })} />
      <Choice name={words.controls} on={options.controls} onChange={(controls) => change({ controls })} />
      {address ? (
        <iframe
          key={address}
          className={styles.preview}
          src={`./embed.html${address.slice(address.indexOf('#'))}`}
          title={words.preview}
          sandbox={sandbox}
          loading="lazy"
        />
      ) : null}
      <p className={`${dialogs.text} ${styles.after}`}>{words.markdownHelp}</p>
      <CopyRow
        text={link === null ? null : markdownCode(title, `${plainName(design.title)}.svg`, link)}
        label={words.markdown}
        copy={t.common.copy}
        making={words.making}
        testId="markdown-code"
      />
    </>
  );
}

function Choice({ name, on, isOff = false, onChange }: { name: string; on: boolean; isOff?: boolean; onChange: (on: boolean) => void }) {
  return (
    <div className={styles.choice}>
      <Switch checked={on} label={name} disabled={isOff} onChange={onChange} />
      <span aria-hidden>{name}</span>
    </div>
  );
}
