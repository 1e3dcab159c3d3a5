// Reasons why something cannot be written, as sentences for people.

import { type Localized, verbatim } from '../i18n/locale.js';
import { codeOf } from './files/refusal.js';

/** Returns a sentence that says why something could not be written; the message of `error` if its code is unknown. */
export function writeErrorText(error: unknown): Localized {
  return reasonOfCode(codeOf(error)) ?? verbatim(error instanceof Error ? error.message : String(error));
}

/** Returns the sentence for a code of the system or of sitecam's Refusal; undefined for an unknown code. */
export function reasonOfCode(code: string | undefined): Localized | undefined {
  return code !== undefined && Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
}

const NO_PERMISSION: Localized = { zh: '没有写入权限。', en: 'permission denied.' };
const NOT_A_FOLDER: Localized = {
  zh: '路径中有一处是文件，不是文件夹。',
  en: 'a part of its path is a file, not a folder.',
};
const NO_SPACE: Localized = { zh: '磁盘空间不足。', en: 'there is no space left on the disk.' };
const CLOSED: Localized = { zh: '接收的一方已经关闭。', en: 'whoever was to receive it has closed it.' };

const REASONS: Readonly<Record<string, Localized>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: { zh: '所在的文件系统为只读。', en: 'its file system is read-only.' },
  ENOENT: { zh: '所在文件夹不存在，也不能建立。', en: 'its folder does not exist and cannot be made.' },
  ENOTDIR: NOT_A_FOLDER,
  EEXIST: NOT_A_FOLDER,
  EISDIR: { zh: '它是文件夹。', en: 'it is a folder.' },
  ENOSPC: NO_SPACE,
  EDQUOT: NO_SPACE,
  EFBIG: { zh: '超出文件大小的限制。', en: 'it is larger than files may be here.' },
  EIO: { zh: '磁盘读写出错。', en: 'the disk failed.' },
  EPIPE: CLOSED,
  ECONNRESET: CLOSED,
  EBADF: { zh: '没有打开的文件为该编号。', en: 'no file is open by that number.' },
  ENXIO: { zh: '没有该设备，或者没有打开。', en: 'there is no such device, or it is not open.' },
  ERR_ACCESS_DENIED: {
    zh: '启动Node.js时未允许（--allow-fs-write）。',
    en: 'Node.js was started without leave to write there (--allow-fs-write).',
  },
  EBUSY: { zh: '它被占用，不能替换。', en: 'it is in use and cannot be replaced.' },
  ENAMETOOLONG: { zh: '文件名或者路径过长。', en: 'its name or path is too long.' },
  ELOOP: { zh: '符号链接循环。', en: 'its symbolic links lead in a circle.' },
  ELINKOUT: {
    zh: '它是符号链接，指向所在文件夹之外或者不存在的文件；不经这样的链接写入。请删除该链接，或者直接写明所指的文件。',
    en: 'it is a symbolic link that leads out of its folder, or nowhere, and nothing is written through such a link. Remove it, or name the file that is meant.',
  },
  ENOTFILE: { zh: '它不是文件，也不是管道、终端。', en: 'it is neither a file nor a pipe or terminal.' },
  EAPPEARED: {
    zh: '在运行期间出现了同名文件，未予覆盖。',
    en: 'a file of that name appeared meanwhile and was left as it is.',
  },
  ESAMEFILE: {
    zh: '在所在的文件系统上，它与本次的另一份输出是同一个文件（例如只有大小写不同），请分别取名。',
    en: 'on its file system it is the same file as another output of this run (names that differ in capitals alone, for example); give each its own name.',
  },
  ENOREADER: {
    zh: '没有程序在读取该管道，请先启动读取的一方。',
    en: 'nobody reads from that pipe; start its reader first.',
  },
};
