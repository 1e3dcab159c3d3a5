import AdmZip from 'adm-zip';
import { describe, expect, test } from 'vitest';
import { Folder } from '../support/folder.js';

const ROOM =
  '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"element": "zone", "kind": "room"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0.0001, 0], [0.0001, 0.0001], [0, 0]]]}}]}';

function zipped(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const zip = new AdmZip(undefined, { noSort: true });
  for (const [name, content] of Object.entries(files)) zip.addFile(name, Buffer.from(content));
  return zip.toBuffer();
}

/** The archive with the name of an entry, as long as the other, written otherwise in both its places. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Where the n-th entry stands in the directory (APPNOTE 4.3.12). */
function entryAt(archive: Buffer, n: number): number {
  let at = -1;
  for (let i = 0; i <= n; i += 1) at = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 1);
  return at;
}

/** The archive with a number of the n-th entry of its directory written over. */
function altered(archive: Buffer, n: number, offset: number, value: number, bytes: 2 | 4): Buffer {
  const copy = Buffer.from(archive);
  if (bytes === 2) copy.writeUInt16LE(value, entryAt(copy, n) + offset);
  else copy.writeUInt32LE(value, entryAt(copy, n) + offset);
  return copy;
}

/** The archive with another checksum of its first entry, in both its places (APPNOTE 4.3.7). */
function withChecksum(archive: Buffer, value: number): Buffer {
  const copy = altered(archive, 0, 16, value, 4);
  copy.writeUInt32LE(value, 14);
  return copy;
}

/** A megabyte of spaces, which packs to a kilobyte. */
const BLANK = Buffer.alloc(2 ** 20, ' ');

const GOOD = zipped({ 'aaaaaaaaaaa.geojson': ROOM });

/** Files that overlap: each entry of the directory names the bytes of the first. */
function overlapping(count: number): Buffer {
  const names = Array.from({ length: count }, (_, n) => `part-${String(n).padStart(4, '0')}.geojson`);
  let archive = zipped(Object.fromEntries(names.map((name) => [name, BLANK])));
  for (let n = 1; n < count; n += 1)
    archive = altered(archive, n, 42, archive.readUInt32LE(entryAt(archive, 0) + 42), 4);
  return archive;
}

const HOSTILE: readonly (readonly [what: string, archive: Buffer, said: string])[] = [
  ['a name with ..', renamed(GOOD, 'aaaaaaaaaaa', '../../../aa'), 'leads out of the archive'],
  ['an absolute name', renamed(GOOD, 'aaaaaaaaaaa', '/etc/aaaaaa'), 'leads out of the archive'],
  ['a name of Windows', renamed(GOOD, 'aaaaaaaaaaa', 'C:\\aaaaaaaa'), 'leads out of the archive'],
  ['a name with ..\\', renamed(GOOD, 'aaaaaaaaaaa', '..\\..\\aaaaa'), 'leads out of the archive'],
  ['a password', altered(GOOD, 0, 8, 1, 2), 'is encrypted'],
  ['a way of packing nobody knows', altered(GOOD, 0, 10, 99, 2), 'packed in a way'],
  ['a size that lies low', altered(GOOD, 0, 24, 10, 4), 'another size than it declares'],
  ['a size that lies high', altered(GOOD, 0, 24, 1000, 4), 'another size than it declares'],
  ['a size beyond all limits', altered(GOOD, 0, 24, 0xfffffff0, 4), 'unpacks to 4096 MiB'],
  ['a checksum that lies', withChecksum(GOOD, 1), 'is damaged'],
  ['sizes that are said to be in a record there is none of (zip64)', altered(GOOD, 0, 24, 0xffffffff, 4), ''],
  ['a file that overlaps others', overlapping(300), 'unpacks to 300 MiB'],
  [
    'a bomb',
    zipped(Object.fromEntries(Array.from({ length: 257 }, (_, n) => [`${n}.json`, BLANK]))),
    'unpacks to 257 MiB',
  ],
  ['a file larger than any that is read', altered(GOOD, 0, 24, 129 * 2 ** 20, 4), 'larger than 128 MiB'],
  [
    'folders in folders, twenty thousand in all',
    zipped(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}${'/n'.repeat(200)}.geojson`, ROOM]))),
    'has more folders than the 10000',
  ],
  [
    'brackets that unpack to twenty megabytes',
    zipped({ 'a.geojson': Buffer.alloc(20 * 2 ** 20, '[') }),
    'Nested too deeply',
  ],
  ['an archive in an archive', zipped({ 'inner.zip': zipped({ 'a.geojson': ROOM }) }), 'it holds inner.zip'],
  ['nothing', zipped({}), 'it holds no file'],
  ['half of it', GOOD.subarray(0, GOOD.length / 2), 'damaged or not whole'],
  ['its first bytes alone', Buffer.from([0x50, 0x4b, 3, 4]), 'damaged or not whole'],
];

describe('an archive that is out to do harm', () => {
  test.each(HOSTILE)('%s', async (_, archive, said) => {
    const folder = new Folder({ 'in/building.zip': archive });
    const { code, err } = await folder.run(['import', 'in/building.zip', '-o', 'in/plan.yaml', '--lang', 'en']);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(code).toBe(3);
    expect(
      folder
        .io({ out: '', err: '' })
        .list('in')
        ?.map(({ name }) => name),
    ).toEqual(['building.zip']);
  });

  test('a link in it is the text that it holds, and leads nowhere', async () => {
    const zip = new AdmZip();
    zip.addFile('a.geojson', Buffer.from('/etc/passwd'), '', (0o120777 << 16) >>> 0);
    const folder = new Folder({ 'building.zip': zip.toBuffer() });
    const { code, err } = await folder.run(['import', 'building.zip', '-o', 'plan.yaml', '--lang', 'en']);
    expect(code).toBe(3);
    expect(err).toContain("found '/'");
  });

  test('ten thousand entries are too many only from the next on', async () => {
    const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.txt`, '']));
    const folder = new Folder({ 'many.zip': zipped(names(10_000)), 'more.zip': zipped(names(10_001)) });
    const run = async (name: string) => (await folder.run(['import', name, '-o', 'plan.yaml', '--lang', 'en'])).err;
    expect(await run('many.zip')).toContain('it holds 0.txt');
    expect(await run('more.zip')).toContain('10001 entries, more than the 10000');
  });

  test('while one that is not is imported', async () => {
    const folder = new Folder({ 'building.zip': GOOD });
    const { code, err } = await folder.run(['import', 'building.zip', '-o', 'plan.yaml', '--lang', 'en']);
    expect([code < 2, err]).toEqual([true, expect.stringContaining('zones: 1')]);
  });
});
