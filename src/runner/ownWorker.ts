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

/**
 * The address again, if it is a script's beside this one (`here`) and nothing more; throws for every other.
 * @param address absolute, or relative to `here`
 */
export function ownAddress(address: string, here: string): string {
  const folder = new URL('.', here).href;
  const { href } = new URL(address, here);
  if (!href.startsWith(folder) || !/^[\w-]+\.js$/.test(href.slice(folder.length))) throw new Error('this is no worker of ours');
  return href;
}

/** While developing there is no policy and no build: sources are served from their own folders. */
const rules: Policy = { createScriptURL: (input) => (import.meta.env.DEV ? input : ownAddress(input, import.meta.url)) };
let policy: Policy | null = null;

/**
 * A fresh worker of the built page.
 * @param address as `import address from './xWorker.ts?worker&url'` gives it
 * @param name shown by the browser's tools
 */
export function ownWorker(address: string, name: string): Worker {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  policy ??= factory ? factory.createPolicy('app-worker', rules) : rules;
  return new Worker(policy.createScriptURL(address), { type: 'module', name });
}
