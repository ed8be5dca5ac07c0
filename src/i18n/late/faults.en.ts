import type { FaultText } from '../../nodes/kindText.ts';
import type { GeneralFault, LinkFault } from '../../schema/faults.ts';

export const faultsEn = {
  general: {
    errors: { label: 'Errors', help: 'So many of its answers are errors although the work is done.' },
    steal: { label: 'CPU steal', help: 'Neighbours on its machine take so much of its processors: work takes longer.' },
  } as Readonly<Record<GeneralFault, FaultText>>,
  link: {
    latency: { label: 'Latency', help: 'So much more on the round trip.' },
    loss: { label: 'Loss', help: 'So many messages, calls and answers alike, never arrive. Nobody is told.' },
    partition: { label: 'Partition', help: 'Nothing gets through either way. Nobody is told: callers wait their whole timeout.' },
    'requests-lost': { label: 'Calls lost', help: 'One way: calls do not arrive. Callers wait their whole timeout.' },
    'answers-lost': { label: 'Answers lost', help: 'One way: calls arrive and are worked on, but no answer comes home.' },
    certificate: { label: 'Certificate expired', help: 'Every call ends at the handshake: callers know at once.' },
    'pool-leak': {
      label: 'Pool leak',
      help: 'So many calls never give their connection back. Needs a connection pool on the wire; a restart of the caller gives all of them back.',
    },
  } as Readonly<Record<LinkFault, FaultText>>,
  region: {
    title: 'Break the whole region',
    help: 'All machines that stand here at once; its people stay. Power loss: what was in memory is lost, and nobody answers or refuses. Cut off: no wire over its border carries anything. Gray: 1 % lost over the border, and 100 ms more.',
    lose: 'Power loss',
    gray: 'Gray failure',
    cut: 'Cut off',
    join: 'Reconnect',
    fate: 'Zone, and how often it goes down',
    between: 'Network to another region',
    other: 'Other region',
    way: 'What is lost',
    ways: { both: 'Both ways', out: 'What leaves here', in: 'What comes here' },
    partition: 'Partition',
    betweenActs: {
      both: (other: string) => `No network to ${other}`,
      out: (other: string) => `Nothing gets out to ${other}`,
      in: (other: string) => `Nothing gets in from ${other}`,
    },
  },
  whose: 'Whose calls',
  everybody: 'Everybody’s',
  onlyChecks: 'Only its health checks',
  onlyOf: (part: string) => `Only those of ${part}`,
  of: (wire: string, part: string) => `${wire}, for ${part}`,
  ofChecks: (wire: string) => `${wire}, health checks only`,
  more: 'More faults',
  /** Of a part that has no others. */
  only: 'Faults',
  wire: 'Disturb this wire',
  fault: 'Fault',
  amount: 'How much',
  lasts: 'Ends after',
  forEver: 'does not end by itself',
  strike: 'Do it',
  end: 'End it',
  hide: 'Conceal it until it is revealed',
  /** A line of the timeline. */
  struck: (part: string, fault: string, amount: string) => (amount === '' ? `${part}: ${fault}` : `${part}: ${fault} ${amount}`),
  mended: (part: string, fault: string) => `${part}: end of ${fault}`,
  forSeconds: (what: string, time: string) => `${what}, for ${time}`,
  hidden: (count: number) => (count === 1 ? 'One concealed event' : `${count} concealed events`),
  reveal: 'Reveal',
};
export type FaultWords = typeof faultsEn;
