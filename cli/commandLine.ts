/** Words after a command, read strictly: what is not understood is said, not guessed. */

/** Something the caller did wrong; its message is all they need. Ends the command with exit code 2. */
export class CommandError extends Error {}

export interface CommandLine {
  /** Words that are no switches, in order. */
  words: readonly string[];
  /** `--name` alone is 'true'. */
  switches: Readonly<Record<string, string>>;
}

/** `known` says of each switch whether a value follows it (`--seed 7` or `--seed=7`). */
export function readCommandLine(args: readonly string[], known: Readonly<Record<string, 'value' | 'flag'>>): CommandLine {
  const words: string[] = [];
  const switches: Record<string, string> = {};
  for (let i = 0; i < args.length; i++) {
    if (!args[i].startsWith('--')) {
      words.push(args[i]);
      continue;
    }
    const [name, ...rest] = args[i].slice(2).split('=');
    if (!Object.hasOwn(known, name))
      throw new CommandError(
        `There is no --${name}. There is: ${Object.keys(known)
          .map((each) => `--${each}`)
          .join(', ')}.`,
      );
    const inline = rest.length > 0 ? rest.join('=') : null;
    if (known[name] === 'flag' && inline !== null) throw new CommandError(`--${name} takes no value.`);
    const value = known[name] === 'flag' ? 'true' : (inline ?? args[++i]);
    if (value === undefined) throw new CommandError(`--${name} needs a value.`);
    switches[name] = value;
  }
  return { words, switches };
}

/** The number behind a switch, or null without it. */
export function numberSwitch({ switches }: CommandLine, name: string, least: number, most: number): number | null {
  const text = switches[name];
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new CommandError(`--${name} takes a number from ${least} to ${most}, not "${text}".`);
  return value;
}

/** As `numberSwitch`, for what comes in whole pieces. */
export function wholeSwitch(line: CommandLine, name: string, least: number, most: number): number | null {
  const value = numberSwitch(line, name, least, most);
  if (value !== null && !Number.isInteger(value)) {
    throw new CommandError(`--${name} takes a whole number from ${least} to ${most}, not "${line.switches[name]}".`);
  }
  return value;
}

/** Runs a command: its text goes out, and what the caller did wrong goes to the error stream with exit code 2. */
export async function runCommand(command: (args: readonly string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await command(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
