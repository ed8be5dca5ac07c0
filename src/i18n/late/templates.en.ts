/** Ready designs: their titles, and what each is about. */

export const templatesEn = {
  'first-visit': { title: 'First example', what: 'Users, a load balancer, one web server, one database. Turn up the traffic.' },
  single: { title: 'Single server', what: 'Everything on one machine: what every site begins as.' },
  balanced: { title: 'Load balanced', what: 'Several web servers behind a load balancer, a primary and a replica.' },
  chapter: {
    title: 'The full design',
    what: 'DNS, CDN, balanced web servers, cache, replicated database, queue and workers, sized for 2,000 requests a second.',
  },
  stampede: { title: 'Cache stampede', what: 'A popular page ends in the cache, and everybody asks the database for it at once.' },
  'far-users': { title: 'Files near the users', what: 'Users in Seoul, a site in the US, and a CDN that spares them the ocean.' },
  autoscaled: { title: 'An autoscaler under a rise', what: 'Three times the traffic at once: new servers come late, and then enough.' },
  canary: { title: 'A canary release', what: 'A bad version reaches one server of twenty before it is found out and taken back.' },
  'stateful-tier': {
    title: 'Servers that remember',
    what: 'Ten thousand logged-in users, and four servers that each know only whom they have seen.',
  },
  'stateless-tier': {
    title: 'Servers that ask a session store',
    what: 'The same users, and servers that remember nothing: any of them may die.',
  },
  'two-datacentres': {
    title: 'Two data centres',
    what: 'Users in the US and in Korea, each sent to the near data centre; the databases tell each other of writes.',
  },
  'photo-queue': { title: 'Photos by a queue', what: 'Uploads are answered at once; workers make the photos smaller in their own time.' },
  'figure-1-19': {
    title: 'Watched and steered',
    what: 'Figure 1-19: a queue between those who answer and those who work; logs, metrics and automation on every tier.',
  },
  'retry-storm': {
    title: 'A retry storm',
    what: 'A server near its limit is silent for ten seconds, and users who try again never let it up.',
  },
  cascade: { title: 'A failure that spreads', what: 'One of four busy servers dies, and minutes later it has taken the others along.' },
  'split-services': {
    title: 'A monolith split into services',
    what: 'Feed, user and media apart: the media service falls silent, and feeds go on without pictures.',
  },
  'api-gateway': {
    title: 'An interface with limits',
    what: 'Three gateways turn a flood away before the servers notice, as long as they count together.',
  },
  campaign: {
    title: 'Twice the traffic, round by round',
    what: 'One server, one database, and traffic that doubles every minute: what gives way first, and what next?',
  },
  'geo-failover': {
    title: 'A data centre fails',
    what: 'Seven in ten users lose their region for four minutes: DNS finds out, the other coast takes over, and they come back.',
  },
  'netflix-2013': {
    title: 'Two active regions',
    what: 'As Netflix built it in 2013: both regions write, stores tell each other, messages empty far caches; each write is looked for half a second later.',
  },
  replicas: { title: 'Reads on replicas', what: '3,500 reads a second on two replicas, and writes that every copy has to make.' },
  'stack-overflow-2013': {
    title: 'One big database',
    what: 'Ten million visitors a month on nine web servers, two caches and one primary with a standby, as in 2013.',
  },
  'nightly-batch': { title: 'A batch by the clock', what: 'Thousands of jobs at one moment, or spread over minutes.' },
  sharded: {
    title: 'Four shards and a fifth',
    what: 'More writes than one database can take, and a fifth shard that joins while everybody goes on asking.',
  },
  celebrity: {
    title: 'A celebrity on one shard',
    what: 'Thirty percent of all readers want one user: one shard of four is too busy, the others rest.',
  },
};
