/** Reads the formulas of estimates: numbers, names of facts, + - * / and brackets. Pure. */

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const isName = (token: string | undefined): token is string => token !== undefined && /^[A-Za-z]\w*$/.test(token);

/** Names that a formula asks for, each once, in its order. */
export const namesIn = (formula: string): string[] => [...new Set(tokensOf(formula).filter(isName))];

/**
 * @param formula such as `dau * readsPerDay / 86400`
 * @param values of every name in it
 * @returns its value
 * @throws where it cannot be read, or asks for a name that has no value
 */
export function valueOf(formula: string, values: Readonly<Record<string, number>>): number {
  const reader: Reader = { tokens: tokensOf(formula), at: 0 };
  const value = sum(reader, values);
  if (reader.at < reader.tokens.length) throw new Error(`"${reader.tokens[reader.at]}" is too much in "${formula}"`);
  return value;
}

function tokensOf(formula: string): string[] {
  const tokens = formula.match(/\d+(?:\.\d+)?|[A-Za-z]\w*|[-+*/()]/g) ?? [];
  if (tokens.join('') !== formula.replace(/\s+/g, '')) throw new Error(`cannot read "${formula}"`);
  return tokens;
}

function sum(reader: Reader, values: Readonly<Record<string, number>>): number {
  let value = product(reader, values);
  for (let sign = taken(reader, '+', '-'); sign !== null; sign = taken(reader, '+', '-')) {
    const next = product(reader, values);
    value = sign === '+' ? value + next : value - next;
  }
  return value;
}

function product(reader: Reader, values: Readonly<Record<string, number>>): number {
  let value = term(reader, values);
  for (let sign = taken(reader, '*', '/'); sign !== null; sign = taken(reader, '*', '/')) {
    const next = term(reader, values);
    value = sign === '*' ? value * next : value / next;
  }
  return value;
}

function term(reader: Reader, values: Readonly<Record<string, number>>): number {
  if (taken(reader, '(') !== null) {
    const value = sum(reader, values);
    if (taken(reader, ')') === null) throw new Error('a bracket is not closed');
    return value;
  }
  const token = reader.tokens[reader.at++];
  if (isName(token)) {
    if (!Object.hasOwn(values, token)) throw new Error(`nothing is known of "${token}"`);
    return values[token];
  }
  if (token === undefined || !/^\d/.test(token)) throw new Error('a number or a name is missing');
  return Number(token);
}

function taken(reader: Reader, ...wanted: readonly string[]): string | null {
  const token = reader.tokens[reader.at];
  if (token === undefined || !wanted.includes(token)) return null;
  reader.at++;
  return token;
}
