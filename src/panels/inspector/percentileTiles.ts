import { leastFor } from '../../statistics/enough.ts';

const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;
type Name = keyof typeof shares;
const names: readonly Name[] = ['p50', 'p95', 'p99'];

interface Words extends Readonly<Record<Name, string>> {
  tooFew: (name: string, answers: number) => string;
}

/** Three numbers of one part; one that has too little data is a dash, which says so. @param numbers -1 for too little, null before a run */
export const percentileTiles = (
  numbers: Readonly<Record<Name, number>> | null,
  format: (seconds: number | undefined) => string,
  words: Words,
  /** Before the names under which they are explained: those of a part, or of all users. */
  whose: 'node-' | 'now-' = 'node-',
): { label: string; value: string; title?: string; why: string }[] =>
  names.map((name) => ({
    label: words[name],
    why: `${whose}${name}`,
    value: format(numbers?.[name]),
    ...(numbers && numbers[name] < 0 ? { title: words.tooFew(words[name], leastFor(shares[name])) } : {}),
  }));
