import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as core from '../../src/base/hash.js';
import * as native from '../../src/host/native/hash.js';

const text = fc.string({ unit: 'binary', maxLength: 300 });
const bytes = fc.uint8Array({ maxLength: 300 });

test('SHA-256 is the same in the core, in the command and elsewhere', () => {
  fc.assert(
    fc.property(fc.oneof(text, bytes), (content) => {
      const expected = createHash('sha256').update(content).digest();
      for (const { sha256, sha256Base64 } of [core, native]) {
        expect(sha256(content)).toBe(expected.toString('hex'));
        expect(sha256Base64(content)).toBe(expected.toString('base64'));
      }
    }),
  );
});
