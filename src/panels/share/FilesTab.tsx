import { FileChartColumn, FileText, Image, Shapes, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { isTold, marksOf } from '../../charts/marks.ts';
import { markWords, useFaultNames, useNodeLabels } from '../../charts/words.ts';
import { withoutConcealed } from '../../design/concealed.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { fetchText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { costOf } from '../../runner/cost.ts';
import { framesCsv } from '../../runner/framesCsv.ts';
import { designStore } from '../../store/designStore.ts';
import { plainName, saveBlob, saveText } from '../../store/files.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { runStore } from '../../store/runStore.ts';
import { hashOfRun, summaryOfRun } from '../../store/runSummary.ts';
import type { Locale } from '../../store/sessionStore.ts';
import { shareLink } from '../../store/share.ts';
import { situationOf } from '../../store/situation.ts';
import { Button } from '../../ui/Button.tsx';
import dialogs from '../dialogs/Dialogs.module.css';
import { FilmRow, films } from './FilmRow.tsx';
import { noteWords } from './noteWords.ts';
import { pictureNow, pngNow, withOwnLink } from './pictureNow.ts';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

/** The design and its run as things to keep: pictures, a video, tables, a page of text. */
export function FilesTab() {
  const words = useShareText().files;
  const design = useDesign((state) => state.design);
  const hasFrames = useRun((state) => state.frames.length > 0);
  const [failed, setFailed] = useState('');
  const note = useNote();
  const name = plainName(design.title);
  const trying = (what: string, act: () => Promise<void>) => () => {
    setFailed('');
    act().catch(() => setFailed(words.failed(what)));
  };
  const files = [
    {
      id: 'svg',
      Icon: Shapes,
      act: async () => saveText(pictureNow((await shareLink()).link).svg, `${name}.svg`, 'image/svg+xml'),
    },
    { id: 'png', Icon: Image, act: async () => saveBlob(await withOwnLink(await pngNow()), `${name}.png`) },
    { id: 'csv', Icon: FileChartColumn, needsRun: true, act: async () => saveText(csvNow(), `${name}.csv`, 'text/csv') },
    { id: 'note', Icon: FileText, act: async () => saveText(await note(), `${name}.md`, 'text/markdown') },
    {
      id: 'mermaid',
      Icon: Waypoints,
      act: async () => saveText((await import('../../exchange/writeMermaid.ts')).writeMermaid(design), `${name}.mmd`, 'text/plain'),
    },
  ] as const;
  return (
    <>
      <p className={`${dialogs.text} ${dialogs.lead}`}>{words.intro}</p>
      <ul className={styles.files}>
        {files.map(({ id, Icon, act, ...rest }) => (
          <li key={id} className={styles.file}>
            <Icon size={20} aria-hidden className={styles.fileIcon} />
            <div>
              <strong>{words.kinds[id].name}</strong>
              <p className={styles.help}>{words.kinds[id].what}</p>
            </div>
            <Button
              data-export={id}
              disabled={'needsRun' in rest && !hasFrames}
              aria-label={words.saveAs(words.kinds[id].name)}
              onClick={trying(words.kinds[id].name, act)}
            >
              {words.save}
            </Button>
          </li>
        ))}
        {films.map((kind) => (
          <FilmRow key={kind} kind={kind} name={name} onFailed={() => setFailed(words.failed(words.kinds[kind].name))} />
        ))}
      </ul>
      <p className={failed ? dialogs.problem : undefined} role="status">
        {failed}
      </p>
      <p className={styles.help}>{words.withLink}</p>
    </>
  );
}

function csvNow(): string {
  const { layout, frames, index, startedFrom: design } = runStore.getState();
  if (!layout || !index) return '';
  const labelOf = (id: string): string => design?.nodes.find((node) => node.id === id)?.label ?? id;
  const wireOf = (link: number): string => {
    const drawn = design?.links.find(({ id }) => index.links[link]?.drawn.includes(id));
    return drawn ? `${labelOf(drawn.from)} → ${labelOf(drawn.to)}` : `${link}`;
  };
  const seen = seenParts(designStore.getState().design);
  const idOf = (node: number): string => index.nodes[node]?.id ?? '';
  return framesCsv(
    layout,
    frames,
    (node) => labelOf(idOf(node)),
    wireOf,
    (node) => isSeen(seen, idOf(node)),
  );
}

/** The design note of the moment, made when it is asked for. */
function useNote(): () => Promise<string> {
  const t = useText();
  const labels = useNodeLabels();
  const faultNames = useFaultNames();
  const design = useDesign((state) => state.design);
  return async () => {
    const [words, { designNote }, { targetRows }] = await Promise.all([
      fetchText(noteWords, t.locale as Locale),
      import('./designNote.ts'),
      import('./targetRows.ts'),
    ]);
    const state = runStore.getState();
    const summary = summaryOfRun(state);
    const cost = costOf(design, summary);
    const seen = seenParts(design);
    const told = withoutConcealed(state.notes, design.scenario).filter((note) =>
      isTold(note, (node) => isSeen(seen, state.index?.nodes[node]?.id ?? '')),
    );
    const marks = marksOf(told);
    return designNote(
      {
        design,
        kindNames: Object.fromEntries(design.nodes.map(({ kind }) => [kind, t.kinds[kind].name])),
        summary,
        cost,
        requirements: targetRows(design.targets ?? {}, situationOf(state, design), words, t.common.duration),
        events: marks.map((mark) => ({ at: mark.time, text: markWords(t, labels, mark, faultNames) })),
        fingerprint: summary ? hashOfRun(state) : '',
        link: (await shareLink()).link,
        duration: t.common.duration,
      },
      words,
      t.panels.header.untitled,
    );
  };
}
