// The result of a verification as a document.
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Block, Document } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import type { Outcome } from '../../rules/verdict.js';
import { t } from './texts.js';
import {
  answerOf,
  hasBlanks,
  holdsHashes,
  type ReportDifference,
  type Undecidable,
  type ValueChange,
  type VerdictName,
  type Verified,
} from './types.js';

/** Number of characters shown of a value, and of those before the first in which two differ. */
const [SHOWN, BEFORE] = [60, 16];

/** Number of changes shown of one verdict, and of differences in all unless everything is asked for. */
const [MOST_CHANGES, MOST_DIFFERENCES] = [3, 20];

/**
 * Returns the result of a verification for people: the answer, what differs (the first 20 differences, all if
 * `isVerbose` is true), and what the answer rests on.
 */
export function verifiedDocument(verified: Verified, isVerbose: boolean): Document {
  const { comparison, unknown, unexpectedPlans, unchecked } = verified;
  const all = comparison?.differences ?? [];
  const shown = isVerbose ? all : all.slice(0, MOST_DIFFERENCES);
  const rest = all.length - shown.length;
  const blocks: Block[] = [
    { block: 'paragraph', tone: 'conclusion', text: headline(verified) },
    ...[
      ...unknown.map(unknownText),
      ...unexpectedPlans.map((path) => t.unexpected({ path: plainText(path) })),
      ...shown.flatMap(differenceTexts),
      ...(rest > 0 ? [t.more({ n: rest })] : []),
      ...(comparison?.more === true ? [t.tooMany] : []),
      ...unchecked.map((path) => t.unchecked({ path: plainText(path) })),
    ].map(line),
    ...(comparison === undefined ? [] : [{ block: 'paragraph' as const, text: t.from }, ...basis(verified).map(line)]),
  ];
  return { blocks: [{ block: 'section', tight: true, blocks }] };
}

/** Returns a line; what belongs to the line before, which starts with two spaces, stands further in. */
function line(text: Localized): Block {
  return { block: 'paragraph', text, indent: [2, 4] };
}

function headline({ given, comparison, plans, unchecked, ...rest }: Verified): Localized {
  const report = quoted(plainText(given.name));
  const answer = answerOf({ given, comparison, plans, unchecked, ...rest });
  if (answer === 'unknown') return t.unknown({ report });
  if (answer === 'differs') {
    const n = comparison?.differences.length ?? 0;
    const many = n === 0 ? t.noCount : comparison?.more === true ? t.countOrMore({ n }) : t.count({ n });
    return t.differs({ report, many });
  }
  if (unchecked.length === 0) return t.same({ report });
  return t.partly({ report, all: plans.length + unchecked.length, n: plans.length, rest: unchecked.length });
}

/** Returns what was recomputed from which files, and the limits of the answer. */
function basis(verified: Verified): Localized[] {
  const { plans, packs, packsFrom, version, today, dayFrom, given } = verified;
  const name = (path: string) => quoted(plainText(path));
  return [
    ...plans.map(({ path, recorded, sha256 }) =>
      t.plan({
        name: name(path),
        renamed: path === recorded ? t.notRenamed : t.renamed({ name: name(recorded) }),
        sha256: sha256 ?? '—',
      }),
    ),
    ...packs.map(({ id, sha256 }) => t.pack({ id: plainText(id), source: t[`pack-${packsFrom}`], sha256 })),
    t.run({ version, today, source: t[`day-${dayFrom}`], format: given.format }),
    comparedText(verified),
    ...(hasBlanks(given.format) ? [t.blanks] : []),
    ...(answerOf(verified) === 'same' && (given.run?.redacted === true || !holdsHashes(given.format))
      ? [t.noHashes]
      : []),
    t.proves,
  ];
}

function comparedText({ comparison }: Verified): Localized {
  const { verdicts, bytes } = comparison ?? { verdicts: undefined, bytes: false };
  if (verdicts === undefined) return t.comparedBytes;
  return bytes ? t.comparedAll({ n: verdicts }) : t.comparedSome({ n: verdicts });
}

function unknownText(unknown: Undecidable): Localized {
  switch (unknown.kind) {
    case 'configuration':
    case 'decisions':
    case 'baseline':
      return t[`missing-${unknown.kind}`]({ path: plainText(unknown.path) });
    case 'pack':
      return t['missing-pack']({ id: plainText(unknown.id) });
    case 'packs': {
      const ids = unknown.ids.map(plainText).join('+');
      return unknown.from === 'default' ? t.packsDefault({ ids }) : t.packsConfiguration({ ids });
    }
    case 'version':
      return t.otherVersion({ report: plainText(unknown.report), now: unknown.now });
    case 'plans':
      return t.tooFewPlans({ report: unknown.report, given: unknown.given });
    case 'terms':
      return t.noTerms;
  }
}

function differenceTexts(difference: ReportDifference): Localized[] {
  switch (difference.kind) {
    case 'version':
      return [t.version({ sides: t.sides({ report: shown(difference.report), now: shown(difference.now) }) })];
    case 'file': {
      const { path, report, now } = difference;
      const name = quoted(plainText(path));
      if (report === undefined && now !== undefined) return [t.fileWithoutHash({ name, now })];
      return [t.file({ name, sides: sidesText({ report, now }) })];
    }
    case 'pack':
      return [t.packData({ name: quoted(plainText(difference.id)), sides: sidesText(difference) })];
    case 'day':
    case 'language':
    case 'option':
    case 'value':
      return [t[difference.kind]({ change: changeText(difference.change) })];
    case 'line':
      return [t.line({ n: difference.change.at, sides: sidesText(difference.change) })];
    case 'verdict':
      return verdictTexts(difference);
    case 'missing':
    case 'added':
      return [t[difference.kind]({ name: named(difference.verdict), outcome: outcomeText(difference.outcome) })];
    case 'order':
      return [t.order({ name: named(difference.verdict), report: difference.report, now: difference.now })];
    case 'bytes':
      return [t.bytes({ line: difference.line })];
  }
}

function verdictTexts({ verdict, outcomes, changes }: Extract<ReportDifference, { kind: 'verdict' }>): Localized[] {
  const [was, is] = outcomes;
  const name = named(verdict);
  const rest = changes.length - MOST_CHANGES;
  const inner = [...changes.slice(0, MOST_CHANGES).map(changeText), ...(rest > 0 ? [t.moreChanges({ n: rest })] : [])];
  return [
    was === is ? t.verdict({ name }) : t.verdictTurned({ name, was: outcomeText(was), is: outcomeText(is) }),
    ...inner.map(({ zh, en }) => ({ zh: `  ${zh}`, en: `  ${en}` })),
  ];
}

function named({ plan, rule, subject }: VerdictName): Localized {
  return verbatim([plan, rule, subject].map(plainText).join('  '));
}

function outcomeText(outcome: Outcome | undefined): Localized {
  return outcome === undefined ? t.noOutcome : SHORT_OUTCOMES[outcome];
}

function changeText(change: ValueChange): Localized {
  return t.change({ at: verbatim(plainText(change.at)), sides: sidesText(change) });
}

/** Returns both sides, from shortly before where they first differ. */
function sidesText({ report, now }: Pick<ValueChange, 'report' | 'now'>): Localized {
  let same = 0;
  if (typeof report === 'string' && typeof now === 'string') {
    while (same < report.length && report[same] === now[same]) same += 1;
  }
  return t.sides({ report: shown(report, same), now: shown(now, same) });
}

function shown(value: unknown, from = 0): Localized {
  if (value === undefined) return t.noValue;
  return typeof value === 'string' ? quoted(cut(value, from)) : verbatim(cut(JSON.stringify(value) ?? '', 0));
}

function cut(text: string, from: number): string {
  const start = from > SHOWN - BEFORE ? from - BEFORE : 0;
  const piece = [...text.slice(start, start + 2 * SHOWN)].slice(0, SHOWN).join('');
  const more = start + piece.length < text.length;
  return `${start > 0 ? '…' : ''}${plainText(piece)}${more ? '…' : ''}`;
}
