// Opens zip archives.
import AdmZip from 'adm-zip';
import type { OpenZip } from '../../import/read/zip.js';

/** Opens a zip archive with adm-zip, which reads Node's buffers only. `decode` makes a text of the bytes of a name. */
export const openZip: OpenZip = ({ buffer, byteOffset, byteLength }, decode) => {
  const decoder = { efs: true, encode: (name: string) => Buffer.from(name), decode };
  return new AdmZip(Buffer.from(buffer, byteOffset, byteLength), { noSort: true, decoder });
};
