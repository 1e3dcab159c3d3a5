// What the command has in place of base/hash.ts: Node's own SHA-256, which needs no warming up.
import { hash } from 'node:crypto';
import type * as Core from '../../base/hash.js';

/** Returns the SHA-256 of a text (as UTF-8) or of bytes, in hex. */
export const sha256: typeof Core.sha256 = (content) => hash('sha256', content, 'hex');

/** Returns the SHA-256 of a text (as UTF-8) or of bytes, in base64. */
export const sha256Base64: typeof Core.sha256Base64 = (content) => hash('sha256', content, 'base64');
