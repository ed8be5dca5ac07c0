/** Words of a shard router's panel. */

export const shardsEn = {
  title: 'Shards',
  which: 'What to show',
  heat: 'Load',
  ring: 'Keys',
  hot: 'Hot',
  rows: 'Rows',
  none: 'Play to see the shards.',
  shard: 'Shard',
  keys: 'Keys',
  data: 'Data',
  rate: 'Queries',
  busy: 'Busy',
  p99: 'p99',
  spare: 'not in use',
  left: (count: string) => `${count} keys are still on the way`,
  heatHelp: 'Queries per second, shard by shard, from left to right the last minutes. Outlined: more than twice the mean.',
  heatSummary: (hottest: string, ratio: string) => `The hottest is ${hottest}, at ${ratio} of the mean.`,
  onRing: 'On the ring',
  byRemainder: 'By the remainder',
  ringHelp:
    '200 keys at the place of their hash, in the colour of the shard they are on, or would be on if shards were found so. Marks outside are virtual nodes. A key that moves is hollow and shows where it goes.',
  ringMetrics: { uneven: 'Uneven by', movesOnRing: 'Moves, ring', movesByRemainder: 'Moves, remainder' },
  otherRing: 'of 100 rings one is as far from the mean as this',
  ringTheory: (shards: number, points: number, keys: number) =>
    `Uneven: standard deviation of the shards’ shares of the circle over their mean, √((n − 1) ÷ (n·v + 1)) for n = ${shards} shards with v = ${points} points. Moves: of ${keys} keys of this run, those that change their shard when one more joins; 1 ÷ (n + 1) on the ring, 1 − gcd ÷ (n + 1) by the remainder. ± and ranges are 99%: other keys, and the luck of one ring among all.`,
  hotHelp: 'The most wanted keys of the last count.',
  user: (id: string) => `User ${id}`,
  rowsHelp:
    'Some rows, the shard that has each, and the number of the write that each of its servers would show: 0 is as in the beginning.',
  row: 'Row',
  versions: 'Versions',
  moves: (shard: string) => `moves to ${shard}`,
  looked: 'looked after',
};
