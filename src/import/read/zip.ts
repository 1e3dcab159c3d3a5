// Unpacks zip archives, within limits.

import type AdmZip from 'adm-zip';
import type { IZipEntry } from 'adm-zip';
// Archives: which of their files are taken, and what is refused.
import type { Text } from '../../i18n/catalogue.js';
import { LIMITS, type Limits, limitParams } from '../../source/limits.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { limitText } from '../../source/texts.js';
import { problemText } from '../texts.js';
import type { InputFile } from '../types.js';

/** Returns the archive in `bytes`, its entries in the order of the file, their names read by `decode`; throws if it is none. */
export type OpenZip = (bytes: Uint8Array, decode: (name: Uint8Array) => string) => AdmZip;

/** Compression methods that can be read: stored, deflated (APPNOTE 4.4.5). */
const METHODS = [0, 8];

/** Result of unpacking: files and the names of the rest, or problems. */
export type Unzipped =
  | { readonly ok: true; readonly files: readonly InputFile[]; readonly others: readonly string[] }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** True if `file` is a zip archive by its first bytes or its name. */
export function isZip({ path, bytes }: InputFile): boolean {
  const [p, k, three, four] = bytes;
  return (p === 0x50 && k === 0x4b && three === 3 && four === 4) || /\.zip$/i.test(path);
}

/**
 * Unpacks the files of an archive whose names `wanted` accepts, in the order of their names; `others` are the names of
 * the rest. Checks that what comes out of a file has the size and checksum that the archive declares. Refuses names
 * that lead out of the archive, encrypted files, and archives that unpack to too much, and reports every such problem.
 * `open` opens the archive: the zip library needs Node's Buffer, which only some hosts have.
 */
export function unzip(
  { path, bytes }: InputFile,
  wanted: (name: string) => boolean,
  open: OpenZip,
  limits: Limits = LIMITS,
): Unzipped {
  const problems: SourceProblem[] = [];
  const refuse = (message: Text): void => {
    problems.push(problemOf(message, path));
  };
  const entries = entriesOf(bytes, open, limits.entries);
  if ('id' in entries) refuse(entries);
  else if (entries.length > limits.entries) {
    const { length: found } = entries;
    refuse(problemText.zipEntries({ found, limit: limits.entries, more: `entries=${found}` }));
  }
  if ('id' in entries || problems.length > 0) return { ok: false, problems };
  for (const { entryName } of entries) {
    if (leadsOut(entryName)) refuse(problemText.zipName({ entry: entryName }));
  }
  const own = entries.filter(({ entryName, isDirectory }) => !isDirectory && !isOfMacOs(entryName));
  const taken = own.filter(({ entryName }) => wanted(entryName));
  for (const { entryName, header } of taken) {
    if (header.encrypted) refuse(problemText.zipEncrypted({ entry: entryName }));
    else if (!METHODS.includes(header.method)) refuse(problemText.zipMethod({ entry: entryName }));
  }
  const declared = taken.reduce((sum, { header }) => sum + header.size, 0);
  if (declared > limits.unpacked) {
    const [found, limit] = [mebibytes(declared), mebibytes(limits.unpacked)];
    refuse(problemText.zipBytes({ found, limit, more: `unpacked=${found.replace(' MiB', 'M')}` }));
  } else if (taken.some(({ header }) => header.size > limits.bytes)) {
    refuse(limitText.bytes(limitParams('bytes', limits.bytes)));
  }
  if (problems.length > 0) return { ok: false, problems };
  const files = taken.flatMap((entry) => {
    const unpacked = unpack(entry);
    if (unpacked instanceof Uint8Array) return [{ path: `${path}/${entry.entryName}`, bytes: unpacked }];
    refuse(unpacked);
    return [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const others = own.filter((entry) => !taken.includes(entry)).map(({ entryName }) => entryName);
  return { ok: true, files, others };
}

/** Returns the entries of an archive, or the text on the problem with its directory. */
function entriesOf(bytes: Uint8Array, open: OpenZip, most: number): IZipEntry[] | Text {
  try {
    const zip = open(bytes, nameDecoder(most));
    // Checks the declared number first: a million entries needn't be listed to be refused.
    if (zip.getEntryCount() > most) return new Array(zip.getEntryCount());
    return zip.getEntries().sort((a, b) => (a.entryName < b.entryName ? -1 : 1));
  } catch (error) {
    if (error instanceof TooManyFolders) return problemText.zipFolders({ limit: most, more: `entries=${2 * most}` });
    return error instanceof Error && /duplicate/i.test(error.message) ? problemText.zipTwice : problemText.zipBroken;
  }
}

class TooManyFolders extends Error {}

/**
 * Returns a decoder of names that throws TooManyFolders once the folders in them are more than `most`: the library makes an entry
 * of each, and a name of a kilobyte may hold five hundred.
 */
function nameDecoder(most: number): (name: Uint8Array) => string {
  const utf8 = new TextDecoder();
  const folders = new Set<string>();
  return (bytes) => {
    const name = utf8.decode(bytes);
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      const folder = name.slice(0, end);
      // Those above it are known then, too.
      if (folders.has(folder)) break;
      folders.add(folder);
      if (folders.size > most) throw new TooManyFolders();
    }
    return name;
  };
}

/** Returns the bytes of an entry, or the text on the problem with it. */
function unpack(zipped: IZipEntry): Uint8Array | Text {
  const entry = zipped.entryName;
  try {
    const bytes = zipped.getData();
    // The library doesn't check the checksum of an empty file.
    if (bytes.length === 0 && zipped.header.crc !== 0) return problemText.zipDamaged({ entry });
    return bytes.length === zipped.header.size ? bytes : problemText.zipSize({ entry });
  } catch (error) {
    const larger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return larger ? problemText.zipSize({ entry }) : problemText.zipDamaged({ entry });
  }
}

/** True for an absolute name, one with a drive, or one with `..`; Windows separates with backslashes. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}

/** True for the metadata files that macOS adds, with the same endings. */
function isOfMacOs(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.split('/').at(-1)?.startsWith('._') === true;
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}
