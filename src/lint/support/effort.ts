// Why a plan is refused for the work it takes: in which stage, of what content, and what took the most.
import { type BudgetExceeded, MOST_FINDINGS, TIMES, TooManyFindings } from '../../base/budget.js';
import { catalogue, type Text } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Site } from '../../plan/model.js';
import { rules } from '../../rules/registry.gen.js';
import { limitParams, MOST_WORK } from '../../source/limits.js';
import { limitText } from '../../source/texts.js';

const t = catalogue('limit', {
  drawn: {
    zh: '墙线{walls}段、门窗洞口{openings}处、设备{devices}台、区域{zones}处',
    en: '{walls} {walls|wall|walls}, {openings} {openings|opening|openings}, {devices} {devices|device|devices} and {zones} {zones|zone|zones}',
  },
  unread: { zh: '文件大小', en: 'files of this size' },
});

const stages = catalogue('limit/stage', {
  reading: { zh: '读取文件', en: 'reading the files' },
  elements: { zh: '读取图元', en: 'reading the elements' },
  nesting: { zh: '核对区域的重叠和嵌套', en: 'comparing zones that overlap' },
  walls: { zh: '拼接墙线', en: 'joining walls' },
  views: { zh: '计算设备的可视范围', en: 'working out what devices see' },
  reaches: { zh: '核对设备可视范围所及的区域', en: 'comparing views with zones' },
  sound: { zh: '计算设备的拾音范围', en: 'working out what devices hear' },
  rules: { zh: '审查“{rule}”', en: "the rule '{rule}'" },
  rest: { zh: '核对图形', en: 'checking the drawing' },
});

const sources = catalogue('limit/source', {
  one: { zh: '{stage}，主要来自“{id}”', en: "{stage}, most of it for '{id}'" },
  many: { zh: '{stage}，其中“{id}”最多', en: "{stage}, the most for '{id}'" },
});

/**
 * Returns the message that refuses a plan that exceeds its budget.
 *
 * @param site the plan, if it was read; else it took too much to read
 * @param isSet true if the user set the limit
 */
export function refusalOf(error: BudgetExceeded, site: Site | undefined, isSet: boolean): Text {
  const { most, charges } = error;
  const limit = limitParams('work', most);
  if (error instanceof TooManyFindings) {
    return limitText.findings({
      count: MOST_FINDINGS,
      content: contentOf(site),
      more: limitParams('work', MOST_WORK).more,
    });
  }
  if (isSet) return limitText.work(limit);
  const stage = stageOf(charges);
  if (most >= MOST_WORK) return limitText.most({ ...limit, content: contentOf(site), stage });
  return limitText.granted({ ...limit, content: contentOf(site), stage, times: TIMES });
}

function contentOf(site: Site | undefined): Localized {
  if (site === undefined) return t.unread;
  const count = (key: 'walls' | 'openings' | 'devices' | 'zones') =>
    site.levels.reduce((sum, level) => sum + level[key].length, 0);
  return t.drawn({
    walls: count('walls'),
    openings: count('openings'),
    devices: count('devices'),
    zones: count('zones'),
  });
}

/** Returns the stage that took the most steps, and what it took the most for. */
function stageOf(charges: BudgetExceeded['charges']): Localized {
  let [top, whole]: [string, number] = ['rest', 0];
  for (const [stage, subjects] of charges) {
    const steps = [...subjects.values()].reduce((sum, each) => sum + each, 0);
    if (steps > whole) [top, whole] = [stage, steps];
  }
  let [id, most]: [string, number] = ['', 0];
  for (const [subject, steps] of charges.get(top) ?? []) if (steps > most) [id, most] = [subject, steps];
  if (top === 'rules') return stages.rules({ rule: rules.find((rule) => rule.id === id)?.title ?? verbatim(id) });
  const stage = NAMES.get(top) ?? stages.rest;
  if (id === '') return stage;
  return (2 * most >= whole ? sources.one : sources.many)({ stage, id });
}

const NAMES: ReadonlyMap<string, Localized> = new Map(
  Object.entries(stages).flatMap(([name, text]) => (typeof text === 'function' ? [] : [[name, text] as const])),
);
