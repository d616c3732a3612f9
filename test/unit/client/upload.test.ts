import { expect } from 'chai';
import { headBytes, readHead, toForm } from '../../../client/data/upload.ts';

describe('a file on its way to the server', () => {
  it('is read only at its beginning', async () => {
    const big = new Blob([new Uint8Array(headBytes + 1000).fill(65)]);

    expect((await readHead(big)).length).to.equal(headBytes);
    expect((await readHead(new Blob(['ab']))).length).to.equal(2);
  });

  it('comes last, after everything the server must know before its first byte', () => {
    const form = toForm({
      id: 'id-1',
      file: new File(['x'], 'ปัญหา.csv'),
      settings: { encoding: 'windows-874', headerLine: 4, mapping: { จังหวัด: 'province' } },
    });

    expect([...form.keys()]).to.deep.equal([
      'id',
      'name',
      'encoding',
      'headerLine',
      'mapping',
      'file',
    ]);
    expect(form.get('mapping')).to.equal('{"จังหวัด":"province"}');
    expect(form.get('name')).to.equal('ปัญหา.csv');
  });
});
