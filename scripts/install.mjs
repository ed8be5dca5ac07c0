// Is what the lock file names really in node_modules? Every script asks this first, with nothing but Node's own modules.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

/** True when every package that this machine cannot do without is there in exactly the locked version. */
export function isInstalled() {
  try {
    const there = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || wanted.peer || there[path]?.version === wanted.version,
    );
  } catch {
    return false;
  }
}

/** `quiet` keeps standard output clean: npm then speaks on standard error only. */
export function installIfMissing({ quiet = false } = {}) {
  if (isInstalled()) return;
  console.error('Installing what is missing: npm ci');
  const done = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: 900_000,
  });
  if (done.status !== 0) {
    console.error('npm ci failed. Is the package registry within reach?');
    process.exit(done.status ?? 1);
  }
}
