import AdmZip from 'adm-zip';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../src/host/files/zip.js';
import { formatOf } from '../../src/import/read/read.js';
import { isZip, unzip } from '../../src/import/read/zip.js';
import { archiveOf } from './imdf-support.js';

const WANTED = (name: string): boolean => /\.(?:geojson|json)$/.test(name);

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** An archive of files by name, in the order given. */
function zipped(files: Readonly<Record<string, string>>): Buffer {
  const zip = new AdmZip(undefined, { noSort: true });
  for (const [name, content] of Object.entries(files)) zip.addFile(name, Buffer.from(content));
  return zip.toBuffer();
}

/** Where the n-th entry stands in the directory of an archive (APPNOTE 4.3.12). */
function entryAt(bytes: Buffer, index: number): number {
  let at = -1;
  for (let n = 0; n <= index; n++) at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1);
  return at;
}

function codes(bytes: Uint8Array): readonly string[] {
  const read = unzip({ path: 'a.zip', bytes }, WANTED, openZip);
  return read.ok
    ? []
    : read.problems.map(({ code, message }) => [code, message.params.entry].filter(Boolean).join(' '));
}

describe('an archive', () => {
  it('gives the files that are wanted by name, and the names of the others', () => {
    const bytes = zipped({ 'b.geojson': '[2]', 'a.json': '[1]', 'readme.txt': 'hello', '图/三层.geojson': '[3]' });
    const read = unzip({ path: 'in/a.zip', bytes }, WANTED, openZip);
    if (!read.ok) throw new Error('refused');
    expect(read.files.map((file) => [file.path, text(file.bytes)])).toEqual([
      ['in/a.zip/a.json', '[1]'],
      ['in/a.zip/b.geojson', '[2]'],
      ['in/a.zip/图/三层.geojson', '[3]'],
    ]);
    expect(read.others).toEqual(['readme.txt']);
  });

  it('with the building in a folder of its own is that building', () => {
    const files = archiveOf({ units: [{ id: 'a', category: 'room' }] });
    const bytes = zipped(
      Object.fromEntries(Object.entries(files).map(([name, value]) => [`campus/imdf/${name}`, JSON.stringify(value)])),
    );
    const read = unzip({ path: 'a.zip', bytes }, WANTED, openZip);
    expect(read.ok && formatOf(read.files)).toBe('imdf');
  });

  it('of macOS has notes beside its files, which are none', () => {
    const bytes = zipped({ 'a.json': '[1]', '__MACOSX/._a.json': '\0\x05', 'b/._c.geojson': '\0' });
    const read = unzip({ path: 'a.zip', bytes }, WANTED, openZip);
    expect(read.ok && read.files.map(({ path }) => path)).toEqual(['a.zip/a.json']);
  });

  it('is told by its first bytes, or by its name where it is broken', () => {
    expect(isZip({ path: 'campus.imdf', bytes: zipped({ 'a.json': '' }) })).toBe(true);
    expect(isZip({ path: 'campus.ZIP', bytes: new Uint8Array() })).toBe(true);
    expect(isZip({ path: 'campus.geojson', bytes: Buffer.from('{}') })).toBe(false);
  });
});

describe('an archive is refused', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<html>404</html>')],
    ['half of one', zipped({ 'a.json': '[1]'.repeat(2000) }).subarray(0, 60)],
  ])('that is %s', (_, bytes) => {
    expect(codes(bytes)).toEqual(['import/zip-broken']);
  });

  it.each(['../a.json', 'a/../../b.json', '/etc/a.json', 'C:\\a.json', '..\\a.json'])(
    'whose entry %s leads out',
    (name) => {
      // The library that writes it tidies names, so the name is put in after.
      const plain = 'x'.repeat(name.length);
      const bytes = zipped({ [plain]: '[1]' });
      for (let at = bytes.indexOf(plain); at >= 0; at = bytes.indexOf(plain, at)) bytes.write(name, at);
      expect(codes(bytes)).toEqual([`import/zip-name ${name}`]);
    },
  );

  it('whose entry is encrypted, and only then', () => {
    const bytes = zipped({ 'a.json': '[1]', 'b.json': '[2]' });
    bytes.writeUInt16LE(bytes.readUInt16LE(entryAt(bytes, 1) + 8) | 1, entryAt(bytes, 1) + 8);
    expect(codes(bytes)).toEqual(['import/zip-encrypted b.json']);
  });

  it('whose entry is packed in another way', () => {
    const bytes = zipped({ 'a.json': '[1]' });
    bytes.writeUInt16LE(12, entryAt(bytes, 0) + 10);
    expect(codes(bytes)).toEqual(['import/zip-method a.json']);
  });

  it('that has two entries of one name', () => {
    const bytes = zipped({ 'a.json': '[1]', 'b.json': '[2]' });
    for (let at = bytes.indexOf('b.json'); at >= 0; at = bytes.indexOf('b.json', at)) bytes.write('a.json', at);
    expect(codes(bytes)).toEqual(['import/zip-twice']);
  });

  it.each([
    ['more', 100],
    ['less', 9_000_000],
  ])('whose entry unpacks to %s than it declares', (_, declared) => {
    const bytes = zipped({ 'a.json': ' '.repeat(1_000_000) });
    bytes.writeUInt32LE(declared, entryAt(bytes, 0) + 24);
    expect(codes(bytes)).toEqual(['import/zip-size a.json']);
  });

  it('whose entry was changed after it was packed', () => {
    const bytes = zipped({ 'a.json': JSON.stringify({ type: 'FeatureCollection' }) });
    bytes.writeUInt32LE(7, entryAt(bytes, 0) + 16);
    bytes.writeUInt32LE(7, 14);
    expect(codes(bytes)).toEqual(['import/zip-damaged a.json']);
  });

  it('that declares to unpack to more than is taken, before anything is unpacked', () => {
    const bytes = zipped({ 'a.json': '[1]', 'b.json': '[2]' });
    for (const index of [0, 1]) bytes.writeUInt32LE(200 * 2 ** 20, entryAt(bytes, index) + 24);
    expect(codes(bytes)).toEqual(['import/zip-bytes']);
  });

  it('that has more entries than are taken', () => {
    const bytes = zipped(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}.txt`, ''])));
    expect(codes(bytes)).toEqual(['import/zip-entries']);
    const read = unzip({ path: 'a.zip', bytes }, WANTED, openZip);
    expect(read.ok ? '' : read.problems[0]?.message.en).toContain('add --limit entries=10001.');
  });
});

it('whatever byte is wrong, no file comes out with other content than went in', () => {
  const files = {
    'a.geojson': JSON.stringify({ type: 'FeatureCollection', features: [] }),
    'b.json': '[1, 2, 3]'.repeat(50),
  };
  const whole = zipped(files);
  const contents = new Set<string>(Object.values(files));
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(damage, fc.option(fc.nat(whole.length), { nil: whole.length }), (changes, length) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const read = unzip({ path: 'a.zip', bytes: bytes.subarray(0, length) }, WANTED, openZip);
      if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      else for (const file of read.files) expect(contents).toContain(text(file.bytes));
    }),
    { numRuns: 1000 },
  );
});
