import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { pagePlugin } from './tools/build/page.mjs';
import { validatorsPlugin } from './tools/build/validators.mjs';

/** What puts a module of its own in the place of one of the sources, or watches one. */
const ALONE = ['test/cli/verify.test.ts', 'test/cli/watch.test.ts', 'test/features/pack-check/lints.test.ts'];

/** Small files that take long: largest first, as vitest orders what it never ran, they would end the run, on one core. */
const LONG =
  /\/(?:mutations\/(?:random|mutations)|judge\/(?:random|sites)|host\/batch\/[a-z-]+|features\/suggest\/[a-z-]+|cli\/bytes|ci\/[a-z-]+|host\/lsp\/endure)\.test\.ts$/;

/**
 * Has V8 optimise late, as the command does (bin/sitecam.js): what it compiles early it throws away and compiles again,
 * on the cores that the tests need. Later versions of V8 have no such flag.
 */
const PATIENT = process.versions.node.startsWith('20.') ? ['--interrupt-budget=400000'] : [];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [validatorsPlugin(), pagePlugin()],
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Every core: of two, vitest would leave one to itself, and it has little to do.
    maxWorkers: '100%',
    // Reports and verdicts outlive the 16 MiB in which Node.js keeps what is new, and are copied again and again. What is
    // old is searched as often as it grows by a share: from a small heap, far too often.
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=128', '--initial-old-space-size=1024', ...PATIENT],
    sequence: { sequencer: LongFirst },
    setupFiles: ['test/support/seed.ts'],
    // A new golden file fails until `npm run accept` (-u) records it: a run that writes one would hide it from review.
    update: 'none',
    // Compiled sources are kept in node_modules by their content: half of the time that a single file takes.
    experimental: { fsModuleCache: true },
    projects: [
      {
        // One process reads the sources once, and has compiled them well by the second file. Nothing is kept in them by
        // which one plan could tell that another was there before it.
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
