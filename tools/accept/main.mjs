// `npm run accept`: shows changes of the golden files by meaning, and writes those that are accepted.
// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { GROUPS, groupsOf, MIXED, merged, saidChange, siteMoves, toldMoves, toldSizes } from './changes.mjs';
import { changesOf, copyOf, record } from './record.mjs';

const USAGE = `npm run accept [-- OPTIONS] [TEST…]    runs the golden tests in a copy of the tree and shows what they would write
  TEST              part of the path of a test file: only such tests are run, for a quick answer
  --dry             shows it and leaves the tree as it is; so it is without options
  --only GROUPS     accepts these groups, parted by commas: ${GROUPS.join(', ')}
  --all             accepts every group; of verdicts and words that both changed, not the pages that show them together
  --why TEXT        the reason of a new finding in a site, 'RULE SUBJECT=REASON'; may stand several times
Exit status: 0 nothing is left to accept · 1 something is, or a test fails · 2 wrong usage`;

/** @returns {{ tests: readonly string[], accepted: readonly string[], all: boolean, reasons: ReadonlyMap<string, string> }} */
function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dry: { type: 'boolean', default: false },
      only: { type: 'string' },
      all: { type: 'boolean', default: false },
      why: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const modes = [values.dry, values.all, values.only !== undefined].filter(Boolean).length;
  if (modes > 1) throw new Error('--dry, --only and --all exclude each other');
  const only = values.only?.split(',') ?? [];
  const unknown = only.find((one) => !GROUPS.some((group) => group === one));
  if (unknown !== undefined) throw new Error(`no group "${unknown}"; there are ${GROUPS.join(', ')}`);
  const reasons = values.why.map((text) => {
    const at = text.indexOf('=');
    const [name, reason] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at < 0 || name === '' || reason === '') throw new Error(`--why "${text}": expected 'RULE SUBJECT=REASON'`);
    return /** @type {const} */ ([name, reason]);
  });
  return { tests: positionals, accepted: values.all ? GROUPS : only, all: values.all, reasons: new Map(reasons) };
}

/** @typedef {import('./record.mjs').Change} Change */

/**
 * Returns the lines that describe the changes of each group; none for a group without changes.
 * @param {readonly Change[]} changes
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
function told(changes) {
  const of = (/** @type {string} */ group) => changes.filter(({ path }) => groupsOf(path).some((one) => one === group));
  const said = of('words').map(({ path, head, now }) => {
    const rule = path.replace(/^.*\/(.*)\.txt$/, '$1').replace('.', '/');
    return { rule, ...saidChange(head, now) };
  });
  const counts = (/** @type {Readonly<Record<string, number>>} */ tally, /** @type {string} */ sign) =>
    Object.entries(tally).map(([outcome, count]) => `${sign}${count} ${outcome}`);
  const moves = of('sites').flatMap(({ path, head, now }) => siteMoves(path.split('/')[2], head, now));
  const lines = (/** @type {string} */ group) => of(group).map((change) => `${change.path}: ${change.lines}`);
  const reasonless = of('sites').flatMap(({ path, now }) =>
    reasonsWanted(now).map((name) => `new, without a reason on record: ${path}: ${name}`),
  );
  const onlyReasons = moves.length === 0 ? lines('sites') : [];
  return new Map([
    ['sites', [...toldMoves(moves), ...onlyReasons, ...reasonless]],
    [
      'verdicts',
      said.flatMap(({ rule, added, removed, grounds }) => {
        const parts = [...counts(added, '+'), ...counts(removed, '−')];
        if (parts.length === 0 && grounds === 0) return [];
        const first = parts.length === 0 ? '0 verdicts' : parts.join(', ');
        return [`${rule}: ${first} in its fixtures; other grounds of the same verdict: ${grounds}`];
      }),
    ],
    ['recorded', lines('recorded')],
    ['words', said.filter(({ words }) => words > 0).map(({ rule, words }) => `${rule}: wording: ${words}`)],
    ['engine', lines('engine')],
    ['reports', lines('reports')],
    ['drawings', lines('drawings')],
    ['schemas', lines('schemas')],
    ['frozen', of('frozen').flatMap(({ head, now }) => toldSizes(head, now))],
  ]);
}

/** Lists the findings of a site whose reason is empty. @param {string} text @returns {readonly string[]} */
function reasonsWanted(text) {
  /** @type {{ why: Readonly<Record<string, string>> }} */
  const { why } = JSON.parse(text);
  return Object.keys(why).filter((name) => why[name].trim() === '');
}

/**
 * Returns the text with the missing reasons filled in: from `reasons`, else as a person types them at a terminal.
 * @param {Change} change
 * @param {ReadonlyMap<string, string>} reasons
 */
async function withReasons({ path, now }, reasons) {
  let text = now;
  for (const name of reasonsWanted(now)) {
    let reason = reasons.get(name) ?? '';
    if (reason === '' && process.stdin.isTTY) {
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      reason = (await terminal.question(`${path}: ${name}\n  why may it stand? `)).trim();
      terminal.close();
    }
    // A function as replacement, because `$` has a meaning in a replacement string.
    text = text.replace(`${JSON.stringify(name)}: ""`, () => `${JSON.stringify(name)}: ${JSON.stringify(reason)}`);
  }
  return text;
}

async function main() {
  const { tests, accepted, all, reasons } = asked();
  const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
  const copy = copyOf(root);
  // This test fails until the reasons are written; this tool asks for them itself.
  const failing = (await record(copy, tests)).filter(
    (name) => !/^test\/sites\.test\.ts: .*reason on record/.test(name),
  );
  const changes = changesOf(root, copy);
  const groups = told(changes);
  const changed = (/** @type {readonly string[]} */ names) => names.some((name) => groups.get(name)?.length);
  const both = changed(['sites', 'verdicts', 'recorded']) && changed(['words']);
  const taken = accepted.filter((group) => changed([group]) && !(all && both && MIXED.includes(group)));

  const current = (/** @type {string} */ path) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
  let left = 0;
  for (const change of changes) {
    const { path, now } = change;
    const own = groupsOf(path);
    let text = current(path);
    if (own.includes('words'))
      text = merged(text, now, { verdicts: taken.includes('verdicts'), words: taken.includes('words') });
    else if (own.some((group) => taken.includes(group)))
      text = own.includes('sites') ? await withReasons(change, reasons) : now;
    if (text !== current(path)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    if (own.includes('sites') && taken.includes('sites')) {
      const wanted = reasonsWanted(text);
      for (const name of wanted) console.log(`write the reason: ${path}: ${name}`);
      left += wanted.length;
    } else if (text !== now) left += 1;
  }

  for (const [group, lines] of groups) {
    if (lines.length === 0) continue;
    console.log(`${group}${taken.includes(group) ? ' (accepted)' : ''}`);
    for (const line of lines) console.log(`  ${line}`);
  }
  if (tests.length > 0) console.log(`Only tests called ${tests.join(' or ')} were run.`);
  else console.log(`unchanged: ${GROUPS.filter((group) => !changed([group])).join(', ') || 'nothing'}`);
  if (changed(['verdicts'])) console.log('What the first comments of these fixtures expect is written by hand.');
  if (both)
    console.log(
      `Verdicts and words both changed: commit them apart. ${MIXED.join(', ')} show both; --all leaves them, --only takes them.`,
    );
  if (failing.length > 0) console.log('No record mends these tests:');
  for (const name of failing) console.log(`  ${name}`);
  process.exitCode = left > 0 || failing.length > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('How it is used: npm run accept -- --help');
  process.exit(2);
}
