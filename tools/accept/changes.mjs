// Compares two versions of a golden file by meaning. Pure: texts in, texts and counts out.
// @ts-check

/**
 * The groups of golden files that can be accepted separately, in the order shown. Rules' pages (`golden/said`) belong
 * to two groups, `verdicts` and `words`, entry by entry.
 */
export const GROUPS = /** @type {const} */ ([
  'sites',
  'verdicts',
  'recorded',
  'words',
  'engine',
  'reports',
  'drawings',
  'schemas',
  'frozen',
]);

/** Groups of pages that mix verdicts and words, so that a page can't tell which of the two changed. */
export const MIXED = ['engine', 'reports', 'drawings', 'frozen'];

/** Paths of the golden files, as git takes them. */
export const GOLDEN = ['fixtures/golden', 'fixtures/sites', 'fixtures/evasion/README.md', 'schemas'];

const SAID = /^fixtures\/golden\/said\//;

/**
 * Returns the groups that a golden file belongs to.
 * @param {string} path
 * @returns {readonly (typeof GROUPS)[number][]}
 */
export function groupsOf(path) {
  if (SAID.test(path)) return ['verdicts', 'words'];
  if (/^fixtures\/sites\//.test(path)) return ['sites'];
  if (/^fixtures\/golden\/recorded\//.test(path)) return ['recorded'];
  if (/^fixtures\/golden\/frozen\.txt$/.test(path)) return ['frozen'];
  if (/^fixtures\/golden\/engine\//.test(path)) return ['engine'];
  if (/^schemas\//.test(path)) return ['schemas'];
  return /\.svg$/.test(path) ? ['drawings'] : ['reports'];
}

/** @typedef {{ key: string, heading: string, lines: readonly string[] }} Entry One verdict and what is said of it. */
/** @typedef {{ head: readonly string[], sections: readonly { title: string, entries: readonly Entry[] }[] }} Page */

/**
 * Reads a rule's page: a head, then `# fixture.yaml` and under it an entry for each verdict, whose first line names it.
 * @param {string} text
 * @returns {Page}
 */
export function pageOf(text) {
  const [head, ...rest] = text.replace(/\n$/, '').split(/\n\n(?=# )/);
  const sections = rest.map((section) => {
    const [title, ...lines] = section.split('\n');
    /** @type {{ key: string, heading: string, lines: string[] }[]} */
    const entries = [];
    for (const line of lines) {
      if (line.startsWith('  ')) entries.at(-1)?.lines.push(line);
      else {
        const before = entries.filter(({ heading }) => heading === line).length;
        entries.push({ key: `${title}\n${line}\n${before}`, heading: line, lines: [] });
      }
    }
    return { title, entries };
  });
  return { head: head.split('\n'), sections };
}

/** @param {Page} page */
function written({ head, sections }) {
  const parts = sections.map(({ title, entries }) =>
    [title, ...entries.flatMap(({ heading, lines }) => [heading, ...lines])].join('\n'),
  );
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

/**
 * Splits an entry into its words, in both languages, and its grounds: clauses, places, figures. `bare` is the grounds
 * without the captions of other places, which are words too.
 * @param {readonly string[]} lines
 */
function parted(lines) {
  const at = lines.findIndex((line) => line.startsWith('  cites '));
  const end = at < 0 ? lines.length : at;
  const grounds = lines.slice(end);
  return { words: lines.slice(0, end), grounds, bare: grounds.map(withoutCaptions) };
}

/** @param {string} line */
const withoutCaptions = (line) => (isPlaces(line) ? (line.match(/ at \/\S*/g) ?? []).join('') : line);
const isPlaces = (/** @type {string} */ line) => line.startsWith('  at ');

const same = (/** @type {readonly string[]} */ a, /** @type {readonly string[]} */ b) => a.join('\n') === b.join('\n');

/**
 * Returns the entry with the words of `now`, its grounds, or both.
 * @param {Entry} old
 * @param {Entry} now
 * @param {{ verdicts: boolean, words: boolean }} taken
 */
function mixed(old, now, taken) {
  const [before, after] = [parted(old.lines), parted(now.lines)];
  const words = taken.words ? after.words : before.words;
  const grounds = taken.verdicts ? after.grounds : before.grounds;
  const captions = samePlaces(before, after)?.[taken.words ? 1 : 0];
  return [...words, ...grounds.map((line) => (isPlaces(line) ? (captions ?? line) : line))];
}

/**
 * Returns the lines of places of both if at most captions differ in them; undefined if a place moved, for then its
 * caption is no change of words.
 * @param {ReturnType<typeof parted>} before
 * @param {ReturnType<typeof parted>} after
 */
function samePlaces(before, after) {
  const [was, is] = [before.grounds.find(isPlaces), after.grounds.find(isPlaces)];
  if (was === undefined || is === undefined || withoutCaptions(was) !== withoutCaptions(is)) return undefined;
  return /** @type {const} */ ([was, is]);
}

/**
 * Returns a rule's page that takes only the verdicts, or only the words, of the new one. Verdicts that come or go, and
 * the words of new ones, count as verdicts; changed words of the same verdict count as words.
 * @param {string} old the page as it stands; empty for a new page
 * @param {string} now
 * @param {{ verdicts: boolean, words: boolean }} taken
 */
export function merged(old, now, taken) {
  if (old === '') return taken.verdicts ? now : old;
  const [before, after] = [pageOf(old), pageOf(now)];
  const [one, other] = [entriesOf(before), entriesOf(after)];
  const sections = (taken.verdicts ? after : before).sections.map(({ title, entries }) => ({
    title,
    entries: entries.map((entry) => {
      const [was, is] = [one.get(entry.key), other.get(entry.key)];
      return was && is ? { ...entry, lines: mixed(was, is, taken) } : entry;
    }),
  }));
  return written({ head: taken.words ? after.head : before.head, sections });
}

/** @param {Page} page */
const entriesOf = (page) =>
  new Map(page.sections.flatMap(({ entries }) => entries.map((entry) => /** @type {const} */ ([entry.key, entry]))));

/**
 * Counts the changes of one rule's page: verdicts that came, verdicts that went, entries with other grounds, entries
 * with other words.
 * @param {string} old
 * @param {string} now
 */
export function saidChange(old, now) {
  const [before, after] = [pageOf(old), pageOf(now)];
  const [one, other] = [entriesOf(before), entriesOf(after)];
  const outcome = (/** @type {Entry} */ { heading }) => heading.split(' ')[0];
  const recaptioned = (/** @type {ReturnType<typeof parted>[]} */ [was, is]) => {
    const places = samePlaces(was, is);
    return places !== undefined && places[0] !== places[1];
  };
  const kept = [...one.values()].flatMap((was) => {
    const is = other.get(was.key);
    return is === undefined ? [] : [[parted(was.lines), parted(is.lines)]];
  });
  return {
    added: tally([...other.values()].filter(({ key }) => !one.has(key)).map(outcome)),
    removed: tally([...one.values()].filter(({ key }) => !other.has(key)).map(outcome)),
    grounds: kept.filter(([was, is]) => !same(was.bare, is.bare)).length,
    words:
      kept.filter(([was, is]) => !same(was.words, is.words) || recaptioned([was, is])).length +
      (old === '' || same(before.head, after.head) ? 0 : 1),
  };
}

/** @param {readonly string[]} all @returns {Readonly<Record<string, number>>} */
function tally(all) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/** @typedef {{ rule: string, sign: '+' | '−', outcome: string, site: string }} Move A verdict that came or went. */

/**
 * Returns the verdicts on a site's plan that came or went; a verdict with another outcome does both.
 * @param {string} site
 * @param {string} old
 * @param {string} now
 * @returns {readonly Move[]}
 */
export function siteMoves(site, old, now) {
  /** @param {string} text @returns {ReadonlyMap<string, { rule: string, outcome: string }>} */
  const read = (text) =>
    new Map(
      (text === '' ? [] : JSON.parse(text).verdicts).map(
        (/** @type {{ rule: string, subject: string, outcome: string }} */ { rule, subject, outcome }) => [
          `${rule} ${subject} ${outcome}`,
          { rule, outcome },
        ],
      ),
    );
  const [before, after] = [read(old), read(now)];
  const among = (
    /** @type {typeof before} */ all,
    /** @type {typeof before} */ others,
    /** @type {'+' | '−'} */ sign,
  ) => [...all].filter(([key]) => !others.has(key)).map(([, one]) => ({ ...one, sign, site }));
  return [...among(after, before, '+'), ...among(before, after, '−')];
}

/**
 * Returns the moves, one line for each rule: `capture/near-door: +12 review in 5 sites, −1 pass in 1 site`.
 * @param {readonly Move[]} moves
 * @returns {readonly string[]}
 */
export function toldMoves(moves) {
  return [...new Set(moves.map(({ rule }) => rule))].sort().map((rule) => {
    const own = moves.filter((move) => move.rule === rule);
    const kinds = [...new Set(own.map(({ sign, outcome }) => `${sign} ${outcome}`))].sort().map((kind) => {
      const [sign, outcome] = kind.split(' ');
      const those = own.filter((move) => move.sign === sign && move.outcome === outcome);
      const sites = new Set(those.map(({ site }) => site)).size;
      return `${sign}${those.length} ${outcome} in ${sites} ${sites === 1 ? 'site' : 'sites'}`;
    });
    return `${rule}: ${kinds.join(', ')}`;
  });
}

/**
 * Returns lines on the frozen outputs: how many changed, and by how many bytes for each file name (the eight largest).
 * @param {string} old
 * @param {string} now
 * @returns {readonly string[]}
 */
export function toldSizes(old, now) {
  const read = (/** @type {string} */ text) =>
    new Map(
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [hash, size, ...name] = line.split(' ');
          return /** @type {const} */ ([name.join(' '), { hash, size: Number(size) }]);
        }),
    );
  const [before, after] = [read(old), read(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name)?.hash !== after.get(name)?.hash);
  /** @type {Map<string, number>} */
  const bytes = new Map();
  for (const name of changed) {
    const kind = name.slice(name.lastIndexOf('/') + 1);
    bytes.set(kind, (bytes.get(kind) ?? 0) + (after.get(name)?.size ?? 0) - (before.get(name)?.size ?? 0));
  }
  const largest = [...bytes].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, 8);
  return [
    `${changed.length} of ${names.length} outputs`,
    ...largest.map(([kind, by]) => `${kind}: ${by < 0 ? '−' : '+'}${Math.abs(by)} bytes`),
  ];
}
