// Sends one made request after the other, several at once, and gathers what is wrong with the answers.
import type { FuzzedServer, Memory, PersonName } from './fuzzed-server.ts';
import { type Random, seededRandom } from './random.ts';
import type { WireRequest } from './requests-mutated.ts';
import { type Answered, faultOf, NoAnswer, sendRequest } from './requests-sent.ts';

export interface Round {
  readonly person: PersonName;
  readonly wire: WireRequest;
}

export interface Course {
  readonly seed: number;
  /** rounds after which the answers that are kept have filled their bounded room: memory is compared with then */
  readonly warmAfter: number;
  /** whether another round shall be made after this many */
  goesOn(rounds: number): boolean;
  make(random: Random): Round;
  /** what else must hold of an answer that is no failure; undefined: it does */
  readonly alsoFault?: (answer: Answered) => string | undefined;
}

export interface Report {
  readonly rounds: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** milliseconds of the slowest answer, of those that were slow again when asked alone */
  readonly slowest: number;
  readonly faults: readonly string[];
  readonly memory: { readonly before: Memory | undefined; readonly after: Memory | undefined };
}

const atOnce = 6;
const longestMs = 2000;

export async function fuzz(server: FuzzedServer, course: Course): Promise<Report> {
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  const slow: { round: Round; seed: number; ms: number }[] = [];
  let slowest = 0;
  let rounds = 0;
  let before: Memory | undefined;
  const work = async () => {
    while (course.goesOn(rounds) && faults.length < 20) {
      const seed = course.seed + rounds++;
      if (rounds === course.warmAfter) before = await server.memory();
      const round = course.make(seededRandom(seed));
      const answer = await answerTo(server, round);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const fault =
        faultOf(round.wire, answer) ??
        (answer.status < 300 ? course.alsoFault?.(answer) : undefined);
      if (fault) faults.push(tell(seed, round, fault));
      if (answer.ms > longestMs) slow.push({ round, seed, ms: answer.ms });
      else slowest = Math.max(slowest, answer.ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const { round, seed } of slow) {
    // others share the machine: what is slow because of what it asks is slow again
    const again = [await answerTo(server, round), await answerTo(server, round)].map(
      ({ ms }) => ms,
    );
    const ms = Math.min(...again);
    slowest = Math.max(slowest, ms);
    if (ms > longestMs) faults.push(tell(seed, round, `takes ${Math.round(ms)} ms`));
  }
  const memory = { before, after: await server.memory() };
  return { rounds, statuses, slowest, faults, memory };
}

async function answerTo(server: FuzzedServer, { person, wire }: Round): Promise<Answered> {
  const token = await server.token(person);
  const answer = await sendRequest(server.url, wire, token).catch(cutOff);
  const isOver = wire.method === 'DELETE' && answer.status === 204;
  if (isOver) await server.token(person, true);
  return answer;
}

/** The server may close a connection on which it will read no more; what it said before is lost then. It may not vanish. */
function cutOff(error: NodeJS.ErrnoException): Answered {
  if (error instanceof NoAnswer) return { status: 599, headers: {}, text: '', ms: 0 };
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE')
    return { status: 0, headers: {}, text: '', ms: 0 };
  throw error;
}

function tell(seed: number, { person, wire }: Round, fault: string): string {
  const { method, target, headers, body } = wire;
  return [
    `FUZZ_SEED=${seed}: ${method} ${target.slice(0, 300)} by ${person} ${fault}`,
    JSON.stringify(headers).slice(0, 300),
    body?.toString('latin1').slice(0, 300) ?? '',
  ].join('\n  ');
}

export function describeReport({ rounds, statuses, slowest, memory }: Report): string {
  const { before, after } = memory;
  const held =
    before && after
      ? `; memory held ${before.held.toFixed(1)} → ${after.held.toFixed(1)} MB, resident ${before.resident.toFixed(0)} → ${after.resident.toFixed(0)} MB`
      : '';
  return `${rounds} sent, slowest ${Math.round(slowest)} ms, ${JSON.stringify(statuses)}${held}`;
}
