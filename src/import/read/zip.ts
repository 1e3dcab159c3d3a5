// Unpacks zip archives, within limits.

import type AdmZip from 'adm-zip';
import type { IZipEntry } from 'adm-zip';
// Archives: which of their files are taken, and what is refused.
import { catalogue, type Text } from '../../i18n/catalogue.js';
import { LIMITS, type Limits } from '../../source/limits.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import type { InputFile } from '../types.js';

/** Returns the archive in `bytes`, its entries in the order of the file; throws if it is none. */
export type OpenZip = (bytes: Uint8Array) => AdmZip;

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
 * Unpacks those files of an archive whose names are `wanted`, in the order of their names; `others` are names of the rest.
 * What is declared of a file is held against what comes out of it: its size and its checksum. Names that lead out of the
 * archive, passwords and archives that unpack to too much are refused, all of them told. The library asks for Node's Buffer:
 * whoever has one gives `open`.
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
    refuse(zipText.zipEntries({ found, limit: limits.entries, more: `entries=${found}` }));
  }
  if ('id' in entries || problems.length > 0) return { ok: false, problems };
  for (const { entryName } of entries) {
    if (leadsOut(entryName)) refuse(zipText.zipName({ entry: entryName }));
  }
  const own = entries.filter(({ entryName, isDirectory }) => !isDirectory && !isOfMacOs(entryName));
  const taken = own.filter(({ entryName }) => wanted(entryName));
  for (const { entryName, header } of taken) {
    if (header.encrypted) refuse(zipText.zipEncrypted({ entry: entryName }));
    else if (!METHODS.includes(header.method)) refuse(zipText.zipMethod({ entry: entryName }));
  }
  const declared = taken.reduce((sum, { header }) => sum + header.size, 0);
  if (declared > limits.unpacked) {
    const [found, limit] = [mebibytes(declared), mebibytes(limits.unpacked)];
    refuse(zipText.zipBytes({ found, limit, more: `unpacked=${found.replace(' MiB', 'M')}` }));
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
    const zip = open(bytes);
    // Checks the declared number first: a million entries needn't be listed to be refused.
    if (zip.getEntryCount() > most) return new Array(zip.getEntryCount());
    return zip.getEntries().sort((a, b) => (a.entryName < b.entryName ? -1 : 1));
  } catch (error) {
    return error instanceof Error && /duplicate/i.test(error.message) ? zipText.zipTwice : zipText.zipBroken;
  }
}

/** Returns the bytes of an entry, or the text on the problem with it. */
function unpack(zipped: IZipEntry): Uint8Array | Text {
  const entry = zipped.entryName;
  try {
    const bytes = zipped.getData();
    // The library doesn't check the checksum of an empty file.
    if (bytes.length === 0 && zipped.header.crc !== 0) return zipText.zipDamaged({ entry });
    return bytes.length === zipped.header.size ? bytes : zipText.zipSize({ entry });
  } catch (error) {
    const larger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return larger ? zipText.zipSize({ entry }) : zipText.zipDamaged({ entry });
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

/** Texts of problems of zip archives, by message id. */
export const zipText = catalogue('import', {
  zipBroken: {
    zh: '不是 zip 压缩包，或者已损坏、未下载完整。',
    en: 'this is no zip archive, or it is damaged or not whole.',
  },
  zipEntries: {
    zh: '压缩包内有{found}个条目，超过上限{limit}（本工具设定）。请只打包建筑数据；确需读取的，请加 --limit {more}。',
    en: 'the archive has {found} entries, more than the {limit} that are taken (a limit of ours). Pack only the building; if it must be read, add --limit {more}.',
  },
  zipBytes: {
    zh: '压缩包解开后为{found}，超过上限{limit}（本工具设定）。请解压后给出文件夹，或者加 --limit {more}。',
    en: 'the archive unpacks to {found}, more than the {limit} that are taken (a limit of ours). Unpack it and name the folder, or add --limit {more}.',
  },
  zipName: {
    zh: '压缩包内的条目“{entry}”指向压缩包之外，不予读取。',
    en: "the entry '{entry}' leads out of the archive, which is not read.",
  },
  zipTwice: {
    zh: '压缩包内有同名的条目，无法判断以哪一个为准。',
    en: "two entries of the archive have the same name: which one counts can't be told.",
  },
  zipEncrypted: {
    zh: '压缩包内的“{entry}”已加密。请解密或者重新打包，不设密码。',
    en: "'{entry}' in the archive is encrypted: pack it without a password.",
  },
  zipMethod: {
    zh: '压缩包内的“{entry}”使用了不支持的压缩方法。请以普通 zip（Deflate）重新打包。',
    en: "'{entry}' in the archive is packed in a way that can't be read: pack it as an ordinary zip (Deflate).",
  },
  zipSize: {
    zh: '压缩包内的“{entry}”解开后与所标大小不符，压缩包已损坏或者系伪造。',
    en: "'{entry}' in the archive unpacks to another size than it declares: the archive is damaged or forged.",
  },
  zipDamaged: {
    zh: '压缩包内的“{entry}”已损坏，校验不符。',
    en: "'{entry}' in the archive is damaged: its checksum doesn't match.",
  },
});
