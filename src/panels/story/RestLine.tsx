import { useMemo } from 'react';
import { capacityOf } from '../../physics/textbook/capacity.ts';
import { useDesign, useRun, useSession } from '../../store/hooks.ts';
import { formatRate, formatShare } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { rough } from './rough.ts';
import styles from './StoryTold.module.css';
import type { StoryWords } from './storyWords.ts';

/** Before a run: the most that the design can do, and which part is the limit; not while a lesson asks for just that. */
export function RestLine({ words }: { words: StoryWords }) {
  const design = useDesign((state) => state.design);
  const hasBegun = useRun(({ frames, status }) => frames.length > 0 || status === 'playing' || status === 'loading');
  const isAsked = useSession((state) => state.runLocked);
  const most = useMemo(() => capacityOf(design), [design]);
  const labelOf = (id: string) => design.nodes.find((node) => node.id === id)?.label ?? id;
  if (isAsked) return <span>{words.asked}</span>;
  // neither whoever has pressed play is asked to, nor who looks at a run that is still being made ready
  if ('code' in most && hasBegun) return null;
  if ('code' in most) return <span className={styles.hint}>{most.code === 'workload' ? words.noMost : words.quiet}</span>;
  const { perSecond, node, instances, eachPerSecond, load, uncounted } = most;
  const asked = formatRate(perSecond * load);
  const sentence = words.most(rough(perSecond), labelOf(node), instances > 1 ? String(instances) : '', rough(eachPerSecond));
  const compared = [
    load > 1 ? words.overrun(asked) : words.nowAsked(asked, formatShare(load)),
    uncounted.length > 0 ? words.uncounted(uncounted.map(labelOf).join(', ')) : '',
  ];
  return (
    <span data-most={perSecond} data-limit={node} title={[sentence, ...compared, words.mostHelp].join(' ')}>
      <Why metric="most-can" of={given({ instances, eachRate: eachPerSecond, askedRate: perSecond * load })}>
        {sentence}
      </Why>{' '}
      {compared.join(' ')}
    </span>
  );
}
