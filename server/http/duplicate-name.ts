// Finds a name that stands twice in one object of a JSON text, in one pass over its characters.
import { problem } from './problem.ts';

const deepest = 100;
const quote = 34;
const comma = 44;
const colon = 58;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

interface Level {
  /** undefined: an array */
  readonly names: Set<string> | undefined;
  name: string;
  index: number;
}

/**
 * The JSON pointer of the first name that repeats within its object; undefined when none does. `text` is valid JSON.
 * @throws unreadable when it is nested more than 100 deep
 */
export function findDuplicateName(text: string): string | undefined {
  const levels: Level[] = [];
  let level: Level | undefined;
  let string = { start: 0, end: 0 };
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        string = { start: at, end: endOfString(text, at) };
        at = string.end - 1;
        break;
      case openObject:
      case openList:
        level = open(levels, text.charCodeAt(at) === openObject);
        break;
      case closeObject:
      case closeList:
        levels.pop();
        level = levels.at(-1);
        break;
      case comma:
        if (level) level.index++;
        break;
      case colon:
        if (level?.names && isTaken(level, text.slice(string.start, string.end)))
          return pointerOf(levels);
    }
  }
  return undefined;
}

/** the place after the closing quote */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) {
    at += text.charCodeAt(at) === backslash ? 2 : 1;
  }
  return at + 1;
}

function open(levels: Level[], isObject: boolean): Level {
  if (levels.length >= deepest)
    throw problem('unreadable', { detail: 'The body is nested too deeply.' });
  const level = { names: isObject ? new Set<string>() : undefined, name: '', index: 0 };
  levels.push(level);
  return level;
}

/** Two ways to write a name, `a` and `\u0061`, are one name. */
function isTaken(level: Level, written: string): boolean {
  level.name = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
  if (level.names?.has(level.name)) return true;
  level.names?.add(level.name);
  return false;
}

function pointerOf(levels: readonly Level[]): string {
  return levels
    .map(({ names, name, index }) => (names ? name : String(index)))
    .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`)
    .join('');
}
