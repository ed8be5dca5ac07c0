import type { WorkloadFields } from '../../design/workloadFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

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
  weekendFactor: {
    label: 'Weekend',
    help: 'The rate of the sixth and seventh day of a week over that of the other days. 1 makes all days alike.',
  },
  staticShare: {
    label: 'Static files',
    help: 'Share of requests for images, scripts and styles. What belongs to no other class is a read.',
  },
  writeShare: { label: 'Writes', help: 'Share of requests that change a row.' },
  keys: { label: 'Rows', help: 'Rows that reads and writes choose from.' },
  keySkew: { label: 'Popularity of rows', help: 'Zipf exponent: 0 asks for all rows alike, 1 mostly for a few.' },
  staticFiles: { label: 'Static files to choose from', help: 'Different files that users ask for.' },
  staticSkew: { label: 'Popularity of files', help: 'Zipf exponent of the static files.' },
  feedShare: { label: 'Feeds', help: 'Share of requests for a page put together from many rows: more CPU, and a join in the database.' },
  loginShare: { label: 'Logins', help: 'Share of requests that check a password: 100 ms of CPU each.' },
  searchShare: { label: 'Searches', help: 'Share of requests that ask the search index.' },
  uploadShare: { label: 'Uploads', help: 'Share of requests that leave a job in the queue, e.g. a photo to be made smaller.' },
};

export const fieldsEn = { workload };
