// An archive that is small until it is unpacked, and what it says of itself.
import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import { unpackedSize } from '../../../client/workbook/archive.ts';
import { Unpackable } from '../../../shared/workbook/reading/unpackable.ts';

interface Part {
  readonly content: Buffer;
  readonly method?: 0 | 8 | 99;
  /** what the directory says of its size */
  readonly claimed?: number;
}

/** APPNOTE.TXT 4.3, as little as readers need */
function archive(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { content, method = 8, claimed = content.length } of parts) {
    const packed = method === 8 ? deflateRawSync(content) : content;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt32LE(at, 42);
    bodies.push(head, packed);
    directory.push(entry);
    at += head.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}

const zeros = Buffer.alloc(1_000_000);

async function failure(bytes: Uint8Array<ArrayBuffer>, most = 10_000_000): Promise<string> {
  const error = await unpackedSize(bytes, most).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(Unpackable);
  return (error as Unpackable).why;
}

describe('the unpacked size of an archive', () => {
  it('is that of all its parts, packed or not', async () => {
    const bytes = archive([{ content: zeros }, { content: Buffer.from('abc'), method: 0 }]);
    expect(await unpackedSize(bytes, 10_000_000)).to.equal(1_000_003);
    expect(bytes.length).to.be.below(2_000);
  });

  it('is counted and not believed, and no further than to the limit', async () => {
    const bomb = archive(Array.from({ length: 50 }, () => ({ content: zeros, claimed: 10 })));
    expect(await failure(bomb)).to.equal('too-large');
  });

  it('is none of what is no archive, is cut, or is packed in a way that workbooks are not', async () => {
    const whole = archive([{ content: Buffer.from('a workbook '.repeat(500)) }]);
    expect(await failure(new Uint8Array(100))).to.equal('damaged');
    expect(await failure(new Uint8Array())).to.equal('damaged');
    expect(await failure(whole.slice(40))).to.equal('damaged');
    expect(await failure(archive([{ content: zeros, method: 99 }]))).to.equal('damaged');
    const spoilt = whole.slice();
    spoilt.fill(255, 30, 60);
    expect(await failure(spoilt)).to.equal('damaged');
  });
});
