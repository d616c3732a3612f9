// What is stored as a photo is one from its first byte to its last, and says nothing but the picture.
import { expect } from 'chai';
import fc from 'fast-check';
import { cleanJpeg } from '../../../shared/photos/jpeg.ts';
import { readPhoto } from '../../../shared/photos/read-photo.ts';
import {
  aJpeg,
  aPng,
  aWebp,
  jpegSegment,
  pngChunk,
  pngSignature,
  webpChunk,
} from '../../support/photos.ts';

const text = (words: string) => Buffer.from(words, 'latin1');
const exif = jpegSegment(0xe1, text('Exif\0\0II*\0 GPS 18.79 98.98'));
const after = (bytes: Buffer, more: string) => Buffer.concat([bytes, text(more)]);
const canvas = (flags: number) =>
  webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

const refused: readonly (readonly [string, Buffer, string])[] = [
  ['nothing', Buffer.alloc(0), 'no-photo'],
  ['a page called .jpg', text('<!doctype html><script>alert(1)</script>'), 'no-photo'],
  ['a drawing in SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-photo'],
  ['a GIF', text('GIF89a\x01\0\x01\0\0\0\0;'), 'no-photo'],
  ['a PDF', text('%PDF-1.7'), 'no-photo'],
  ['a JPEG with EXIF', aJpeg({ more: [exif] }).bytes, 'metadata'],
  [
    'a JPEG with XMP',
    aJpeg({ more: [jpegSegment(0xe1, text('http://ns.adobe.com/xap/1.0/\0'))] }).bytes,
    'metadata',
  ],
  [
    'a JPEG with a comment',
    aJpeg({ more: [jpegSegment(0xfe, text('081-234-5678'))] }).bytes,
    'metadata',
  ],
  [
    'a JPEG with IPTC',
    aJpeg({ more: [jpegSegment(0xed, text('Photoshop 3.0\0'))] }).bytes,
    'metadata',
  ],
  [
    'a JPEG with a thumbnail',
    aJpeg({ more: [jpegSegment(0xe0, text('JFXX\0\x10more'))] }).bytes,
    'metadata',
  ],
  ['a JPEG with a file behind it', after(aJpeg().bytes, 'PK\x03\x04'), 'damaged'],
  ['a JPEG that was cut', aJpeg().bytes.subarray(0, -1), 'damaged'],
  ['a JPEG without a scan', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'damaged'],
  ['a JPEG without width', aJpeg({ width: 0 }).bytes, 'damaged'],
  ['a JPEG as wide as a bomb', aJpeg({ width: 65_000 }).bytes, 'too-wide'],
  ['a JPEG of very many scans', manyScans(), 'damaged'],
  ['a PNG with words', aPng(4, 4, [pngChunk('tEXt', text('Author\0somchai'))]).bytes, 'metadata'],
  ['a PNG with EXIF', aPng(4, 4, [pngChunk('eXIf', text('II*\0'))]).bytes, 'metadata'],
  ['a PNG with a profile', aPng(4, 4, [pngChunk('iCCP', text('x\0\0'))]).bytes, 'metadata'],
  ['a PNG with something of its own', aPng(4, 4, [pngChunk('prVt', text('x'))]).bytes, 'metadata'],
  ['a PNG that moves', aPng(4, 4, [pngChunk('acTL', Buffer.alloc(8))]).bytes, 'moving'],
  ['a PNG with a file behind it', after(aPng().bytes, '<script>'), 'damaged'],
  ['a PNG without a picture', Buffer.concat([pngSignature, pngChunk('IEND')]), 'damaged'],
  ['a PNG as high as a bomb', aPng(1, 5000).bytes, 'too-wide'],
  ['a WebP with EXIF', aWebp([canvas(8)], [webpChunk('EXIF', text('II*\0'))]).bytes, 'metadata'],
  ['a WebP with XMP', aWebp([canvas(4)], [webpChunk('XMP ', text('<x/>'))]).bytes, 'metadata'],
  ['a WebP that moves', aWebp([canvas(2), webpChunk('ANIM', Buffer.alloc(6))]).bytes, 'moving'],
  ['a WebP that says it has EXIF', aWebp([canvas(8)]).bytes, 'damaged'],
  ['a WebP with a file behind it', after(aWebp().bytes, '<script>x'), 'damaged'],
  [
    'a JPEG of more parts than any picture has',
    aJpeg({ more: Array(2001).fill(jpegSegment(0xdd, Buffer.alloc(2))) }).bytes,
    'damaged',
  ],
  [
    'a PNG of more parts than any picture has',
    Buffer.concat([
      aPng().bytes.subarray(0, -12),
      ...Array(2000).fill(pngChunk('IDAT')),
      pngChunk('IEND'),
    ]),
    'damaged',
  ],
  [
    'a WebP of more parts than any picture has',
    aWebp([], Array(2001).fill(webpChunk('VP8L', Buffer.alloc(0)))).bytes,
    'damaged',
  ],
  ['a WebP with two pictures', aWebp([], [webpChunk('VP8 ', Buffer.alloc(20))]).bytes, 'damaged'],
];

function manyScans(): Buffer {
  const { bytes } = aJpeg();
  const scan = Buffer.concat([
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1]),
  ]);
  return Buffer.concat([
    bytes.subarray(0, -2),
    ...Array<Buffer>(100).fill(scan),
    bytes.subarray(-2),
  ]);
}

describe('a photo', () => {
  it('is known by its content', () => {
    expect(readPhoto(aJpeg({ width: 1600, height: 1200 }).bytes)).to.deep.equal({
      type: 'image/jpeg',
      width: 1600,
      height: 1200,
    });
    expect(readPhoto(aPng(40, 30).bytes)).to.deep.equal({
      type: 'image/png',
      width: 40,
      height: 30,
    });
    const onePixel = { type: 'image/webp', width: 1, height: 1 };
    expect(readPhoto(aWebp().bytes)).to.deep.equal(onePixel);
    expect(readPhoto(aWebp([canvas(0)]).bytes)).to.deep.equal(onePixel);
  });

  for (const [what, bytes, why] of refused)
    it(`is not ${what}`, () => {
      expect(readPhoto(bytes)).to.equal(why);
    });

  it('is clean when everything that is no picture is taken out, and the same picture', () => {
    const comment = jpegSegment(0xfe, text('somchai'));
    const dirty = after(aJpeg({ more: [exif, comment] }).bytes, 'PK\x03\x04');

    const clean = cleanJpeg(dirty) ?? expect.fail('it is a JPEG');

    expect(Buffer.from(clean).equals(aJpeg().bytes)).to.equal(true);
    expect(cleanJpeg(aPng().bytes)).to.equal(undefined);
  });

  it('is whole or refused, whatever is changed in it', () => {
    const whole = [aJpeg({ length: 60 }).bytes, aPng(5, 5).bytes, aWebp([canvas(0)]).bytes];
    const change = fc.record({
      of: fc.constantFrom(...whole),
      at: fc.nat(400),
      out: fc.nat(40),
      put: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let bytes = changes[0]?.of ?? Buffer.alloc(0);
        for (const { at, out, put } of changes) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + out)]);
        }
        const found = readPhoto(bytes);
        if (typeof found === 'string') return;
        expect(found.width).to.be.within(1, 4096);
        expect(found.height).to.be.within(1, 4096);
        // what goes on after its end is none
        expect(readPhoto(Buffer.concat([bytes, Buffer.from('x')]))).to.be.a('string');
        if (found.type === 'image/jpeg')
          expect(Buffer.from(cleanJpeg(bytes) ?? []).equals(bytes)).to.equal(true);
      }),
      { numRuns: 3000 },
    );
  });
});
