// What the bundle has in place of base/hash.ts: Node's own SHA-256, which needs no warming up; where there is no Node, as in a
// browser, the one in plain JavaScript.
import type * as Core from '../../base/hash.js';

const node = globalThis.process?.getBuiltinModule?.('node:crypto');

/** Returns the SHA-256 of a text (as UTF-8) or of bytes, in hex. */
export const sha256: typeof Core.sha256 = (content) =>
  node === undefined ? portable().sha256(content) : node.hash('sha256', content, 'hex');

/** Returns the SHA-256 of a text (as UTF-8) or of bytes, in base64. */
export const sha256Base64: typeof Core.sha256Base64 = (content) =>
  node === undefined ? portable().sha256Base64(content) : node.hash('sha256', content, 'base64');

function portable(): typeof Core {
  return require('./hash.cjs');
}
