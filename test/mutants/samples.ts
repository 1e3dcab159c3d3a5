// What is broken together, and which tests are asked whether they notice.

/** A part of the sources and the tests that may notice a break of it. */
export interface SamplePart {
  /** Folders of src. */
  readonly folders: readonly string[];
  /** Folders within, left out. */
  readonly without?: readonly string[];
  /** Test files, by their path in test. */
  readonly tests: string;
}

/** Tests of verdicts on whole plans. */
const VERDICTS = '(rules|facts)/|sites\\.test';
/** With plans that were found or recorded. */
const PLANS = `${VERDICTS}|fuzz/(recorded|found)\\.test`;

/**
 * The parts by name. What asks a built program or a browser is in none: it runs no copy of the sources. Nor are the slowest
 * (the judge, evasion, suggestions for random plans): what only these notice counts as a survivor, to look at by hand.
 */
export const SAMPLES: Readonly<Record<string, SamplePart>> = {
  sight: { folders: ['sight'], tests: `^(sight/|features/suggest/mounts|${PLANS})` },
  rules: {
    folders: ['facts', 'rules'],
    tests: `^(sight/(?!pose|heights|levels|rays)|lint/[^/]*\\.test|law/|${PLANS})`,
  },
  geometry: {
    folders: ['geometry'],
    tests: `^(geometry/|sight/(levels|walk|worlds|views|overlaps|crossings|sight|near)|import/repair/|${VERDICTS})`,
  },
  lint: {
    folders: ['lint', 'law'],
    without: ['lint/search'],
    tests: `^(lint/(?!moved|unite)|law/|findings/|${VERDICTS})`,
  },
  plan: {
    folders: ['plan'],
    tests: `^(plan/(?!write/sites)|host/plans/look|live/(edits|figures|imported|steps)|lint/(?!moved|unite|fixes|baseline)|source/|models/|editor/re|sight/crossings|${VERDICTS})`,
  },
  import: { folders: ['import'], tests: '^import/(?!buildings)' },
  search: {
    folders: ['lint/search', 'features/conflicts', 'features/suggest'],
    tests: '^(cli/conflicts|lint/search/|features/(conflicts|suggest)/)(?!random|shrink|metamorphic|known|brute|space)',
  },
};
