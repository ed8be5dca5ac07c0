import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDesign } from '../design/parse.ts';
import { templates } from '../library/templates.ts';
import { specs } from '../nodes/specs.ts';
import { drawn } from './draw.ts';
import { foreignFormat, readForeign } from './readForeign.ts';
import { imageName, recognise } from './recognise.ts';
import { regionNamed } from './regionNames.ts';
import { partOf } from './sketch.ts';
import { writeMermaid } from './writeMermaid.ts';

const kindOf = (label: string) => recognise(partOf('x', { label })).kind;

describe('a part is known by its words', () => {
  it.each([
    ['Users', 'users'],
    ['Mobile clients', 'users'],
    ['사용자', 'users'],
    ['AWS ALB', 'load-balancer'],
    ['Nginx reverse proxy', 'load-balancer'],
    ['로드밸런서', 'load-balancer'],
    ['API Gateway', 'api-gateway'],
    ['Web server 2', 'web-server'],
    ['웹 서버', 'web-server'],
    ['Order service', 'service'],
    ['PaymentService', 'service'],
    ['Redis', 'cache'],
    ['Session store', 'session-store'],
    ['세션 저장소', 'session-store'],
    ['PostgreSQL primary', 'database'],
    ['orders_db', 'database'],
    ['MongoDB', 'nosql'],
    ['Kafka topic', 'queue'],
    ['message-queue', 'queue'],
    ['Workers', 'worker'],
    ['Cron', 'scheduler'],
    ['S3 bucket', 'object-storage'],
    ['Elasticsearch', 'search-index'],
    ['CloudFront', 'cdn'],
    ['Route 53', 'dns'],
    ['Prometheus', 'monitor'],
  ])('%s', (label, kind) => expect(kindOf(label)).toBe(kind));

  it('software is told before words, and an image without its registry and tag', () => {
    expect(imageName('registry.example.com:5000/bitnami/redis:7.2-alpine@sha256:ab')).toBe('redis');
    expect(recognise(partOf('db', { label: 'main', software: ['docker.io/library/postgres:16'] }))).toEqual({
      kind: 'database',
      by: 'software',
    });
  });

  it('what nobody knows is a service, and said to be a guess', () => {
    expect(recognise(partOf('x', { label: 'Frobnicator' }))).toEqual({ kind: 'service', by: 'guess' });
    expect(recognise(partOf('x', { label: 'Frobnicator', shape: 'store' }))).toEqual({ kind: 'database', by: 'shape' });
  });
});

describe('a compose file', () => {
  const text = `
name: shop
services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    depends_on: [web]
  web:
    build: .
    deploy: { replicas: 3 }
    depends_on:
      db: { condition: service_healthy }
    environment:
      DATABASE_URL: postgres://shop:secret@db:5432/shop
      REDIS_HOST: cache
      - 
  cache:
    image: redis:7
  db:
    image: postgres:16
  mailer:
    image: ghcr.io/acme/mailer-worker:2
    environment: ["AMQP=amqp://queue:5672", "NAME=web-mailer"]
  queue:
    image: rabbitmq:3-management
`;
  const read = readForeign(text.replace('      - \n', ''))!;
  const { design, findings } = read;
  const id = (label: string) => design.nodes.find((node) => node.label === label)?.id;
  const hasWire = (from: string, to: string) => design.links.some((link) => link.from === id(from) && link.to === id(to));

  it('is known, and its parts are', () => {
    expect(read.format).toBe('compose');
    expect(design.title).toBe('shop');
    expect(Object.fromEntries(design.nodes.map(({ label, kind }) => [label, kind]))).toMatchObject({
      proxy: 'load-balancer',
      web: 'web-server',
      cache: 'cache',
      db: 'database',
      mailer: 'worker',
      queue: 'queue',
    });
  });

  it('copies become instances, and a published port brings users to it', () => {
    const web = design.nodes.find(({ label }) => label === 'web')!;
    expect(web.params[specs['web-server'].instancesField ?? '']).toBe(3);
    const users = design.nodes.find(({ kind }) => kind === 'users')!;
    expect(design.links.filter(({ from }) => from === users.id).map(({ to }) => to)).toEqual([id('proxy')]);
    expect(findings).toContainEqual({ what: 'users-added' });
  });

  it('who needs whom is wired, also by an address in the environment, and no name is taken for more than it is', () => {
    expect(hasWire('proxy', 'web')).toBe(true);
    expect(hasWire('web', 'db')).toBe(true);
    expect(hasWire('web', 'cache')).toBe(true);
    expect(hasWire('mailer', 'web')).toBe(false);
  });

  it('a worker that is drawn as asking the queue is asked by it, and that is said', () => {
    expect(hasWire('queue', 'mailer')).toBe(true);
    expect(findings).toContainEqual({ what: 'turned', from: 'mailer', to: 'queue' });
  });

  it('a bomb of references does not unfold', () => {
    const bomb = `services:\n  a: &a ["x","x"]\n${Array.from({ length: 40 }, (_, i) => `  b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`).join('\n')}`;
    expect(readForeign(bomb)?.design.nodes ?? []).toEqual([]);
  });
});

const cells = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="dc" value="Seoul" style="swimlane" vertex="1" parent="1"><mxGeometry/></mxCell>
<mxCell id="u" value="" style="shape=umlActor" vertex="1" parent="1"/>
<object id="u2" label="&lt;b&gt;Users&lt;/b&gt;"><mxCell style="shape=umlActor" vertex="1" parent="1"/></object>
<mxCell id="lb" value="Load&lt;br&gt;balancer" style="rounded=1" vertex="1" parent="dc"/>
<mxCell id="web" value="Web" style="rounded=1" vertex="1" parent="dc"/>
<mxCell id="c" value="hot data" style="shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.elasticache" vertex="1" parent="dc"/>
<mxCell id="d" value="things" style="shape=cylinder3" vertex="1" parent="dc"/>
<mxCell id="e1" edge="1" source="u2" target="lb" parent="1"/><mxCell id="e2" edge="1" source="lb" target="web" parent="1"/>
<mxCell id="e3" edge="1" source="web" target="c" style="endArrow=none" parent="1"/>
<mxCell id="e4" edge="1" source="web" target="d" parent="1"/><mxCell id="w" value="asks" vertex="1" parent="e4"/>
</root></mxGraphModel>`;
const packed = (xml: string) => Buffer.from(deflateSync(strToU8(encodeURIComponent(xml)))).toString('base64');

describe('a file of draw.io', () => {
  it.each([
    ['plain', `<mxfile><diagram name="Shop">${cells}</diagram><diagram name="Second">${cells}</diagram></mxfile>`],
    ['packed', `<mxfile><diagram name="Shop">${packed(cells)}</diagram><diagram name="Second">${packed(cells)}</diagram></mxfile>`],
  ])('%s', (_, text) => {
    const { format, design, findings } = readForeign(text)!;
    expect(format).toBe('drawio');
    expect(design.title).toBe('Shop');
    expect(Object.fromEntries(design.nodes.map(({ label, kind }) => [label, kind]))).toEqual({
      Users: 'users',
      'Load balancer': 'load-balancer',
      Web: 'web-server',
      'hot data': 'cache',
      things: 'database',
    });
    expect(design.links).toHaveLength(4);
    expect(design.groups.map(({ label, region }) => [label, region])).toEqual([['Seoul', 'seoul']]);
    expect(design.nodes.filter(({ group }) => group === design.groups[0].id)).toHaveLength(4);
    expect(findings).toContainEqual({ what: 'not-read', line: 0, text: 'Second' });
  });

  it.each([
    ['cut', '<mxfile><diagram>7Vh'],
    ['rubbish', '<mxfile><diagram>!!!!</diagram></mxfile>'],
    ['a bomb', `<mxfile><diagram>${Buffer.from(deflateSync(new Uint8Array(50_000_000))).toString('base64')}</diagram></mxfile>`],
    [
      'own entities',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><mxGraphModel><root><mxCell id="2" vertex="1" value="&b;"/></root></mxGraphModel>',
    ],
  ])('%s: no parts, or few, and no harm', (_, text) => {
    expect(readForeign(text)!.design.nodes.length).toBeLessThan(3);
  });
});

describe('what is drawn', () => {
  it('parses as a design, whatever the sketch says', () => {
    const id = '__proto__';
    const sketch = {
      title: 'x'.repeat(9999),
      parts: [partOf(id, { label: '<img onerror=x>\u202e\u0000' }), partOf('b', { label: '' }), partOf('c', { instances: 1e9 })],
      wires: [
        { from: id, to: id, isDirected: true },
        { from: id, to: 'nobody', isDirected: true },
        { from: 'b', to: id, isDirected: true },
        { from: id, to: 'b', isDirected: true },
      ],
      boxes: [{ id: 'z', label: 'z' }],
      notRead: [],
    };
    const { design } = drawn(sketch);
    const parsed = parseDesign(JSON.parse(JSON.stringify(design)));
    expect(parsed.ok && parsed.repairs).toEqual([]);
    expect(design.nodes).toHaveLength(4);
  });

  it('a chain of hundreds and a circle have an end', () => {
    const parts = Array.from({ length: 600 }, (_, i) => partOf(`link ${i}`));
    const wires = parts.map(({ id }, i) => ({ from: id, to: `link ${(i + 1) % 600}`, isDirected: true }));
    const { design, findings } = drawn({ title: '', parts, wires, boxes: [], notRead: [] });
    expect(design.nodes.length).toBeGreaterThanOrEqual(600);
    expect(findings.filter(({ what }) => what === 'no-wire')).toEqual([expect.objectContaining({ why: 'loop' })]);
  });

  it('two parts never lie on each other', () => {
    for (const { design } of templates) {
      const again = readForeign(writeMermaid(design))!.design;
      const places = again.nodes.map(({ x, y }) => `${x},${y}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe('a design as Mermaid, read back', () => {
  it.each(templates.map(({ id, design }) => [id, design] as const))('%s keeps its parts, wires and boxes', (_, design) => {
    const read = readForeign(writeMermaid(design))!;
    expect(read.findings.filter(({ what }) => what === 'not-read')).toEqual([]);
    const plain = (label: string) => label.replace(/ ×\d+$/, '');
    expect(
      read.design.nodes
        .filter(({ kind }) => kind !== 'users')
        .map(({ label }) => plain(label))
        .sort(),
    ).toEqual(
      design.nodes
        .filter(({ kind }) => kind !== 'users')
        .map(({ label }) => plain(label))
        .sort(),
    );
    expect(read.design.groups.map(({ label }) => label)).toEqual(
      design.groups.filter(({ id }) => design.nodes.some(({ group }) => group === id)).map(({ label }) => label),
    );
  });

  it('a label cannot end what it stands in', () => {
    const design = { ...templates[0].design, nodes: templates[0].design.nodes.map((node) => ({ ...node, label: 'a"] --> end\nclick x' })) };
    const read = readForeign(writeMermaid(design))!;
    expect(read.design.nodes).toHaveLength(design.nodes.length);
    expect(read.findings.filter(({ what }) => what === 'not-read')).toEqual([]);
  });
});

it.each([
  ['Seoul DC', 'seoul'],
  ['서울', 'seoul'],
  ['VPC us-east-1', 'us-east'],
  ['ap_northeast-1a', null],
  ['eu-west-1', 'ireland'],
  ['Region 7', null],
])('%s stands in %s', (label, region) => expect(regionNamed(label)).toBe(region));

it.each(['', 'hello', '{"format":2}', 'null', '[object Object]', '<html></html>', 'x'.repeat(2_000_000)])(
  '%#: nothing of these',
  (text) => {
    expect(foreignFormat(text)).toBeNull();
    expect(readForeign(text)).toBeNull();
  },
);
