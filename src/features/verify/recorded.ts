// The run that a report records: version, day, plans, packs and terms.
import { tellsOfFixes } from '../../findings/fix-sentence.js';
import { dayIn, isDay } from '../../i18n/day.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import { optionAssumptions } from '../../lint/notes/assumptions.js';
import { REDACTED } from '../../lint/redact/cautions.js';
import type { Shard } from '../../lint/types.js';
import { markdownText, relativeUri } from '../../render/escape.js';
import { htmlText } from '../../render/html-text.js';
import type { ReportFormat } from '../../report/formats.gen.js';
import { type HashedFile, isForReaders, type RecordedPlan, type RecordedRun, type SubmittedReport } from './types.js';
import { flagAt, listAt, textAt, valueAt } from './values.js';

/**
 * Returns the run that a JSON record describes. A value that isn't as sitecam writes it is left undefined: the
 * comparison shows it as a difference.
 */
export function recordedInJson(log: unknown): RecordedRun {
  return {
    version: textAt(log, 'tool', 'version'),
    language: localeOf(textAt(log, 'language')),
    today: dayOf(textAt(log, 'today')),
    redacted: valueAt(log, 'redacted') === true,
    shard: shardOf(valueAt(log, 'shard')),
    plans: listAt(log, 'plans').flatMap((plan): RecordedPlan[] => {
      const path = textAt(plan, 'path');
      if (path === undefined) return [];
      const cautions = listAt(plan, 'cautions').map((caution) => textAt(caution, 'kind'));
      return [
        {
          path,
          sha256: textAt(plan, 'sha256'),
          packs: idsOf(textAt(plan, 'pack', 'id')),
          ...termsOf(valueAt(plan, 'terms')),
          baseline: fileOf(valueAt(plan, 'baseline'), 'file') ?? null,
          fixes: valueAt(plan, 'fixes') !== undefined,
          exit: cautions.includes('exit'),
        },
      ];
    }),
  };
}

/**
 * Returns the run that a full SARIF record describes; plans that couldn't be read are known from their notifications.
 */
export function recordedInSarif(log: unknown): RecordedRun {
  const run = listAt(log, 'runs')[0];
  const hashes = new Map(
    listAt(run, 'artifacts').map((artifact) => [
      textAt(artifact, 'location', 'uri'),
      textAt(artifact, 'hashes', 'sha-256'),
    ]),
  );
  const properties = valueAt(run, 'properties');
  const read = listAt(properties, 'plans').flatMap((entry): RecordedPlan[] => {
    const path = textAt(entry, 'plan');
    if (path === undefined) return [];
    const cautions = listAt(entry, 'cautions').map(String);
    return [
      {
        path,
        sha256: hashes.get(relativeUri(path)),
        packs: idsOf(textAt(entry, 'pack')),
        ...termsOf(valueAt(entry, 'terms')),
        baseline: fileOf(valueAt(entry, 'baseline'), 'file') ?? null,
        fixes: valueAt(entry, 'fixes') !== undefined,
        exit: cautions.some((text) => text.includes('failOn: never')),
      },
    ];
  });
  const known = new Set(read.map(({ path }) => path));
  const lists = ['toolExecutionNotifications', 'toolConfigurationNotifications'];
  const told = lists.flatMap((name) => listAt(run, 'invocations', 0, name));
  const unread = told.flatMap((one) =>
    [textAt(one, 'properties', 'plan') ?? [], ...listAt(one, 'properties', 'plans').map(String)].flat(),
  );
  const others = [...new Set(unread)].filter((path) => !known.has(path));
  return {
    version: textAt(run, 'tool', 'driver', 'version'),
    language: localeOf(textAt(run, 'language')),
    today: dayOf(textAt(properties, 'today')),
    redacted: valueAt(properties, 'redacted') === true,
    shard: shardOf(valueAt(properties, 'shard')),
    plans: [...read, ...others.map((path) => unreadable(path, hashes.get(relativeUri(path))))],
  };
}

/**
 * Returns the run that a report for people describes, found by the exact words that sitecam prints. A wrong match can
 * only make the recomputed report differ.
 */
export function recordedInText(text: string, format: ReportFormat): RecordedRun {
  const version = /sitecam (\d+\.\d+\.\d+[\w.+-]*)/.exec(text)?.[1];
  const written = (words: Localized) =>
    [words.zh, words.en].some((one) => [one, markdownText(one), htmlText(one)].some((form) => text.includes(form)));
  return {
    version: isForReaders(format) ? version : undefined,
    language: undefined,
    today: dayIn(text),
    redacted: written(REDACTED),
    shard: undefined,
    plans: undefined,
  };
}

/** Terms of the run that a report for people prints. */
export type PrintedTerms = Pick<RecordedPlan, 'packs' | 'reviewer' | 'noWaivers' | 'fixes'>;

/** Finds the packs before the version of the tool, or after their label on a terminal. */
const PACKS = /([\w+-]+)(?:；|; )sitecam \d|法规数据包：\s*([\w+-]+)；|; pack\s([\w+-]+);/;

/** Finds the row of a sheet that lists the packs, in Markdown and in HTML. */
const ROWS = [
  /^\| (?:法规数据包|Pack) \| ([\w+<>-]+) \|$/gm,
  /<th scope="row">(?:法规数据包|Pack)<\/th><td><div>([\w<>/-]+)<\/div><\/td>/g,
];

/**
 * Returns the packs that a sheet lists; undefined if it lists none, or different ones for each plan, which only a
 * configuration can tell.
 */
function packsOfSheet(text: string): string[] | undefined {
  const rows = new Set(ROWS.flatMap((row) => [...text.matchAll(row)].flatMap(([, ids]) => ids ?? [])));
  const [only, ...others] = rows;
  return others.length > 0 ? undefined : only?.split(/<br>|<\/div><div>/);
}

/** Returns the terms that a report for people prints; undefined members aren't printed. */
export function printedTerms(text: string, format: ReportFormat): PrintedTerms {
  const fixes = tellsOfFixes(text);
  const packs = format.startsWith('sheet')
    ? packsOfSheet(text)
    : idsOf(
        PACKS.exec(text)
          ?.slice(1)
          .find((id) => id !== undefined),
      );
  if (!isForReaders(format)) return { packs, reviewer: undefined, noWaivers: undefined, fixes };
  const written = (terms: Parameters<typeof optionAssumptions>[0]) =>
    optionAssumptions(terms).some(({ value }) =>
      [value.zh, value.en].some((one) => text.includes(format.endsWith('html') ? htmlText(one) : markdownText(one))),
    );
  return { packs, reviewer: written({ distrust: true }), noWaivers: written({ noWaivers: true }), fixes };
}

/**
 * Returns the name that a report for people gives to the plan whose bytes have this hash; undefined if it gives none,
 * or the name isn't written as sitecam writes it.
 */
export function nameInText(
  { text, format }: Pick<SubmittedReport, 'text' | 'format'>,
  sha256: string,
): string | undefined {
  const how = NAMES[format]?.(sha256);
  if (how === undefined) return undefined;
  const [before, after, written] = how;
  const to = text.indexOf(after);
  const from = text.lastIndexOf(before, to);
  if (to === -1 || from === -1) return undefined;
  const found = text.slice(from + before.length, to);
  const name = unescaped(found);
  return written(name) === found ? name : undefined;
}

/** By format: the text before a plan's name, the text after it, and how the name is escaped. */
const NAMES: Readonly<
  Partial<
    Record<
      ReportFormat,
      (sha256: string) => readonly [before: string, after: string, written: (text: string) => string]
    >
  >
> = {
  markdown: (sha256) => ['| ', ` (\`${sha256}\`) |`, markdownText],
  html: (sha256) => ['<td>', ` <span class="hash">${sha256}</span>`, htmlText],
  sheet: (sha256) => ['| ', `<br>SHA-256 ${sha256} |`, markdownText],
};

function unescaped(text: string): string {
  return text
    .replaceAll('<!-- -->', '')
    .replace(/\\([\\`*_[\]|~])/g, '$1')
    .replaceAll('&#36;', '$')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

function unreadable(path: string, sha256: string | undefined): RecordedPlan {
  const unsaid = { packs: undefined, reviewer: undefined, noWaivers: undefined, configuration: undefined };
  return { path, sha256, ...unsaid, baseline: null, fixes: false, exit: false };
}

function termsOf(terms: unknown): Pick<RecordedPlan, 'reviewer' | 'noWaivers' | 'configuration'> {
  const files = valueAt(terms, 'configuration');
  return {
    reviewer: flagAt(terms, 'reviewer'),
    noWaivers: flagAt(terms, 'noWaivers'),
    configuration: Array.isArray(files) ? files.flatMap((file: unknown) => fileOf(file, 'path') ?? []) : undefined,
  };
}

function fileOf(value: unknown, key: 'file' | 'path'): HashedFile | undefined {
  const path = textAt(value, key);
  return path === undefined ? undefined : { path, sha256: textAt(value, 'sha256') };
}

function idsOf(id: string | undefined): string[] | undefined {
  return id?.split('+');
}

function localeOf(text: string | undefined): Locale | undefined {
  return text === 'zh-CN' || text === 'en' ? text : undefined;
}

function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

function shardOf(value: unknown): Shard | undefined {
  const [index, of, all] = ['index', 'of', 'all'].map((name) => valueAt(value, name));
  const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0;
  return whole(index) && whole(of) && whole(all) ? { index, of, all } : undefined;
}
