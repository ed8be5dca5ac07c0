/** Ready designs: their titles, and the labels of their parts. */
export const templatesEn = {
  /** Labels of parts as templates write them, by their English form. A number at the end stays. */
  labels: {
    Users: 'Users',
    'Load balancer': 'Load balancer',
    'Web server': 'Web server',
    'Web servers': 'Web servers',
    Autoscaler: 'Autoscaler',
    'Deploy pipeline': 'Deploy pipeline',
    Cache: 'Cache',
    Database: 'Database',
    'Message queue': 'Message queue',
    Worker: 'Worker',
    Workers: 'Workers',
    'Data centre': 'Data centre',
    'US users': 'US users',
    'Korean users': 'Korean users',
    'Users in the US': 'Users in the US',
    'Users in Korea': 'Users in Korea',
    'US East': 'US East',
    Seoul: 'Seoul',
    'Geo DNS': 'Geo DNS',
  },
  items: {
    'first-visit': { title: 'First example', what: 'Users, a load balancer, one web server, one database. Turn up the traffic.' },
    single: { title: 'Single server', what: 'Everything on one machine: what every site begins as.' },
    balanced: { title: 'Load balanced', what: 'Several web servers behind a load balancer, a primary and a replica.' },
    chapter: { title: 'The full design', what: 'DNS, CDN, balanced web servers, cache, replicated database, queue and workers.' },
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
    'two-datacentres': { title: 'Two data centres', what: 'Users on two coasts, each sent to the near data centre.' },
  },
};
