import { describe, expect, it } from 'vitest';
import { embedHeaders, embedPolicy, headers, hostFiles, metaPolicy } from './headers.mjs';

const { _headers: netlify, '.htaccess': apache, 'nginx-headers.conf': nginx } = hostFiles as Record<string, string>;
const vercel = JSON.parse(hostFiles['vercel.json']) as { headers: { source: string; headers: { key: string; value: string }[] }[] };
const azure = JSON.parse(hostFiles['staticwebapp.config.json']) as { globalHeaders: Record<string, string> };

/** Header names and values as each host's own syntax has them, read back. */
const readBack: Record<string, [name: string, value: string][]> = {
  Netlify: [...netlify.split('/assets/*')[0].matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value]),
  Apache: [...apache.split('<Files')[0].matchAll(/Header always set ([\w-]+) "(.*)"/g)].map(([, name, value]) => [name, value]),
  nginx: [...nginx.matchAll(/add_header ([\w-]+) "(.*)" always;/g)].map(([, name, value]) => [name, value]),
  Vercel: vercel.headers[0].headers.map(({ key, value }) => [key, value]),
  Azure: Object.entries(azure.globalHeaders),
};

describe('every host is told the same', () => {
  it.each(Object.keys(readBack))('%s', (host) => {
    const told = Object.fromEntries(readBack[host]);
    expect(told).toMatchObject(headers);
  });
});

describe('the policy', () => {
  const rules = new Map(metaPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));

  it('allows nothing that is not named', () => expect(rules.get('default-src')).toEqual(["'none'"]));

  it('lets no text become code, anywhere', () => {
    expect(metaPolicy).not.toMatch(/unsafe|\*|https?:|strict-dynamic/);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
  });

  it('speaks to nobody else', () => expect(rules.get('connect-src')).toEqual(["'self'"]));

  it('is the same as a header, and says there who may frame the page', () => {
    expect(headers['Content-Security-Policy']).toBe(`${metaPolicy}; frame-ancestors 'self'`);
  });
});

describe('the embedded player', () => {
  const rules = new Map(embedPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));

  it('may be framed by anybody and can reach nobody', () => {
    expect(embedHeaders).toEqual({ 'Content-Security-Policy': `${embedPolicy}; frame-ancestors *`, 'Access-Control-Allow-Origin': '*' });
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.has('connect-src')).toBe(false);
    expect(rules.get('worker-src')).toEqual(['blob:']);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
  });

  it('is told so by every host, and no path of it is told the page’s policy as well', () => {
    const wants = Object.entries(embedHeaders);
    const blocks = new Map(netlify.split(/^(?=\/)/m).map((block) => [block.split('\n')[0], block]));
    for (const [name, value] of wants) expect(blocks.get('/embed.html')).toContain(`  ${name}: ${value}\n`);
    expect(blocks.get('/*')).not.toContain('Content-Security-Policy');
    for (const path of ['/', '/index.html', '/assets/*', '/sw.js']) expect(blocks.get(path)).toContain("frame-ancestors 'self'");
    for (const [name, value] of wants) expect(apache.split('<Files "embed.html">')[1]).toContain(`Header always set ${name} "${value}"`);
    const ofNginx = (hostFiles as Record<string, string>)['nginx-embed-headers.conf'];
    for (const [name, value] of wants) expect(ofNginx).toContain(`add_header ${name} "${value}" always;`);
    const rulesFor = (path: string) => vercel.headers.filter(({ source }) => new RegExp(`^${source}$`).test(path));
    expect(rulesFor('/embed.html').length).toBe(1);
    expect(rulesFor('/embed.html')[0].headers).toContainEqual({
      key: 'Content-Security-Policy',
      value: embedHeaders['Content-Security-Policy'],
    });
    expect(rulesFor('/index.html')[0].headers).toContainEqual({
      key: 'Content-Security-Policy',
      value: headers['Content-Security-Policy'],
    });
    expect(JSON.stringify(azure)).toContain(JSON.stringify({ route: '/embed.html', headers: embedHeaders }));
  });
});
