// `npm run bench`: prints a table (size, median, p95, memory, ratio to a reference of the same run) and writes bench.json.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { check } from './check.bench.ts';
import { csv } from './csv.bench.ts';
import { duckdb } from './duckdb.bench.ts';
import { exported } from './exports.bench.ts';
import { factsEngine } from './facts.bench.ts';
import { figures } from './figures.bench.ts';
import { fleet } from './fleet.bench.ts';
import { form } from './form.bench.ts';
import { type Measured, toTable } from './measure.ts';
import { plan } from './plan.bench.ts';
import { start } from './start.bench.ts';
import { submissions } from './submissions.bench.ts';

const parts: Record<string, () => Promise<Measured[]>> = {
  submissions,
  fleet,
  csv,
  check,
  facts: factsEngine,
  duckdb,
  figures,
  plan,
  exports: exported,
  start,
  form,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(1);
}

const measured: Measured[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  measured.push(...(await part()));
}
process.stdout.write(`${toTable(measured)}\n`);
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  at: new Date().toISOString(),
};
writeFileSync('bench.json', `${JSON.stringify({ machine, measured }, null, 2)}\n`);
