// MongoDB's plan for a command, judged as SQLite's is: by an index, in its order, and by every field that is asked for.
import type { mongo } from 'mongoose';
import type { Sent } from './sent-queries.ts';

type Command = Readonly<Record<string, any>>; // what the driver sends

interface Query {
  readonly kind: string;
  readonly collection: string;
  readonly filter: object;
  readonly sort: ReadonlyMap<string, number> | undefined;
  readonly isLimited: boolean;
  /** what the server is asked to explain */
  readonly command: mongo.Document;
}

/** undefined for commands that look for no documents */
export function shapeOf(command: Command): string | undefined {
  const query = readCommand(command);
  if (!query) return undefined;
  const { kind, collection, filter, sort, isLimited } = query;
  // the driver sends an order as a Map
  const order = sort ? ` sort ${JSON.stringify([...sort])}` : '';
  return `${collection}: ${kind} ${JSON.stringify(shapeOfValue(filter))}${order}${isLimited ? ' limit' : ''}`;
}

function readCommand(command: Command): Query | undefined {
  const [kind = ''] = Object.keys(command);
  const query = { kind, collection: String(command[kind]), sort: command.sort, isLimited: false };
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(command).filter(([name]) => !names.includes(name)));
  const plain = without(
    'lsid',
    '$db',
    '$clusterTime',
    'txnNumber',
    'apiVersion',
    '$readPreference',
  );
  switch (kind) {
    case 'find':
      return {
        ...query,
        filter: command.filter ?? {},
        isLimited: 'limit' in command,
        command: plain,
      };
    case 'findAndModify':
      return { ...query, filter: command.query ?? {}, command: plain };
    case 'aggregate':
      // a change stream is told what happens, it looks for nothing
      if ('$changeStream' in Object(command.pipeline[0])) return undefined;
      return { ...query, filter: command.pipeline[0]?.$match ?? {}, command: plain };
    case 'update':
    case 'delete': {
      const list = `${kind}s`;
      const [first] = command[list];
      return { ...query, filter: first.q, command: { ...plain, [list]: [first] } };
    }
    default:
      return undefined;
  }
}

/** Fields and operators stay, values go; a list of one is a list. */
function shapeOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(isPlain) ? value.map(shapeOfValue) : ['?'];
  if (!isPlain(value)) return '?';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, shapeOfValue(inner)]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

interface Stage {
  readonly stage: string;
  readonly indexName?: string;
  readonly keyPattern?: Readonly<Record<string, number>>;
  readonly indexBounds?: Readonly<Record<string, readonly string[]>>;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
  readonly queryPlan?: Stage;
}

/** undefined when there is no such collection (any more) */
export async function explainCommand(
  db: mongo.Db,
  shape: string,
  command: Command,
): Promise<Sent | undefined> {
  const query = readCommand(command);
  if (!query) return undefined;
  const explained = await db.command({ explain: query.command, verbosity: 'queryPlanner' });
  const planner = explained.queryPlanner ?? explained.stages?.[0]?.$cursor?.queryPlanner;
  const stages = stagesOf(planner.winningPlan);
  if (stages.some(({ stage }) => stage === 'EOF')) return undefined;
  const indexes = stages.flatMap(({ indexName }) => indexName ?? []);
  return { collection: query.collection, query: shape, indexes, fault: faultOf(query, stages) };
}

function stagesOf(stage: Stage): Stage[] {
  const inside = [stage.queryPlan, stage.inputStage, ...(stage.inputStages ?? [])];
  return [stage, ...inside.flatMap((inner) => (inner ? stagesOf(inner) : []))];
}

function faultOf({ filter, isLimited }: Query, stages: readonly Stage[]): string | undefined {
  const names = stages.map(({ stage }) => stage);
  // the first few of all, in no order or the index's
  if (isLimited && Object.keys(filter).length === 0 && !names.includes('SORT')) return undefined;
  if (names.includes('COLLSCAN')) return 'reads the whole collection';
  if (names.includes('SORT')) return 'sorts in memory';
  if (names.some((name) => name === 'IDHACK' || name.startsWith('EXPRESS'))) return undefined;
  const scans = stages.filter(({ stage }) => stage === 'IXSCAN');
  // by _id: one document for each that was asked for
  if (scans.some(({ indexName }) => indexName === '_id_')) return undefined;
  const sought = new Set(scans.flatMap(soughtBy));
  const unsought = [...fieldsOf(filter)].filter((field) => !sought.has(field));
  return unsought.length === 0 ? undefined : `reads more than it asks for: not by ${unsought}`;
}

/** The fields that an index seeks, and those behind a range, which it reads without the document. */
function soughtBy({ keyPattern = {}, indexBounds = {} }: Stage): string[] {
  const keys = Object.keys(keyPattern);
  const bounds = keys.map((key) => indexBounds[key] ?? []);
  const open = bounds.findIndex((some) =>
    some.some((bound) => /^\[M(in|ax)Key, M(in|ax)Key\]$/.test(bound)),
  );
  if (open < 0) return keys;
  const range = bounds.slice(0, open).some((some) => some.some((bound) => !isPoint(bound)));
  return range ? keys : keys.slice(0, open);
}

function isPoint(bound: string): boolean {
  const [low, high] = bound.slice(1, -1).split(', ');
  return bound.startsWith('[') && bound.endsWith(']') && low === high;
}

function fieldsOf(filter: object): Set<string> {
  return new Set(
    Object.entries(filter).flatMap(([name, value]) =>
      name.startsWith('$') && Array.isArray(value)
        ? value.flatMap((inner) => [...fieldsOf(inner)])
        : [name],
    ),
  );
}
