import type { GroupFields } from '../../design/groupFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

export const groupEn: FieldTexts<GroupFields> = {
  zone: {
    label: 'Zone',
    help: 'Which zone of its region this is. Two zones of one region are 1 ms apart, and each can fail alone.',
    options: { none: 'the whole region', a: 'Zone a', b: 'Zone b', c: 'Zone c', d: 'Zone d', e: 'Zone e', f: 'Zone f' },
  },
  mtbfHours: {
    label: 'Goes down every',
    help: 'Mean time until all machines here go down together, drawn exponentially. 0 = never. A zone may have 8760 (a year), a region 24,000.',
  },
  mttrHours: { label: 'Is back within', help: 'Mean time until all of them are back, drawn exponentially.' },
  breakdown: {
    label: 'When it goes down',
    help: 'A crash loses what was inside. Silence stops everything, and it goes on afterwards.',
    options: { crash: 'Everything crashes', hang: 'Everything falls silent' },
  },
};
