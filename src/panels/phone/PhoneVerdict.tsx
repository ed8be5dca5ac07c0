import { type ReactNode, useMemo } from 'react';
import { useLive } from '../../canvas/liveFeed.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { capacityOf } from '../../physics/textbook/capacity.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatRate, formatShare } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { rough } from '../story/rough.ts';
import { storyWords } from '../story/storyWords.ts';
import { usersNow } from '../usersNow.ts';
import { errorsNow } from './errorsNow.ts';
import { phoneText } from './phoneWords.ts';

/** A single lost request among thousands is no verdict. */
const worthTelling = 0.001;

/** How the design does, in a sentence; before a run, what it can do. */
export function PhoneVerdict() {
  return useVerdict() ?? <AtRest />;
}

/** null before anything was measured */
function useVerdict(): ReactNode {
  const t = useText();
  const words = useLateText(phoneText);
  const design = useDesign((state) => state.design);
  const health = useLive((state) => state.health);
  const frames = useRun((state) => state.frames);
  const layout = useRun((state) => state.layout);
  const now = useMemo(() => (layout ? usersNow(frames, layout) : null), [layout, frames]);
  if (!now) return null;
  const seen = seenParts(design);
  const bad = design.nodes.filter(({ id }) => {
    const its = health.get(id);
    return its && isSeen(seen, id) && (its.lost > 0 || its.word === 'saturated');
  });
  const { share, of } = errorsNow(now);
  const names = new Intl.ListFormat(t.locale).format(bad.slice(0, 3).map(({ label }) => localLabel(label, t)));
  const isFailing = share >= worthTelling;
  if (!isFailing && bad.length === 0) return words.well;
  return (
    <>
      {isFailing ? (
        <Why metric="errors-now" of={of}>
          {words.failing(formatShare(share))}
        </Why>
      ) : null}{' '}
      {bad.length > 0 ? words.bad(names) : null}
    </>
  );
}

/** Before a run, in a sentence: the most that the design can do, and what is its limit. */
function AtRest() {
  const t = useText();
  const phone = useLateText(phoneText);
  const words = useLateText(storyWords);
  const design = useDesign((state) => state.design);
  const most = useMemo(() => capacityOf(design), [design]);
  if ('code' in most) return phone.before;
  const { perSecond, node, instances, eachPerSecond, load } = most;
  const label = localLabel(design.nodes.find(({ id }) => id === node)?.label ?? node, t);
  const said = words.most(rough(perSecond), label, instances > 1 ? String(instances) : '', rough(eachPerSecond));
  return (
    <span data-most={perSecond}>
      <Why metric="most-can" of={given({ instances, eachRate: eachPerSecond, askedRate: perSecond * load })}>
        {load > 1 ? `${said} ${words.overrun(formatRate(perSecond * load))}` : said}
      </Why>
    </span>
  );
}
