// The security policy of the built page: in index.html, and as the files in which common hosts look for headers. Not in development, where
// hot reload needs inline scripts.
import { hostFiles, metaPolicy } from './headers.mjs';

/** @returns {import('vite').Plugin} */
export function contentSecurityPolicy() {
  return {
    name: 'content-security-policy',
    transformIndexHtml: {
      order: 'pre',
      handler: (_html, { server }) =>
        server ? [] : [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy }, injectTo: 'head-prepend' }],
    },
    generateBundle() {
      for (const [fileName, source] of Object.entries(hostFiles)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
