// JSON bodies: at most 1 MiB, valid UTF-8, no key twice in one object (JSON.parse would silently take the last).
import { isUtf8 } from 'node:buffer';
import type { RequestHandler } from 'express';
import express from 'express';
import { problem } from './problem.ts';

const maxBytes = 1024 * 1024;

export function jsonBody(): RequestHandler {
  return express.json({
    limit: maxBytes,
    strict: false,
    verify: (_req, _res, body) => {
      if (!isUtf8(body)) throw problem('unreadable', { detail: 'The body is not valid UTF-8.' });
      const twice = findDuplicateKey(body.toString('utf8'));
      if (twice !== undefined) {
        throw problem('unreadable', {
          detail: 'A name stands twice in one object of the body; keep one.',
          errors: [{ pointer: twice, expected: 'one value' }],
        });
      }
    },
  });
}

interface Level {
  /** undefined: an array */
  readonly keys: Set<string> | undefined;
  key: string;
  index: number;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** The JSON pointer of the first key that repeats within its object; undefined when none does. Broken JSON is JSON.parse's to report. */
export function findDuplicateKey(text: string): string | undefined {
  const levels: Level[] = [];
  let last = '';
  for (const [part] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (part === '{' || part === '[') {
      levels.push({ keys: part === '{' ? new Set() : undefined, key: '', index: 0 });
      if (levels.length > 100)
        throw problem('unreadable', { detail: 'The body is nested too deeply.' });
    } else if (part === '}' || part === ']') levels.pop();
    else if (part === ',' && level) level.index++;
    else if (part === ':' && level?.keys) {
      level.key = unquote(last);
      if (level.keys.has(level.key)) return pointerOf(levels);
      level.keys.add(level.key);
    }
    last = part;
  }
  return undefined;
}

function unquote(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text; // a broken escape: JSON.parse of the whole body refuses it
  }
}

function pointerOf(levels: readonly Level[]): string {
  const parts = levels.map(({ keys, key, index }) => (keys ? key : String(index)));
  return parts
    .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`)
    .join('');
}
