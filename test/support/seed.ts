// Setup before each test file: seeds of random plans.
import fc from 'fast-check';
import { expect } from 'vitest';
import { SEED } from '../geometry/seed.js';

// A seed set by one file must not reach the next file of the same process. Files whose random plans come from
// test/geometry/plans.ts need its seed, which that module sets only on first import; the others have none.
if (/[/\\]test[/\\](?:geometry[/\\]|sight[/\\]sound-)/.test(expect.getState().testPath ?? '')) {
  fc.configureGlobal({ seed: SEED });
} else {
  fc.resetConfigureGlobal();
}
