// Which files a build is made from, and when they were last touched.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** Every file below the named places, paths relative to the root, tests left out. A place that is a file counts as itself. */
export function sourcesOf(...places) {
  const files = [];
  for (const place of places) {
    const stat = statSync(join(root, place), { throwIfNoEntry: false });
    if (!stat) continue;
    if (stat.isFile()) {
      files.push({ path: place, at: stat.mtimeMs, bytes: stat.size });
      continue;
    }
    for (const entry of readdirSync(join(root, place), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (!entry.isFile() || path.includes('.test.')) continue;
      const { mtimeMs, size } = statSync(path);
      files.push({ path, at: mtimeMs, bytes: size });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const newestOf = (files) => files.reduce((newest, { at }) => Math.max(newest, at), 0);

/** Changes whenever a file comes, goes or is written. */
export function stampOf(files) {
  const hash = createHash('sha256');
  for (const { path, at, bytes } of files) hash.update(`${path} ${at} ${bytes}\n`);
  return hash.digest('hex').slice(0, 16);
}
