import { Flag } from 'lucide-react';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { Button } from '../../ui/Button.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { tip } from '../../ui/tip.ts';
import { LatePlace } from '../LatePlace.tsx';

const PinList = latePart(async () => (await import('./PinList.tsx')).PinList);

export function Pins() {
  const words = useLateText(timelineText);
  return (
    <Popover
      label={words.pins}
      side="top"
      trigger={
        <Button look="quiet" square aria-label={words.pins} {...tip(words.pins)}>
          <Flag size={16} aria-hidden />
        </Button>
      }
    >
      <LatePlace>
        <PinList />
      </LatePlace>
    </Popover>
  );
}
