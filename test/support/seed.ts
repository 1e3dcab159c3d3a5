import fc from 'fast-check';
import { expect } from 'vitest';
import { SEED } from '../geometry/seed.js';

// Run before each file: what one sets for its random plans is not to be the next one's in the same process. Those that draw
// what test/geometry/plans.ts draws have its seed, which that module sets only where it is read first; the others have none.
if (/[/\\]test[/\\](?:geometry[/\\]|sight[/\\]sound-)/.test(expect.getState().testPath ?? '')) {
  fc.configureGlobal({ seed: SEED });
} else {
  fc.resetConfigureGlobal();
}
