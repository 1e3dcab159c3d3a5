// Opens zip archives.
import AdmZip from 'adm-zip';
import type { OpenZip } from '../../import/read/zip.js';

export const openZip: OpenZip = ({ buffer, byteOffset, byteLength }) =>
  new AdmZip(Buffer.from(buffer, byteOffset, byteLength), { noSort: true });
