// DuckDB in memory with the responses that the facts hold, and the dashboard's counts from it by two queries: issues by
// grouping sets, and responses by the set of strategies of each (many times faster there than count(distinct …) a set).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Countable } from '../../server/facts/countable.ts';
import { strategies } from '../../shared/survey/strategies.ts';

const version = '1.5.6-r.1';
const areas = [...strategies, null];
const none = 'none';

/** by `province strategy`; `*` where all of them are counted */
export interface Dashboard {
  readonly issues: ReadonlyMap<string, number>;
  readonly responses: ReadonlyMap<string, number>;
}

export interface DuckDb {
  fill(responses: Iterable<Countable>): Promise<void>;
  dashboard(where: string): Promise<Dashboard>;
  close(): void;
}

type Row = Readonly<Record<string, string | number | null>>;

export async function openDuckDb(): Promise<DuckDb> {
  const { DuckDBInstance } = await import(installed());
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = async (query: string): Promise<Row[]> =>
    (await connection.runAndReadAll(query)).getRowObjectsJson();
  return {
    async fill(responses) {
      await connection.run(`create table staged (response integer, province varchar, strategy varchar,
        area integer, type varchar, severity integer, channel varchar, status varchar, day varchar, affected integer)`);
      const appender = await connection.createAppender('staged');
      let number = 0;
      for (const response of responses) append(appender, response, ++number);
      appender.closeSync();
      await connection.run(`create table issues as select * exclude (day), cast(day as date) as day,
        substr(day, 1, 7) as month from staged`);
      await connection.run('drop table staged');
    },
    async dashboard(where) {
      const issues = await read(issuesOf(where));
      const responses = await read(responsesOf(where));
      return { issues: countIssues(issues), responses: countResponses(responses) };
    },
    close: () => connection.closeSync(),
  };
}

/** what counts: approved, or received by another door than the citizens' */
const counts = "(status = 'approved' or (status = 'received' and channel <> 'citizen'))";

const issuesOf = (where: string) => `
  select grouping(province, strategy, month, type, severity, channel) as set,
    province, strategy, month, type, severity, channel, count(*)::integer as issues,
    sum(affected)::double as affected, count(affected)::integer as known, avg(severity) as mean, count(severity)::integer as rated
  from issues where ${counts} and ${where}
  group by grouping sets ((), (province), (strategy), (province, strategy), (month, strategy), (type), (severity),
    (channel), (type, strategy))`;

const responsesOf = (where: string) => `
  select province, type, channel, areas, count(*)::integer as responses from (
    select any_value(province) as province, any_value(type) as type, any_value(channel) as channel, bit_or(area) as areas
    from issues where ${counts} and ${where} group by response)
  group by all`;

/** GROUPING() of province, strategy, month, type, severity, channel: a bit is 1 where the column is not in the set */
const sets = { all: 0b111111, strategy: 0b101111, both: 0b001111 } as const;

function countIssues(rows: readonly Row[]): Map<string, number> {
  const wanted = new Set<number>(Object.values(sets));
  return new Map(
    rows
      .filter(({ set }) => wanted.has(Number(set)))
      .map(({ set, province, strategy, issues }) => [
        `${province ?? '*'} ${Number(set) === sets.all ? '*' : (strategy ?? none)}`,
        Number(issues),
      ]),
  );
}

function countResponses(rows: readonly Row[]): Map<string, number> {
  const counted = new Map<string, number>();
  const add = (key: string, responses: number) =>
    counted.set(key, (counted.get(key) ?? 0) + responses);
  for (const { province, areas: seen, responses } of rows) {
    add('* *', Number(responses));
    for (const [i, area] of areas.entries()) {
      if ((Number(seen) & (1 << i)) === 0) continue;
      add(`* ${area ?? none}`, Number(responses));
      add(`${province} ${area ?? none}`, Number(responses));
    }
  }
  return counted;
}

interface Appender {
  appendVarchar(value: string): void;
  appendInteger(value: number): void;
  appendNull(): void;
  endRow(): void;
}

function append(appender: Appender, response: Countable, number: number) {
  for (const { strategy, severity, affected } of response.issues) {
    const values = [
      number,
      response.place.province,
      strategy,
      1 << areas.indexOf(strategy),
      response.respondent.type,
      severity,
      response.channel,
      response.status,
      response.day,
      affected,
    ];
    for (const value of values) {
      if (value === null) appender.appendNull();
      else if (typeof value === 'number') appender.appendInteger(value);
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
}

/** Where the package is: 70 MB that nothing but this measurement needs, fetched by the first one, beside the others. */
function installed(): string {
  const folder = join('node_modules', '.bench', `duckdb-${version}`);
  const entry = join(folder, 'node_modules', '@duckdb', 'node-api', 'lib', 'index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    const { status } = spawnSync('npm', [...args, `@duckdb/node-api@${version}`], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('DuckDB could not be fetched.');
  }
  return join(process.cwd(), entry);
}
