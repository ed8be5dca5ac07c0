import type { LinkFields } from '../../design/linkFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

export const linkEn: FieldTexts<LinkFields> = {
  rttMs: { label: 'Round trip', help: 'Time there and back. 0 takes it from the regions of both ends (0.5 ms within one).' },
  delay: {
    label: 'Spread of the delay',
    help: 'How single delays scatter around the mean.',
    options: { lognormal: 'Lognormal', fixed: 'Always the same', exponential: 'Exponential', none: 'None at all' },
  },
  jitter: { label: 'Jitter', help: 'Standard deviation over mean of the lognormal delay.' },
  timeoutMs: { label: 'Timeout', help: 'How long the caller waits for an answer before it gives up. 0 waits for ever.' },
  retries: { label: 'Retries', help: 'How often a failed call is tried again. Every retry is more load for the called part.' },
  backoffMs: {
    label: 'Wait before a retry',
    help: 'Longest first wait; it doubles each time. Unless told otherwise the real wait is drawn between 0 and it.',
  },
  backoffCapMs: { label: 'Longest wait', help: 'The wait before a retry never grows beyond this.' },
  weight: { label: 'Weight', help: 'This wire’s part of the calls, where its sender shares them among several wires. 0 = none.' },
  backoffJitter: {
    label: 'Spread of the wait',
    help: 'Drawing the wait keeps callers that failed together from coming back together.',
    options: { full: 'Drawn between 0 and it', none: 'Always exactly that' },
  },
  asked: {
    label: 'When it is asked',
    help: 'For web servers that compute more than once per request: every time, only between two computings, or only after the last.',
    options: { always: 'Every time', between: 'In between', last: 'At the end' },
  },
};
