/**
 * The only place that makes a worker. Under `require-trusted-types-for 'script'` a browser takes addresses only from a named
 * policy; this one gives back nothing but addresses of scripts that were built together with this one, so no text of a user can
 * become code.
 */

interface Policy {
  createScriptURL(input: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The page is one file that holds its workers' code (scripts/viteOneFile.mjs). */
const isOneFile = import.meta.env.MODE === 'one-file';

/** The address again, if it is of something that the file itself holds; throws for every other. */
export function heldAddress(address: string): string {
  if (!/^blob:[\w:/.-]+$/.test(address)) throw new Error('this is no worker of ours');
  return address;
}

/** From this script's folder: a service worker answers for its own folder and those below, so it lies above all others. */
const serviceWorker = '../sw.js';

/**
 * The address again, if it is a script's beside this one (`here`) or the service worker's and nothing more; throws for every other.
 * @param address absolute, or relative to `here`
 */
export function ownAddress(address: string, here: string): string {
  const folder = new URL('.', here).href;
  const { href } = new URL(address, here);
  if (href === new URL(serviceWorker, here).href) return href;
  if (!href.startsWith(folder) || !/^[\w-]+\.js$/.test(href.slice(folder.length))) throw new Error('this is no worker of ours');
  return href;
}

/** The page is the embedded player, of some plain scripts beside one document (scripts/buildEmbed.mjs). */
const isEmbed = import.meta.env.MODE === 'embed';

/** The address again, if it is of a script of the embedded player in the folder `assets` beside `here`; throws for every other. */
export function partAddress(address: string, here: string): string {
  const { href } = new URL(address, here);
  const folder = new URL('./assets/', here).href;
  if (!href.startsWith(folder) || !/^embed-[\w-]+\.js$/.test(href.slice(folder.length))) throw new Error('this is no part of ours');
  return href;
}

/** While developing there is no policy and no build: sources are served from their own folders. */
const rules: Policy = {
  createScriptURL: (input) => {
    if (import.meta.env.DEV) return input;
    if (isEmbed) return input.startsWith('blob:') ? heldAddress(input) : partAddress(input, document.baseURI);
    return isOneFile ? heldAddress(input) : ownAddress(input, import.meta.url);
  },
};
let policy: Policy | null = null;

/**
 * A fresh worker of the built page.
 * @param address as `import address from './xWorker.ts?worker&url'` gives it
 * @param name shown by the browser's tools
 */
export function ownWorker(address: string, name: string): Worker {
  // What the file holds is one plain script each; a module of a page without a host has no origin and is not loaded.
  return new Worker(trusted(address), { type: isOneFile || isEmbed ? 'classic' : 'module', name });
}

/** The address that the built page registers its service worker by. */
export const ownServiceWorker = (): string => trusted(serviceWorker);

/** Adds a script of the embedded player to its document. Plain scripts need no leave of the host, where modules do. */
export function addPart(address: string): Promise<void> {
  return new Promise((arrived, failed) => {
    const script = document.createElement('script');
    script.src = trusted(address);
    script.addEventListener('load', () => arrived());
    script.addEventListener('error', () => failed(new Error(`${address} did not arrive`)));
    document.head.append(script);
  });
}

function trusted(address: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  policy ??= factory ? factory.createPolicy('app-worker', rules) : rules;
  return policy.createScriptURL(address);
}
