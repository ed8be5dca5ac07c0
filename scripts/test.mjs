// `npm test`: everything, on a fresh machine too. Set-up steps run only when something is missing; the first step that fails
// ends the run with its name. The last line counts the tests. Arguments go to the end-to-end runner.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { countEndToEnd, countIn, countUnit } from './counts.mjs';
import { installIfMissing, root } from './install.mjs';

const minutes = 60_000;
const cache = join(root, 'node_modules/.cache/faultline');
const unitReport = join(cache, 'unit.json');
const e2eReport = join(cache, 'e2e.json');
const costsReport = join(cache, 'costs.json');

function run(command, args, { env = {}, timeout = 10 * minutes } = {}) {
  console.log(`\n$ ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout,
    env: { ...process.env, ...env },
  });
  if (done.error?.code === 'ETIMEDOUT') console.error(`Stopped: no end after ${timeout / minutes} minutes.`);
  return done.status ?? 1;
}

function end(failedStep) {
  const unit = countIn(unitReport, countUnit);
  const parts = [e2eReport, costsReport].map((report) => countIn(report, countEndToEnd));
  const sum = (which) => parts.reduce((total, part) => total + part[which], 0);
  const e2e = { passed: sum('passed'), failed: sum('failed'), flaky: parts.flatMap(({ flaky }) => flaky) };
  if (failedStep) console.error(`\nStopped at: ${failedStep}`);
  for (const name of e2e.flaky) console.log(`flaky, passed only when tried again: ${name}`);
  console.log(`\nunit ${unit.passed} passed, ${unit.failed} failed`);
  console.log(`end to end ${e2e.passed} passed, ${e2e.failed} failed, ${e2e.flaky.length} flaky`);
  console.log(`${unit.passed + e2e.passed} passed, ${unit.failed + e2e.failed} failed`);
  process.exit(failedStep ? 1 : 0);
}

function step(name, ...command) {
  const began = performance.now();
  const code = run(...command);
  console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  if (code !== 0) end(name);
}

function apt(...packages) {
  if (!existsSync('/usr/bin/apt-get')) return 1;
  const isRoot = process.getuid?.() === 0;
  const get = (...args) =>
    run(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['-n', 'apt-get']), '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  return get('update', '-qq') || get('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

async function needBrowser() {
  const { findWholeBrowser, tryBrowser } = await import('./browser.mjs');
  const attempts = [
    // Any system on an open network.
    { when: () => true, get: () => run('npx', ['playwright', 'install', 'chromium'], { timeout: 5 * minutes }) },
    // It is there but lacks libraries.
    {
      when: (browser) => browser.from === 'playwright',
      get: () => run('npx', ['playwright', 'install-deps', 'chromium'], { timeout: 5 * minutes }),
    },
    // Playwright's download is out of reach.
    { when: () => true, get: () => apt('chromium-headless-shell') && apt('chromium') },
  ];
  let browser = await tryBrowser();
  for (const { when, get } of attempts) {
    // One that was named on purpose is mended by who named it.
    if (browser.ok || browser.from === 'env') break;
    if (!when(browser)) continue;
    get();
    browser = await tryBrowser();
  }
  if (!browser.ok) {
    console.error(`${browser.why}\nNo Chromium starts. Run \`npx playwright install --with-deps chromium\`,`);
    console.error('or install Chrome or Chromium, or set E2E_CHROMIUM=/path/to/it.');
    end('finding a browser');
  }
  console.log(`browser: ${browser.from} ${browser.executablePath ?? ''} ${browser.version}`);
  // hidden-tab.spec.ts hides tabs behind others, which a shell without windows cannot
  if (!findWholeBrowser()) apt('chromium');
  if (!findWholeBrowser()) {
    console.error('Only the headless shell of Chromium is here. Install Chrome or Chromium itself, or set E2E_WHOLE_CHROMIUM=/path/to/it.');
    end('finding a browser with windows');
  }
}

/** A port nobody has, so that two runs on one machine do not test each other's page. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A report left over from an earlier run would lie.
for (const report of [unitReport, e2eReport, costsReport]) rmSync(report, { force: true });
installIfMissing();
mkdirSync(cache, { recursive: true });
await needBrowser();
step('type check', 'npx', ['tsc', '-b']);
step('lint', 'npx', ['biome', 'check', '.']);
step('import walls', 'node', ['scripts/walls.mjs']);
step('unit tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], {
  timeout: 30 * minutes,
});
step('claims', 'node', ['scripts/cli.mjs', 'claims'], { timeout: 20 * minutes });
// the recipe for many machines, with GNU parallel wherever it can be had
if (spawnSync('parallel', ['--version']).error) apt('parallel');
step('grading by parts', 'node', ['scripts/spreadGrading.mjs']);
step('build', 'npx', ['vite', 'build', '--logLevel', 'warn']);
step('build as one file', 'npx', ['vite', 'build', '--mode', 'one-file', '--logLevel', 'warn']);
step('build the embedded player', 'node', ['scripts/buildEmbed.mjs']);
step('bundle budget', 'node', ['scripts/size.mjs']);
// What is red twice is broken. What is red once is said by name at the end: a test, or the page, that leans on luck.
const others = process.argv.slice(2);
function endToEnd(name, report, minutesAtMost, ...args) {
  step(name, 'npx', ['playwright', 'test', '--retries=1', ...args, ...others], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, E2E_PORT: process.env.E2E_PORT ?? String(port) },
    timeout: minutesAtMost * minutes,
  });
}
const port = await freePort();
endToEnd('end-to-end tests', e2eReport, 45, '--project=desktop', '--project=phone', '--project=visual', '--pass-with-no-tests');
endToEnd('what the page costs', costsReport, 15, '--project=costs', '--workers=1', '--pass-with-no-tests');
step('a restless visitor', 'node', ['scripts/fuzz.mjs']);
step('lighthouse', 'node', ['scripts/lighthouse.mjs']);
step('a slow network', 'node', ['scripts/slowNetwork.mjs']);
end(null);
