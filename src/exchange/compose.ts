/** Compose files as sketches (https://docs.docker.com/reference/compose-file/, read November 2026): services, who needs whom, networks, ports, copies. */

import { parseDocument } from 'yaml';
import { type NotRead, partOf, type Sketch, type SketchPart, type SketchWire } from './sketch.ts';

/** A file of many references to one text would unfold without end. */
const mostAliases = 100;

type Entry = Readonly<Record<string, unknown>>;
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsOf)
    : isEntry(value)
      ? Object.entries(value).flatMap(([key, each]) => [key, ...textsOf(each)])
      : [String(value ?? '')];

export const isCompose = (text: string): boolean => /^services:\s*(#.*)?$/m.test(text);

/** Of any text; what is no service is listed, never thrown. */
export function readCompose(source: string): Sketch {
  const document = parseDocument(source, { logLevel: 'silent', uniqueKeys: false });
  const notRead: NotRead[] = document.errors.map(({ linePos, message }) => ({
    line: linePos?.[0].line ?? 0,
    text: message.split('\n')[0],
  }));
  const whole = known(() => document.toJS({ maxAliasCount: mostAliases }));
  const services = isEntry(whole) && isEntry(whole.services) ? Object.entries(whole.services) : [];
  const parts: SketchPart[] = [];
  const wires: SketchWire[] = [];
  const names = new Set(services.map(([name]) => name));
  for (const [name, service] of services) {
    if (!isEntry(service)) {
      notRead.push({ line: 0, text: name });
      continue;
    }
    parts.push(partFrom(name, service));
    for (const to of calledBy(name, service, names)) wires.push({ from: name, to, isDirected: true });
  }
  return { title: isEntry(whole) && typeof whole.name === 'string' ? whole.name : '', parts, wires, boxes: [], notRead };
}

/** What a hostile file does to the reader of it is that file's, not the page's. */
function known(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

function partFrom(name: string, service: Entry): SketchPart {
  const image = typeof service.image === 'string' ? [service.image] : [];
  const deploy = isEntry(service.deploy) ? service.deploy : {};
  const copies = Number(deploy.replicas ?? service.scale ?? Number.NaN);
  return partOf(name, {
    label: typeof service.container_name === 'string' ? service.container_name : name,
    software: image,
    instances: Number.isInteger(copies) && copies > 0 ? copies : null,
    isPublic: Array.isArray(service.ports) && service.ports.length > 0,
  });
}

/** By `depends_on` and `links`, and by whose name stands as a host in its environment or command. */
function calledBy(name: string, service: Entry, names: ReadonlySet<string>): Set<string> {
  const said = [service.depends_on, service.links, service.external_links]
    .flatMap((value) => (isEntry(value) ? Object.keys(value) : textsOf(value)))
    .map((text) => text.split(':')[0]);
  const texts = [service.environment, service.command, service.entrypoint].flatMap(textsOf);
  const hosts = texts.flatMap((text) => [...text.matchAll(/(?:^|[=/@,\s])([\w.-]+)(?=:\d|\/|,|\s|$)/g)].map(([, host]) => host));
  return new Set([...said, ...hosts].filter((each) => names.has(each) && each !== name));
}
