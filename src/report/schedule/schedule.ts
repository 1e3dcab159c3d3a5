// The device schedule as CSV.

import { memoize } from '../../base/memo.js';
import { sinceMark } from '../../findings/baseline-words.js';
import { isLoosened } from '../../findings/cautions.js';
import { deviceOf, foldsOf } from '../../findings/groups.js';
import { VERDICT_GROUPS, verdictGroup } from '../../findings/tally.js';
import { lensHeading, trueHeading } from '../../findings/wording/headings.js';
import { SHORT_OUTCOMES, SIGN } from '../../findings/wording/texts.js';
import { noVerdicts } from '../../findings/wording/unjudged.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import { takenText } from '../../lint/notes/models.js';
import type { LintResult, LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { AUDIO, DEVICE_NAMES, STATUS, VIDEO } from '../../plan/device-names.js';
import { directoryOf } from '../../plan/directory.js';
import { deviceKind } from '../../plan/kinds.js';
import type { Device, LeftOut, Optics, Override, Sign } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import type { Format } from '../format.js';
import { coveredAreas, deviceReachOf } from './captures.js';
import { t } from './texts.js';

/** A cell in both languages, or the same in both. */
type Value = Cell | Localized;

/** A column of the schedule: its title and its cell for a device, a sign and a device left out, which have fewer. */
interface Column {
  readonly title: Localized;
  readonly of: (device: Device) => Value;
  readonly sign?: (sign: Sign) => Value;
  readonly leftOut?: (override: Override & { readonly leftOut: LeftOut }) => Value;
}

/**
 * Returns the device schedule as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets): a record for each
 * device, removed ones included, with what it may capture, what it certainly covers and its findings; then one for each
 * sign, and for each device that the author leaves out. No text of a plan can become a formula. A plan that can't be
 * read has a record that says so.
 */
export function renderSchedule(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...scheduleParts(input, options)].join('');
}

/** The format `schedule`: the list of devices and signs with what each captures, as CSV. */
export const format: Format = { render: scheduleParts };

/** Yields the text of `renderSchedule` in parts, one record each. */
export function* scheduleParts(input: ReportInput, { locale }: { readonly locale: Locale }): Generator<string> {
  const record = (values: readonly Value[]) =>
    csvRecord(values.map((value) => (typeof value === 'object' ? render(value, locale) : value)));
  const titles = titlesOf(input);
  yield BYTE_ORDER_MARK + record(titles);
  for (const result of input.results) yield* recordsOf(result, input, titles.length).map(record);
}

/** Returns the titles. The levels of detail are those of every pack, so that the columns of the first plan are those of all. */
function titlesOf(input: ReportInput): Localized[] {
  const verdict = verdictTitle(input);
  if (input.redacted) return [t.plan, t.opaqueName, verdict, t.findings];
  const first = input.results.find((result) => result.ok);
  return first === undefined ? [t.plan, t.verdict] : columns(first, input).map(({ title }) => title);
}

function recordsOf(result: LintResult, input: ReportInput, width: number): Value[][] {
  if (!result.ok) {
    const empty = Array.from({ length: width - 2 }, () => undefined);
    return [[result.path, ...empty, noVerdicts(result)]];
  }
  if (input.redacted) {
    // A redacted report holds no other devices than those that a verdict names.
    const named = verdictsByDevice(result, (id) => /^device-\d+$/.test(id));
    return [...named].map(([device, verdicts]) => [
      result.path,
      device,
      conclusionOf(verdicts),
      findingsOf(verdicts, result),
    ]);
  }
  const cells = columns(result, input);
  const { levels, overrides } = result.site;
  return [
    ...levels.flatMap(({ devices }) => devices.map((device) => cells.map(({ of }) => of(device)))),
    ...levels.flatMap(({ signs }) => signs.map((one) => cells.map(({ sign }) => sign?.(one)))),
    ...(overrides ?? []).flatMap(({ leftOut, ...override }) =>
      leftOut === undefined || override.element !== 'device'
        ? []
        : [cells.map((cell) => cell.leftOut?.({ ...override, leftOut }))],
    ),
  ];
}

/**
 * Returns the title of the conclusions. It says so if the configuration of every plan was loosened: the file has no
 * other head. Where that holds of some plans, their conclusions say it.
 */
function verdictTitle(input: ReportInput): Localized {
  return sharedTerms(input).loosened === 'all' ? t.loosenedVerdict : t.verdict;
}

/** Returns what holds for all judged plans of a run, so that a title may say it. */
const sharedTerms = memoize(({ results }: ReportInput) => {
  const reports = results.flatMap((result) => (result.ok ? [result] : []));
  const n = reports.filter(isLoosened).length;
  return {
    isOneDensity: new Set(reports.map(({ pack }) => parameter(pack, 'privacyDensity'))).size < 2,
    loosened: n === 0 ? 'none' : n === reports.length ? 'all' : 'some',
  } as const;
});

function columns(report: Report, input: ReportInput): Column[] {
  const { site } = report;
  const { zones, devices } = directoryOf(site);
  const levels = new Map(site.levels.map((level) => [level.id, level.name ?? level.id]));
  const verdicts = verdictsByDevice(report, (id) => devices.has(id));
  const ofDevice = ({ id }: Device) => verdicts.get(id) ?? [];
  const names = (ids: readonly string[]) => items(ids.map((id) => zones.get(id)?.name ?? id));
  const lens = (device: Device, figure: (optics: Optics) => number | undefined): Value => {
    const figures = device.lenses.map(figure);
    if (figures.length < 2) return figures[0];
    return items(figures.map((one) => (one === undefined ? '—' : plainFigure(one))));
  };
  const [east, north] = site.coordinates === 'wgs84' ? [0, 0] : site.shift;
  const reach = deviceReachOf(report);
  const { isOneDensity, loosened } = sharedTerms(input);
  const isMarked = loosened === 'some' && isLoosened(report);
  const conclusion = (some: readonly LintVerdict[]) =>
    isMarked ? t.loosenedConclusion({ conclusion: conclusionOf(some) }) : conclusionOf(some);
  const covered = report.pack.densityLevels.map(({ name, density }): Column => {
    const title = t.covered({ level: name, density: plainFigure(density) });
    return { title, of: (device) => coveredAreas(report, device, density) };
  });
  return [
    { ...both(t.plan, () => report.path), leftOut: () => report.path },
    { ...both(t.id, ({ id }) => id), leftOut: ({ id }) => id },
    {
      title: t.name,
      of: ({ name }) => name,
      sign: ({ name, text }) => name ?? text,
      leftOut: ({ leftOut: { name } }) => name,
    },
    {
      title: t.device,
      of: ({ kind }) => DEVICE_NAMES[kind],
      sign: () => SIGN,
      leftOut: ({ leftOut: { kind } }) => kindText(kind),
    },
    { title: t.type, of: ({ type }) => type },
    ...(namesModels(input)
      ? [
          { title: t.model, of: ({ model }: Device) => model },
          { title: t.modelData, of: modelData },
        ]
      : []),
    {
      ...both(t.level, ({ level }) => levels.get(level) ?? level),
      leftOut: ({ leftOut }) => items(leftOut.levels.map((level) => levels.get(level) ?? level)),
    },
    { title: t.zones, of: (device) => names(device.zones) },
    both(t.east, ({ at }) => at[0] + east),
    both(t.north, ({ at }) => at[1] + north),
    both(t.height, ({ height }) => height),
    {
      title: t.heading,
      of: (device) => lens(device, (optics) => lensHeading(optics, site)),
      sign: ({ heading }) => trueHeading(heading, site),
    },
    { title: t.fieldOfView, of: (device) => lens(device, ({ hfov }) => hfov) },
    { title: t.video, of: ({ video }) => VIDEO[video] },
    { title: t.audio, of: ({ audio }) => AUDIO[audio] },
    {
      ...both(t.status, ({ status }) => STATUS[status]),
      leftOut: ({ leftOut: { reason } }) => t.leftOut({ reason: verbatim(reason) }),
    },
    {
      title: isOneDensity ? t.seen({ density: plainFigure(reach.density) }) : t.seenEach,
      of: (device) => {
        const zones = names(reach.seen(device));
        if (isOneDensity || zones === undefined) return zones;
        return t.seenFrom({ zones, density: plainFigure(reach.density) });
      },
    },
    { title: t.heard, of: (device) => names(reach.heard(device)) },
    ...covered,
    {
      title: verdictTitle(input),
      of: (device) => conclusion(ofDevice(device)),
      // Verdicts are on entrances and places; their sentences name the signs they rest on.
      sign: () => conclusion([]),
      leftOut: () => conclusion([]),
    },
    { title: t.findings, of: (device) => findingsOf(ofDevice(device), report) },
  ];
}

/** True if a device of any plan of the run has a model; only then are there columns for it. */
function namesModels({ results }: ReportInput): boolean {
  return results.some(
    (result) => result.ok && result.site.levels.some(({ devices }) => devices.some(({ model }) => model !== undefined)),
  );
}

/** Returns what was taken of the catalogue of models, from which source, and whether the lens is to be stated. */
function modelData({ modelUse: use }: Device): Value {
  if (use === undefined) return undefined;
  const { source, date } = use.record;
  const texts = [
    ...(use.lensUnsaid === true ? [t.lensUnsaid] : []),
    ...(use.taken.length > 0 ? [t.taken({ facts: takenText(use), source: verbatim(source), day: dayText(date) })] : []),
  ];
  return texts.length === 0 ? undefined : joined(texts, t.clauses);
}

function kindText(kind: string | undefined): Value {
  const known = kind === undefined ? undefined : deviceKind(kind);
  return known === undefined ? kind : DEVICE_NAMES[known];
}

/** Returns a column with the same content for devices and signs. */
function both(title: Localized, of: (one: Device | Sign) => Value): Column {
  return { title, of, sign: of };
}

function items(texts: readonly string[]): Localized | undefined {
  return texts.length === 0 ? undefined : joined(texts.map(verbatim), t.items);
}

/** Returns the verdicts about each device, by its id (or its opaque name), the worst first. */
function verdictsByDevice(report: Report, isDevice: (id: string) => boolean): ReadonlyMap<string, LintVerdict[]> {
  const all = new Map<string, LintVerdict[]>();
  for (const verdict of report.verdicts) {
    const id = deviceOf(verdict.subject) ?? verdict.subject;
    if (isDevice(id)) all.set(id, [...(all.get(id) ?? []), verdict]);
  }
  const rank = (verdict: LintVerdict) => VERDICT_GROUPS.indexOf(verdictGroup(verdict));
  for (const verdicts of all.values()) verdicts.sort((a, b) => rank(a) - rank(b));
  return all;
}

/** Returns the worst outcome on a device. A device without verdicts must not read as one that complies. */
function conclusionOf([worst]: readonly LintVerdict[]): Localized {
  return worst === undefined ? t.noVerdict : SHORT_OUTCOMES[verdictGroup(worst)];
}

/**
 * Returns what isn't settled, such as 不符合 capture/view-into-private-zone C2>wc, of a fold the first with the count;
 * undefined if nothing is left.
 */
function findingsOf(verdicts: readonly LintVerdict[], report: Report): Value {
  const texts = foldsOf(verdicts, report).flatMap(({ first: verdict, rows }) => {
    const group = verdictGroup(verdict);
    if (group === 'pass' || group === 'notApplicable') return [];
    const mark = sinceMark(verdict);
    const more = rows.length === 0 ? [] : [t.also({ n: rows.length + 1 })];
    return [joined([SHORT_OUTCOMES[group], mark, verbatim(` ${verdict.rule} ${verdict.subject}`), ...more])];
  });
  return texts.length === 0 ? undefined : joined(texts, t.clauses);
}

/** A cell: a text, which may come from a plan, or a figure. Undefined is an empty cell. */
type Cell = string | number | undefined;

/** Start of a formula for spreadsheets, Chinese ones included, with the characters they skip before it. */
const FORMULA = /^[\s"]*[=+\-@|＝＋－＠]/;

/** Start of a formula after a semicolon: where semicolons separate cells, a new cell starts there. */
const AFTER_SEMICOLON = /;(?=[\s"]*[=+\-@|＝＋－＠])/g;

/** UTF-8 byte order mark. Without it spreadsheets show Chinese text garbled. */
const BYTE_ORDER_MARK = '\ufeff';

/** Returns one record by RFC 4180, with its line break. Figures that aren't finite are empty cells. */
function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainFigure(cell) : '';
  const text = harmless(plainText(cell));
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns `text` with an apostrophe before anything that a spreadsheet would take for a formula. */
function harmless(text: string): string {
  return (FORMULA.test(text) ? `'${text}` : text).replace(AFTER_SEMICOLON, ";'");
}
