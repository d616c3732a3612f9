// A file as a browser sends it, in pieces of any size.
import { Readable } from 'node:stream';
import type { Answer, Person } from './app.ts';

export interface Sending {
  readonly survey?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** text fields that stand behind the file */
  readonly after?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly name?: string;
  /** bytes a piece; absent: all at once */
  readonly pieces?: number;
}

export function sendFile(
  person: Person,
  file: Uint8Array | string | AsyncIterable<Uint8Array | string>,
  { survey = '2569', fields = {}, after = {}, query = '', name = 'ไฟล์.csv', pieces }: Sending = {},
): Promise<Answer> {
  const boundary = 'rabfang-test-boundary';
  const textsOf = (some: Readonly<Record<string, string>>) =>
    Object.entries(some)
      .map(
        ([field, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      .join('');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const whole = typeof file === 'string' || file instanceof Uint8Array;
  const body = async function* () {
    yield Buffer.from(textsOf(fields) + head);
    if (whole) yield* cut(Buffer.from(file as string), pieces);
    else for await (const piece of file) yield Buffer.from(piece as string);
    yield Buffer.from(`\r\n${textsOf(after)}--${boundary}--\r\n`);
  };
  return person.send('POST', `/api/surveys/${survey}/batches${query}`, {
    body: Readable.from(body()) as never,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}

function* cut(bytes: Buffer, size = bytes.length): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
