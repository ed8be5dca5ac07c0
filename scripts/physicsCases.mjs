// Makes src/library/physics/cases.json, the cases of "Check our physics", from a full file of reference cases:
//   node scripts/physicsCases.mjs <cases.json>
// Leaves out what neither the page nor `validate` reads (other tools' results, notes on how tolerances were found).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const kept = [
  'id',
  'kind',
  'tier',
  'description',
  'parameters',
  'expected',
  'tolerance',
  'kappa',
  'primary_metric',
  'suggested_run',
  'quick_run',
  'expected_trace',
  'ordering',
  'source',
];

const given = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const trim = (one) => Object.fromEntries(kept.filter((name) => one[name] !== undefined).map((name) => [name, one[name]]));
const file = { schema_version: given.schema_version, title: given.title, conventions: given.conventions, cases: given.cases.map(trim) };
// one case a line: small, and a change to a case is one line of a diff
const lines = file.cases.map((one) => JSON.stringify(one)).join(',\n');
const head = JSON.stringify({ ...file, cases: [] }).slice(0, -2);
writeFileSync(join(root, 'src/library/physics/cases.json'), `${head}\n${lines}\n]}\n`);
