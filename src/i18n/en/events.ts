/** What has to be put into a problem's sentence; all of it worded and formatted already. */
export interface ProblemWords {
  /** Label of the node, or "a to b" of the wire. */
  part: string;
  /** What the part needs, or what it may call. */
  role: string;
  from: string;
  to: string;
  through: string;
  count: string;
  max: string;
  what: string;
  at: string;
  target: string;
  /** Of a wire: how long it waits, how long the work takes, how much has to be left. */
  timeout: string;
  work: string;
  margin: string;
}

export const eventsEn = {
  problems: {
    'no-users': () => 'Nobody sends requests: add users.',
    'users-lead-nowhere': (p: ProblemWords) => `${p.part} lead nowhere: wire them to a DNS, a CDN, a load balancer or a web server.`,
    'needs-wire': (p: ProblemWords) => `${p.part} has nothing to call: wire it to ${p.role}.`,
    'wire-not-allowed': (p: ProblemWords) => `The wire from ${p.from} to ${p.to} means nothing: ${p.from} cannot call ${p.role}.`,
    loop: (p: ProblemWords) => `Requests would go round for ever: ${p.through}. Take one of these wires away.`,
    unreachable: (p: ProblemWords) => `Nothing reaches ${p.part}: it will stay idle.`,
    'several-instances-without-balancer': (p: ProblemWords) =>
      `${p.part} has ${p.count} servers but no load balancer in front: ${p.from} uses only the first.`,
    'steers-nothing': (p: ProblemWords) => `${p.part} is wired to nothing: draw a wire from it to the parts it is to watch or steer.`,
    'state-scattered': (p: ProblemWords) =>
      `${p.part} keep sessions in their memory, but ${p.from} sends a session to any of them: most requests reach a server that does not know it. Make sessions sticky, or keep them in a store.`,
    'state-sticks': (p: ProblemWords) =>
      `${p.part} keep sessions in their memory: when one of them goes, its sessions are lost, and a new one gets few. Keep them in a store.`,
    'no-traffic': () => 'The traffic stands at 0: nothing will happen.',
    'trace-missing': () => 'The arrival shape is a replayed trace, but none has been imported.',
    'recording-missing': () => 'Users are to send recorded requests, but no recording has been imported.',
    'scenario-target-missing': (p: ProblemWords) => `The timeline at ${p.at} names something that is gone: ${p.target}.`,
    'retry-storm': (p: ProblemWords) =>
      `When ${p.part} fails, one request becomes up to ${p.count} calls there: every layer tries again what the one below tried. Retry in one layer only.`,
    'shares-exceed-100': (p: ProblemWords) => `The shares of the request classes add up to ${p.count}: at most 100% is possible.`,
    'carries-unheard': (p: ProblemWords) =>
      `${p.part} is to carry one class of requests only, but ${p.from} does not sort what it sends: all of it goes this way.`,
    'timeout-below-work': (p: ProblemWords) =>
      `The wire to ${p.to} gives up after ${p.timeout}, and an answer takes ${p.work} with nobody else there: most calls are given up while they are worked on. Wait longer, or make the work shorter.`,
    'hedge-alone': (p: ProblemWords) =>
      `The wire to ${p.to} sends a copy of slow calls to another instance, and there is only one: the copy waits behind the call itself. Add an instance, or send no copies.`,
    'margin-eats-all': (p: ProblemWords) =>
      `Calls to ${p.to} are dropped with less than ${p.margin} left, and they begin with ${p.timeout}: all of them are dropped. Make the margin smaller.`,
    'too-big': (p: ProblemWords) => `Too many ${p.what}: ${p.count} of at most ${p.max}.`,
  },
  sizes: {
    nodes: 'parts',
    links: 'wires',
    groups: 'regions',
    notes: 'notes',
    scenario: 'events',
    trace: 'trace points',
    recording: 'recorded requests',
    requests: 'requests per second',
    text: 'characters',
    depth: 'levels',
  },
  connect: {
    missing: () => 'One end of this wire is gone.',
    self: () => 'A part cannot call itself.',
    exists: () => 'These two are wired already.',
    role: (from: string, to: string) => `${from} cannot call ${to}.`,
    callable: (roles: string) => `It can call ${roles}.`,
    roleNone: (from: string) => `${from} calls nobody: draw the wire towards it instead.`,
    loop: () => 'Requests would go round for ever.',
  },
  failover: {
    done: (part: string, duration: string) => `${part} failed over in ${duration}`,
    /** As long as it goes on: what stays true while it is read. */
    running: (part: string, since: string) => `${part} has had no primary since ${since}`,
    itself: (part: string, duration: string) => `${part} had no primary for ${duration}, until the old one was back`,
    cost: (refused: string, lost: string, stale: string) =>
      `${refused} ${refused === '1' ? 'write' : 'writes'} refused, ${lost} acknowledged ${lost === '1' ? 'write' : 'writes'} lost, ${stale} stale ${stale === '1' ? 'read' : 'reads'}`,
  },
  site: {
    down: (site: string, since: string) => `${site} has been down since ${since}`,
    back: (site: string, duration: string) => `${site} was down for ${duration}`,
    unfound: 'nobody outside has found out yet',
    found: (after: string) => `found out after ${after}`,
    cost: (sent: string) => `${sent} ${sent === '1' ? 'request' : 'requests'} sent there in vain`,
  },
  scenario: {
    crash: (part: string) => `Crash ${part}`,
    hang: (part: string) => `Hang ${part}`,
    slow: (part: string, factor: string) => `Slow ${part} ${factor}`,
    recover: (part: string) => `Recover ${part}`,
    set: (part: string, field: string, value: string) => `${part}: ${field} = ${value}`,
    setWorkload: (field: string, value: string) => `Traffic: ${field} = ${value}`,
  },
  deleted: (count: number) => (count === 1 ? 'Deleted 1 part' : `Deleted ${count} parts`),
  pasteFailed: 'The clipboard holds no parts of a design, and no drawing that can be read.',
  mermaidCopied: 'Mermaid flowchart copied',
  clipboardDenied: 'The browser does not allow reading the clipboard: press Ctrl+V instead.',
};
