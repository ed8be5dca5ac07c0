import { describe, expect, it } from 'vitest';
import { setParam } from '../design/edits.ts';
import { templateNamed } from '../library/templates.ts';
import { leverOf } from './lever.ts';

const designNamed = (id: string) => {
  const design = templateNamed(id)?.design;
  if (!design) throw new Error(`no template ${id}`);
  return design;
};

describe('what would help', () => {
  it('is one more server where a load balancer shares the work', () => {
    const design = designNamed('first-visit');
    const web = design.nodes.find(({ id }) => id === 'web-1');
    expect(web && leverOf(design, web)).toMatchObject({ kind: 'raise', node: 'web-1', field: 'instances', from: 1, to: 2 });
  });

  it('is a load balancer where a second server would stand idle', () => {
    const design = designNamed('single');
    const web = design.nodes.find(({ kind }) => kind === 'web-server');
    expect(web && leverOf(design, web)).toEqual({ kind: 'balance' });
  });

  it('is nothing where there are as many as can be, or where instances are not counted', () => {
    const most = setParam(designNamed('first-visit'), 'web-1', 'instances', 1e9);
    const [web, users] = [most.nodes.find(({ id }) => id === 'web-1'), most.nodes.find(({ id }) => id === 'users-1')];
    expect(web && leverOf(most, web)).toBeNull();
    expect(users && leverOf(most, users)).toBeNull();
  });
});
