// Cautions that a report opens with, and assumptions that come from a configuration.
import type { ConfiguredValue, Settings } from '../../config/types.js';
import { unsettledZones } from '../../facts/unknown-use.js';
import { list, quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { allPacks, governs } from '../../law/load.js';
import { cite } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { locate } from '../../source/place/locate.js';
import type { Place } from '../../source/types.js';
import type { Assumption, Caution, LintTerms } from '../types.js';
import { withUnit } from './figures.js';
import { relabelledText, relabelledZones, withdrawnUse } from './overrides.js';

type LineOf = (place: Place) => string;

/** Returns a function that writes a place in a configuration as `path:line`. */
function linesOf({ files }: Settings): LineOf {
  return (place) => {
    const file = files.find(({ path }) => path === place.path);
    return file === undefined ? place.path : `${place.path}:${locate(file, place).start.line}`;
  };
}

/**
 * Returns what the reader must know before the first verdict: foreign packs, laws not judged by, loosened rules,
 * refused files, unknown uses and overridden places.
 */
export function cautionsOf(
  settings: Settings,
  site: Site,
  { refused = [], noWaivers = false, exit }: Pick<LintTerms, 'refused' | 'noWaivers' | 'exit'>,
  rules: readonly Rule[],
): Caution[] {
  const lineOf = linesOf(settings);
  const loose = [
    ...settings.levels.filter(({ loosened }) => loosened).map((one) => levelText(one, rules, site.pack, lineOf)),
    ...settings.parameters.filter(({ loosened }) => loosened).map((one) => parameterText(one, site.pack, lineOf)),
    ...(settings.profile.loosened ? [profileText(settings.profile, lineOf)] : []),
  ];
  const waivers = noWaivers && site.waivers.length > 0 ? [unapplied(site.waivers.length)] : [];
  return [
    ...loose.map(
      (text): Caution => ({
        kind: 'loosened',
        text: { zh: `配置放宽：${text.zh}。`, en: `Loosened by configuration: ${text.en}.` },
      }),
    ),
    ...writtenCautions(site),
    ...unjudgedCaution(site),
    ...[...refused, ...waivers].map((text): Caution => ({ kind: 'refused', text })),
    ...relabelledCaution(site),
    ...unstatedCaution(site),
    ...unsettledCaution(site),
    ...(exit === undefined ? [] : [{ kind: 'exit' as const, text: exit }]),
  ];
}

/** Returns cautions on packs that sitecam doesn't ship: nobody here has checked their account of the law. */
function writtenCautions({ pack }: Site): Caution[] {
  return partsOf(pack).flatMap(({ id, written }): Caution[] => {
    if (written === undefined) return [];
    const [first, ...others] = written.sources;
    const hash = first === undefined || others.length > 0 ? '' : `SHA-256 ${first.sha256}`;
    const more =
      hash === ''
        ? { zh: '各文件的SHA-256见“前提与假定”', en: 'its files by SHA-256: see the assumptions' }
        : { zh: hash, en: hash };
    const [zh, en] = [quote(written.path, 'zh-CN'), quote(written.path, 'en')];
    const text = {
      zh: `审查依据中的法规数据包${quote(id, 'zh-CN')}不是本工具自带的，其条文和判定未经本工具核对，请核对：${zh}（${more.zh}）。`,
      en: `The pack ${quote(id, 'en')} that this report judges by doesn't come with sitecam; its texts and what follows from them were not checked here, please check: ${en} (${more.en}).`,
    };
    return [{ kind: 'written', text }];
  });
}

/** Returns the caution on laws of the region that the plan isn't judged by, because another pack was chosen. */
function unjudgedCaution({ pack, region }: Site): Caution[] {
  const judged = new Set(partsOf(pack).map(({ id }) => id));
  const others = allPacks().filter(
    (each) => !judged.has(each.id) && !each.regions.includes('') && (region === undefined || governs(each, region)),
  );
  const names = others.flatMap(({ instruments: [law] }) => law?.name ?? []);
  if (names.length === 0) return [];
  const text = {
    zh: `本场所所在地区适用的法规未列入审查依据：${names.map(({ zh }) => zh).join('、')}。本报告未按其审查。`,
    en: `Law in force where the site is, by which this report does not judge: ${names.map(({ en }) => en).join(', ')}.`,
  };
  return [{ kind: 'unjudged', text }];
}

/** Returns the caution on zones of unknown use: there may be more findings than those listed. */
function unsettledCaution(site: Site): Caution[] {
  const zones = unsettledZones(site);
  if (zones.length === 0) return [];
  const shown = zones.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = zones.length > shown.length;
  const text = {
    zh: `用途未定的区域${zones.length}处（${list(shown, 'zh-CN')}${more ? '等' : ''}）；取决于其用途的结论为待补充，见“前提与假定”。`,
    en: `Zones of unknown use: ${zones.length} (${more ? `${shown.join(', ')} …` : list(shown, 'en')}); what hangs on their use is open, see the assumptions.`,
  };
  return [{ kind: 'unsettled', text }];
}

/**
 * Returns the caution on private places that overrides relabel, such as a restroom called a store and judged as one.
 */
function relabelledCaution(site: Site): Caution[] {
  const all = relabelledZones(site);
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_NAMED).map(relabelledText);
  const [zh, en] = [shown.map((one) => one.zh).join('、'), shown.map((one) => one.en).join(', ')];
  const more = all.length > shown.length;
  const text = {
    zh: `设计人员在 overrides 中把图形所绘的涉及个人隐私的区域${all.length}处改写为其他类型，按改写后的类型审查，请核对：${zh}${more ? '等' : ''}。`,
    en: `In overrides the author states other kinds for ${all.length} of the private places that are drawn; they are judged by the stated kinds, please check: ${en}${more ? ' …' : ''}.`,
  };
  return [{ kind: 'overridden', text }];
}

/**
 * Returns the caution on zones whose unknown use an override withdrew without stating a use: they are no longer open,
 * yet nobody said what they are for.
 */
function unstatedCaution(site: Site): Caution[] {
  const ids = withdrawnUse(site);
  if (ids.length === 0) return [];
  const shown = ids.slice(0, MOST_NAMED);
  const more = ids.length > shown.length;
  const text = {
    zh: `设计人员在 overrides 中去除了区域${ids.length}处的“用途未定”，但未写明其用途，按不涉及个人隐私审查，请核对：${list(shown, 'zh-CN')}${more ? '等' : ''}。`,
    en: `In overrides the author takes 'use unknown' away from zones without saying their use, ${ids.length} in all; they are judged as not private, please check: ${more ? `${shown.join(', ')} …` : list(shown, 'en')}.`,
  };
  return [{ kind: 'overridden', text }];
}

/** Most zones that a caution names; the assumptions list all. */
const MOST_NAMED = 5;

function unapplied(count: number): Localized {
  return {
    zh: `未采纳例外说明${count}条：只列出，不适用于任何问题。`,
    en: `${count} ${count === 1 ? 'waiver is' : 'waivers are'} listed and not taken: none sets a finding aside.`,
  };
}

/** Returns the clause that a rule judges by, in parentheses; empty if it has none in the pack. */
export const LEVEL_NAMES: Readonly<Record<'off' | 'warning' | 'error', Localized>> = {
  off: { zh: '不执行', en: 'off' },
  warning: { zh: '提示', en: 'warning' },
  error: { zh: '须改正', en: 'error' },
};

/** Returns the provision that a rule judges if it carries a penalty or a prohibition, else the general words for it. */
function provisionOf(id: string, rules: readonly Rule[], pack: Pack): Localized {
  const rule = rules.find((each) => each.id === id);
  const main = rule === undefined ? undefined : clausesUnder(rule, pack)[0]?.replace(/\([^)]*\)$/, '');
  if (main === undefined || !pack.clauses.some((clause) => clause.id === main)) return { zh: '', en: '' };
  const { zh, en } = cite(pack, main);
  return { zh: `（${zh}）`, en: ` (${en})` };
}

function levelText(
  { name, value, otherwise, place }: ConfiguredValue<'off' | 'warning' | 'error'>,
  rules: readonly Rule[],
  pack: Pack,
  lineOf: LineOf,
): Localized {
  const provision = provisionOf(name, rules, pack);
  const [now, was] = [LEVEL_NAMES[value], LEVEL_NAMES[otherwise]];
  return {
    zh: `规则“${name}”${provision.zh}由“${was.zh}”改为“${now.zh}”，见${quote(lineOf(place), 'zh-CN')}`,
    en: `rule '${name}'${provision.en} from '${was.en}' to '${now.en}', ${quote(lineOf(place), 'en')}`,
  };
}

function parameterText(
  { name, value, otherwise, place }: ConfiguredValue<number>,
  pack: Pack,
  lineOf: LineOf,
): Localized {
  const { what, unit } = pack.parameters[name];
  const [now, was] = [withUnit(value, unit), withUnit(otherwise, unit)];
  return {
    zh: `参数${name}（${what.zh}）由${was.zh}改为${now.zh}，见${quote(lineOf(place), 'zh-CN')}`,
    en: `parameter ${name} (${what.en}) from ${was.en} to ${now.en}, ${quote(lineOf(place), 'en')}`,
  };
}

function profileText({ value, place }: Settings['profile'], lineOf: LineOf): Localized {
  const at = place === undefined ? '' : lineOf(place);
  return {
    zh: `设计指标改用指标集${quote(value, 'zh-CN')}，有低于本工具设定之处，见${quote(at, 'zh-CN')}`,
    en: `design criteria by the profile ${quote(value, 'en')}, which asks for less in places, ${quote(at, 'en')}`,
  };
}

/** Returns the rows on every value that a configuration sets in place of sitecam's, with its place in the file. */
export function configuredAssumptions(settings: Settings, rules: readonly Rule[], pack: Pack): Assumption[] {
  const lineOf = linesOf(settings);
  const rows = [
    ...settings.files.map(({ path, sha256 }) => ({
      what: { zh: `配置文件${quote(path, 'zh-CN')}（SHA-256）`, en: `Configuration ${quote(path, 'en')} (SHA-256)` },
      value: { zh: sha256, en: sha256 },
    })),
    ...settings.levels.map((one) => ({
      what: { zh: '配置的规则级别', en: 'Level by configuration' },
      value: levelText(one, rules, pack, lineOf),
    })),
    ...settings.parameters.map((one) => ({
      what: { zh: '配置的参数', en: 'Parameter by configuration' },
      value: parameterText(one, pack, lineOf),
    })),
    ...(settings.profile.place === undefined
      ? []
      : [
          {
            what: { zh: '配置的设计指标集', en: 'Profile of design criteria by configuration' },
            value: {
              zh: `${quote(settings.profile.value, 'zh-CN')}，见${quote(lineOf(settings.profile.place), 'zh-CN')}`,
              en: `${quote(settings.profile.value, 'en')}, ${quote(lineOf(settings.profile.place), 'en')}`,
            },
          },
        ]),
  ];
  return rows.map((row) => ({ ...row, origin: 'run' }));
}
