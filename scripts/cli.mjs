// Runs cli/<name>.ts. Node 20 cannot read TypeScript, so the file is bundled once into the cache, keyed by its sources, and
// imported from there. Says nothing of its own: what is printed is the result.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { installIfMissing, root } from './install.mjs';
import { sourcesOf, stampOf } from './sources.mjs';

const [name, ...args] = process.argv.slice(2);
const entry = join(root, 'cli', `${name}.ts`);
if (!name || !existsSync(entry)) {
  const names = readdirSync(join(root, 'cli')).filter((file) => /^[a-z]+\.ts$/.test(file));
  console.error(`There is no command "${name ?? ''}". There is: ${names.map((file) => file.replace('.ts', '')).join(', ')}`);
  process.exit(2);
}

installIfMissing({ quiet: true });

// The one command that can run elsewhere than here: in a worker of the browser, as the page's engine does.
if (name === 'bench' && args.includes('--browser')) {
  const { benchInBrowser } = await import('./benchBrowser.mjs');
  await benchInBrowser(args);
  process.exit();
}

const cache = join(root, 'node_modules/.cache/faultline/cli');
const file = `${name}-${stampOf(sourcesOf('src', 'cli', 'package-lock.json', 'scripts/cli.mjs', 'scripts/viteNumbers.mjs'))}.mjs`;
if (!existsSync(join(cache, file))) await bundle();

// A reader that leaves early (`| head`) is no fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// Paths on the command line are meant from where it was typed, not from the package's root.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
// Room for the engine's functions within each other: 8 to 10 % (docs/performance.md). Whatever runs here gets it, the bench's bare loops too.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=3000');
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], join(cache, file), ...args];
await import(pathToFileURL(join(cache, file)).href);

async function bundle() {
  const { build } = await import('vite');
  const { numbersInPlace } = await import('./viteNumbers.mjs');
  // Written aside and moved in whole, because two commands may start at once.
  const aside = join(cache, `making-${process.pid}`);
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [numbersInPlace()],
      build: {
        ssr: entry,
        outDir: aside,
        target: 'node20',
        sourcemap: 'inline',
        minify: false,
        // top-level `const` stays: the compiler folds it, a `var` it does not (docs/performance.md)
        rolldownOptions: { output: { entryFileNames: file, codeSplitting: false, topLevelVar: false } },
      },
    });
    mkdirSync(cache, { recursive: true });
    // not the one of the same sources: whoever started at the same time may be about to read it
    for (const old of readdirSync(cache)) if (old.startsWith(`${name}-`) && old !== file) rmSync(join(cache, old), { force: true });
    renameSync(join(aside, file), join(cache, file));
  } catch (error) {
    console.error(error.message ?? error);
    process.exit(1);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
