// What the page asks of a browser for its safety, as headers. A page can say the policy itself, but not who may frame it.

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // The preview of the embedded player.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // The one policy, made where workers are started (runner/ownWorker.ts); it returns our own workers' addresses and nothing else.
  'trusted-types app-worker',
];

/** For the page itself: a browser ignores `frame-ancestors` there. */
export const metaPolicy = policy.join('; ');

/** For the embedded player, which anybody may frame: its worker comes from what its own scripts hold. It is two scripts with one policy each. */
export const embedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src blob: data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types app-worker 'allow-duplicates'",
].join('; ');

/** For the document of the embedded player alone: any page may frame it, sandboxed ones may read it. */
export const embedHeaders = { 'Content-Security-Policy': `${embedPolicy}; frame-ancestors *`, 'Access-Control-Allow-Origin': '*' };

/** For every file of the page, by name. */
export const headers = {
  'Content-Security-Policy': [...policy, "frame-ancestors 'self'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const year = 'public, max-age=31536000, immutable';
const always = 'no-cache';

const lines = (separator, indent, end = '') => Object.entries(headers).map(([name, value]) => `${indent}${name}${separator}${value}${end}`);
const quoted = (indent, verb) => Object.entries(headers).map(([name, value]) => `${indent}${verb} ${name} "${value}"`);

/** What hosts read these from, by file name. Files under assets/ carry a hash of what is in them in their name; the others are asked for anew. */
export const hostFiles = {
  // Netlify, Cloudflare Pages.
  // Rules of several paths add up there, and two policies are both obeyed: so each document is told its own.
  _headers: [
    '/*',
    ...lines(': ', '  ').filter((line) => !line.includes('Content-Security-Policy')),
    `  Cache-Control: ${always}`,
    ...['/', '/index.html', '/sw.js'].flatMap((path) => [path, `  Content-Security-Policy: ${headers['Content-Security-Policy']}`]),
    '/assets/*',
    '  ! Cache-Control',
    `  Cache-Control: ${year}`,
    `  Content-Security-Policy: ${headers['Content-Security-Policy']}`,
    '/embed.html',
    ...Object.entries(embedHeaders).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ].join('\n'),
  // Apache, with mod_headers.
  '.htaccess': [
    '<IfModule mod_headers.c>',
    ...quoted('  ', 'Header always set'),
    `  Header set Cache-Control "${always}"`,
    `  Header set Cache-Control "${year}" "expr=%{REQUEST_URI} =~ m#/assets/#"`,
    '  <Files "embed.html">',
    ...Object.entries(embedHeaders).map(([name, value]) => `    Header always set ${name} "${value}"`),
    '  </Files>',
    '</IfModule>',
    '',
  ].join('\n'),
  // nginx: `include` it in the server or location block that serves the page.
  'nginx-headers.conf': [
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
    `add_header Cache-Control "${always}" always;`,
    '',
  ].join('\n'),
  // nginx: `include` it in a `location = …/embed.html` block, in place of the other one.
  'nginx-embed-headers.conf': [
    ...Object.entries({ ...headers, ...embedHeaders }).map(([name, value]) => `add_header ${name} "${value}" always;`),
    `add_header Cache-Control "${always}" always;`,
    '',
  ].join('\n'),
  'vercel.json': `${JSON.stringify(
    {
      headers: [
        { source: '/((?!embed\\.html).*)', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
        { source: '/assets/(.*)', headers: [{ key: 'Cache-Control', value: year }] },
        { source: '/embed.html', headers: Object.entries({ ...headers, ...embedHeaders }).map(([key, value]) => ({ key, value })) },
      ],
    },
    null,
    2,
  )}\n`,
  // Azure Static Web Apps.
  'staticwebapp.config.json': `${JSON.stringify(
    {
      globalHeaders: { ...headers, 'Cache-Control': always },
      routes: [
        { route: '/assets/*', headers: { 'Cache-Control': year } },
        { route: '/embed.html', headers: embedHeaders },
      ],
    },
    null,
    2,
  )}\n`,
};
