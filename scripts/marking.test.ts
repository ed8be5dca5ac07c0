import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const docs = join(import.meta.dirname, '..', 'docs');
const job = parse(readFileSync(join(docs, 'kubernetes/grade-job.yaml'), 'utf8'));
const [container] = job.spec.template.spec.containers;

it('the Kubernetes job plays each part once, and as many as there are', () => {
  expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job', spec: { completionMode: 'Indexed' } });
  const { completions } = job.spec;
  // node and mv stand in, so that what the shell makes of the line is seen
  const said = (index: number) =>
    execFileSync(container.command[0], [container.command[1], `cd "$(mktemp -d)"; node() { echo "$@" >&2; }; ${container.args[0]}; ls`], {
      env: { ...process.env, JOB_COMPLETION_INDEX: String(index) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  expect(said(0)).toBe('part-1.jsonl');
  expect(said(completions - 1)).toBe(`part-${completions}.jsonl`);
  expect(container.args[0]).toContain(`--shard $part/${completions} `);
  const mounts = container.volumeMounts.map(({ name }: { name: string }) => name);
  expect(mounts).toEqual(job.spec.template.spec.volumes.map(({ name }: { name: string }) => name));
});
