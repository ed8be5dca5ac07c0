import type { LinkFields } from '../../design/linkFields.ts';
import type { WorkloadFields } from '../../design/workloadFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

const link: FieldTexts<LinkFields> = {
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

const workload: FieldTexts<WorkloadFields> = {
  traffic: { label: 'Traffic', help: 'Multiplies every population’s rate.' },
  shape: {
    label: 'Arrival shape',
    help: 'How the rate goes over simulated time.',
    options: { steady: 'Steady', ramp: 'Ramp', spike: 'Spike', day: 'Day curve', trace: 'Replayed trace' },
  },
  rampFrom: { label: 'Starts at', help: 'Share of the full rate at which the ramp begins.' },
  rampSeconds: { label: 'Rises over', help: 'Time until the full rate is reached.' },
  spikeAtSeconds: { label: 'Spike at', help: 'Moment at which the crowd begins to arrive.' },
  spikeFactor: { label: 'Spike height', help: 'Times the normal rate at the top.' },
  spikeRiseSeconds: { label: 'Rises over', help: 'Time from normal to the top.' },
  spikeHoldSeconds: { label: 'Stays for', help: 'Time at the top.' },
  spikeDecaySeconds: { label: 'Falls with', help: 'Time constant of the exponential fall: after this long 37% of the extra load is left.' },
  daySeconds: { label: 'One day takes', help: 'Simulated seconds in which a whole day passes.' },
  dayAmplitude: { label: 'Day and night', help: 'How far the rate swings around its mean: 0.65 gives a peak of 1.65 times the mean.' },
  staticShare: {
    label: 'Static files',
    help: 'Share of requests for images, scripts and styles. What is neither static nor a write is a read.',
  },
  writeShare: { label: 'Writes', help: 'Share of requests that change a row.' },
  keys: { label: 'Rows', help: 'Rows that reads and writes choose from.' },
  keySkew: { label: 'Popularity of rows', help: 'Zipf exponent: 0 asks for all rows alike, 1 mostly for a few.' },
  staticFiles: { label: 'Static files to choose from', help: 'Different files that users ask for.' },
  staticSkew: { label: 'Popularity of files', help: 'Zipf exponent of the static files.' },
};

export const fieldsEn = { link, workload };
