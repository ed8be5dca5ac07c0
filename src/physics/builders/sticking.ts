/** Sessions that stick to servers: how unevenly a hash deals them. */

import type { Design } from '../../design/design.ts';
import { meanOf } from '../../statistics/estimate.ts';
import type { Builder, Row } from '../experiment.ts';
import { Beyond, balancer, chain, station } from '../parts.ts';
import { playTo } from '../play.ts';
import { meanIn } from './moments.ts';

/** Instances of a node. */
const mostServers = 500;
/** Pages that everybody looks at on average before the sessions are counted: e^-7 of them have not asked for any by then. */
const pages = 7;

/** What the parts are called decides where a hash puts them and those who come from them: other names are another hash. */
export function renamed(design: Design, suffix: string): Design {
  const name = (id: string) => `${id}-${suffix}`;
  return {
    ...design,
    nodes: design.nodes.map((node) => ({ ...node, id: name(node.id) })),
    links: design.links.map((link) => ({ ...link, from: name(link.from), to: name(link.to) })),
    scenario: design.scenario.map((event) => ('node' in event ? { ...event, node: name(event.node) } : event)),
  };
}

/** Fullest and emptiest of several over their mean, and the mean square of how far each is from it. */
export function unevenness(counts: readonly number[]): Row {
  const mean = meanOf(counts);
  return {
    most: Math.max(...counts) / mean,
    least: Math.min(...counts) / mean,
    square: meanOf(counts.map((count) => (count / mean - 1) ** 2)),
  };
}

/** The root of the mean of squares. */
export const rootIn = (name: string) => (rows: readonly Row[]) => Math.sqrt(meanOf(rows.map((row) => row[name])));

/** Sessions without end over servers that remember them, each sent where the hash of its client's address says. */
export const sticking: Builder = ({ parameters }) => {
  const people = parameters.count('sessions');
  const instances = parameters.count('servers', 2, mostServers);
  const assignment = parameters.text('assignment');
  if (assignment !== 'uniform hash') throw new Beyond(`sessions assigned by ${assignment}`);
  const viewSeconds = 1;
  const design = chain(
    [
      {
        kind: 'users',
        params: {
          visits: 'sessions',
          loop: 'closed',
          people,
          viewSeconds,
          sessionSeconds: 86_400,
          dynamicPerView: 1,
          staticPerView: 0,
          patienceSeconds: 120,
        },
      },
      balancer('ip-hash', { sticky: 'address' }),
      station({ instances, vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01, state: 'stateful' }),
    ],
    { staticShare: 0, writeShare: 0, keys: 1, keySkew: 0 },
  );
  return {
    form: 'replicated',
    design,
    designOf: (r) => renamed(design, String(r)),
    seconds: pages * viewSeconds,
    play: (run) => {
      playTo(run, pages * viewSeconds);
      const columns = run.layout.columns.flatMap(({ node, metric }, at) => (node === 2 && metric === 'sessionsHeld' ? [at] : []));
      const { values } = run.takeFrames()[0];
      // places for further instances come after those that there are
      return unevenness(columns.slice(0, instances).map((at) => values[at]));
    },
    metrics: {
      imbalance_max_over_mean: meanIn('most'),
      imbalance_min_over_mean: meanIn('least'),
      sd_server_share_relative: rootIn('square'),
    },
  };
};
