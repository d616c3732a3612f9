import { expect } from 'chai';
import { nameOfPlace } from '../../../server/db/whole/source.ts';

describe('the name of a place', () => {
  for (const [mongodbUri, name] of [
    ['mongodb://me:top@secret@db.go.th/rabfang', 'mongodb://db.go.th/rabfang'],
    [
      'mongodb://me:top@db.go.th:27017,db2.go.th/rabfang?tls=true',
      'mongodb://db.go.th:27017,db2.go.th/rabfang?tls=true',
    ],
    ['mongodb+srv://me:top@db.go.th', 'mongodb+srv://db.go.th'],
    [undefined, '/var/lib/rabfang'],
  ] as const)
    it(`of ${mongodbUri} is ${name}`, () => {
      expect(nameOfPlace({ mongodbUri, dataDir: '/var/lib/rabfang' })).to.equal(name);
    });
});
