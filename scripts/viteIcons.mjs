// One file of the icon library lists all its icons, so a bundler cannot tell from it who shows which, and would load those of late
// panels with the page. In the built page every file asks for its own icons one by one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const list = join(dirname(createRequire(import.meta.url).resolve('lucide-react')), '../esm/lucide-react.mjs');
const statement = /import\s*\{([^}]*)\}\s*from\s*'lucide-react';/g;

/** Name -> file without its ending, for all names that an icon has. */
function iconFiles() {
  const files = new Map();
  for (const [, names, file] of readFileSync(list, 'utf8').matchAll(/export \{([^}]*)\} from '\.\/icons\/([\w-]+)\.mjs'/g)) {
    for (const [, name] of names.matchAll(/default as (\w+)/g)) files.set(name, file);
  }
  return files;
}

/** @returns {import('vite').Plugin} */
export function singleIcons() {
  const files = iconFiles();
  return {
    name: 'single icons',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('node_modules') || !code.includes('lucide-react')) return null;
      return code.replace(statement, (_, names) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => {
            const [icon, as = icon] = name.split(/\s+as\s+/);
            if (!files.has(icon)) throw new Error(`${id}: there is no icon "${icon}"`);
            return `import ${as} from 'lucide-react/icons/${files.get(icon)}';`;
          })
          .join(' '),
      );
    },
  };
}
