// Expectations written from the statutes' words: how the first lines of a plan in fixtures/statutes are read and held.
import { loadPack } from '../../src/law/load.js';
import { category } from '../../src/law/lookup.js';
import type { LintVerdict } from '../../src/lint/types.js';

/**
 * What the words of a clause require for a subject. `none`: the clause says nothing against it. `list`: no drawing shows
 * it, and the reviewer is asked to check the papers.
 */
export const REQUIRED = ['pass', 'fail', 'open', 'review', 'list', 'none'] as const;

/** One of `REQUIRED`. */
export type Required = (typeof REQUIRED)[number];

/** One line `# 第九条第二款第（一）项 => fail C1>r1`. */
export interface Expectation {
  /** The line as written, without `#`. */
  readonly line: string;
  /** A clause of a law; it holds for the clauses below it as well. */
  readonly clause: string;
  readonly required: Required;
  /** `C1>r1` is that verdict only; `C1` is every verdict on C1; undefined is every verdict on the plan. */
  readonly subject: string | undefined;
  /** Why the linter is known to differ, where it does. */
  readonly differs: string | undefined;
}

/** The laws as a plan's first lines cite them, and their packs; a citation without a law means nm-2017. */
const LAWS: readonly (readonly [cited: string, pack: string])[] = [
  ['自治区条例', 'nm-2017'],
  ['国务院令第799号', 'cn-799-2025'],
  ['799号', 'cn-799-2025'],
  ['民法典', 'cn-civil-code'],
  ['娱乐条例', 'cn-entertainment'],
];

const DIGITS = '零一二三四五六七八九';

const NUMBER = '[零一二三四五六七八九十百千]+';
const CITATION = new RegExp(
  `^第(?<article>${NUMBER})条(?:第(?<paragraph>${NUMBER})款)?(?:第（(?<item>${NUMBER})）项)?$`,
  'u',
);
const LINE = /^#\s*(?<line>(?<cited>\S+)\s*=>\s*(?<required>[a-z]+)(?:\s+(?<subject>\S+))?)\s*$/u;
const DIFFERS = /^#\s*differs:\s*(?<reason>.*\S)\s*$/u;

/** Returns the expectations in the comment at the head of `plan`; throws on a line that cannot be read. */
export function expectationsIn(plan: string): Expectation[] {
  const found: Expectation[] = [];
  for (const text of headOf(plan)) {
    const differs = DIFFERS.exec(text)?.groups?.reason;
    const last = found.at(-1);
    if (differs !== undefined) {
      if (last === undefined) throw new Error(`stands below no expectation: ${text}`);
      found[found.length - 1] = { ...last, differs };
    } else if (text.includes('=>')) {
      found.push(expectationIn(text));
    }
  }
  return found;
}

/** Returns the reasons at the head of `plan`: its comment lines that are no expectations. */
export function reasonsIn(plan: string): string[] {
  return headOf(plan).filter((text) => !text.includes('=>') && !DIFFERS.test(text) && /\p{Script=Han}/u.test(text));
}

/**
 * Returns what `verdicts` say of the expectation's subject under its clause: the gravest outcome; `list` where the plan
 * as a whole is asked about and only the list of papers has the clause; else `none`.
 */
export function saidOf(
  { clause, subject, required }: Expectation,
  verdicts: readonly LintVerdict[],
  papers: readonly { readonly clause: string }[] = [],
): Required {
  const said = verdicts
    .filter((verdict) => isAbout(verdict.subject, subject))
    .flatMap((verdict) => [
      ...verdict.bases.filter((basis) => isUnder(basis.clause, clause)).map(({ outcome }) => outcome),
      ...(asksOf(verdict, clause) ? [verdict.outcome] : []),
    ]);
  const graver: readonly Required[] = ['fail', 'open', 'review', 'pass'];
  const gravest = graver.find((outcome) => said.some((one) => one === outcome)) ?? 'none';
  const isListed = required === 'list' && gravest === 'none' && papers.some((paper) => isUnder(paper.clause, clause));
  return isListed ? 'list' : gravest;
}

/** Returns whether `said` is what is required: a pass says nothing against the subject either. */
export function agrees({ required }: Expectation, said: Required): boolean {
  return said === required || (required === 'none' && said === 'pass');
}

/** Returns whether the verdict asks if the site is of a category that the clause lists. */
function asksOf({ rule, subject }: LintVerdict, clause: string): boolean {
  if (rule !== 'plan/category-mismatch') return false;
  const item = category(loadPack('nm-2017'), subject)?.clause;
  return item !== undefined && isUnder(item, clause);
}

function headOf(plan: string): string[] {
  const lines = plan.split(/\r?\n/u);
  const end = lines.findIndex((text) => !text.startsWith('#'));
  return lines.slice(0, end === -1 ? lines.length : end);
}

function expectationIn(text: string): Expectation {
  const { line, cited, required, subject } = LINE.exec(text)?.groups ?? {};
  const known = REQUIRED.find((one) => one === required);
  if (line === undefined || cited === undefined || known === undefined) throw new Error(`not an expectation: ${text}`);
  return { line, clause: clauseOf(cited), required: known, subject, differs: undefined };
}

/** Returns the id of the clause that `cited` names: 第九条第二款第（一）项 is nm-2017/9.2(1). */
export function clauseOf(cited: string): string {
  const [name, pack] = LAWS.find(([law]) => cited.startsWith(law)) ?? ['', 'nm-2017'];
  const { article, paragraph, item } = CITATION.exec(cited.slice(name.length))?.groups ?? {};
  if (article === undefined) throw new Error(`not a clause: ${cited}`);
  const below = paragraph === undefined ? '' : `.${numberOf(paragraph)}`;
  return `${pack}/${numberOf(article)}${below}${item === undefined ? '' : `(${numberOf(item)})`}`;
}

/** Returns the number that Chinese numerals below ten thousand write: 一千零三十三 is 1033. */
function numberOf(numerals: string): number {
  let total = 0;
  let digit = 0;
  for (const numeral of numerals) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[numeral];
    if (unit === undefined) {
      digit = DIGITS.indexOf(numeral);
    } else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

function isAbout(said: string, asked: string | undefined): boolean {
  return asked === undefined || said === asked || said.startsWith(`${asked}>`);
}

function isUnder(said: string, asked: string): boolean {
  return said === asked || said.startsWith(`${asked}.`) || said.startsWith(`${asked}(`);
}
