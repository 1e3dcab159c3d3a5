// Sentences of a requirement's case, with the plan's facts filled in.

import { dayText } from '../../i18n/day.js';
import { localizedList, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { cite } from '../../law/lookup.js';
import type { Case, Requirement } from '../../law/requirement.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Device, Site } from '../../plan/model.js';
import { factName, factValue, meaningAt } from '../../plan/project/names.js';
import { watchersOf } from '../capture/devices.js';
import { type ConditionInput, missingIn } from './condition.js';
import type { Facts } from './stated-facts.js';

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9.*]*)\}/g;

/** Placeholders that stand for something else than a fact; a test allows packs only these and the keys of the plan. */
export const WORDS_OF_A_CASE = ['clause', 'bearer', 'phase', 'deadline', 'today', 'missing', 'particulars'] as const;

const UNSAID: Localized = { zh: '（图中未载明）', en: '(not stated in the plan)' };

/** Returns `text`, a sentence of a case of `row`, with its placeholders replaced by what the plan states. */
export function caseSentence(text: Localized, row: Requirement, chosen: Case, asked: ConditionInput): Localized {
  const value = (name: string): Localized => stands(name, row, chosen, asked);
  return {
    zh: text.zh.replace(PLACEHOLDER, (_, name: string) => value(name).zh),
    en: text.en.replace(PLACEHOLDER, (_, name: string) => value(name).en),
  };
}

function stands(name: string, { clauses, bearer }: Requirement, { when }: Case, asked: ConditionInput): Localized {
  const { pack, project, facts, today, deadline, site } = asked;
  switch (name) {
    case 'clause': {
      const [main] = clauses;
      return main === undefined ? UNSAID : cite(pack, main);
    }
    case 'bearer':
      return bearer;
    case 'phase':
      return meaningAt('phase', project.phase);
    case 'deadline':
      return deadline === undefined ? UNSAID : dayText(deadline);
    case 'today':
      return dayText(today);
    case 'missing':
      return when === undefined ? UNSAID : named(missingIn(when, asked));
    case 'particulars':
      return particulars(site, facts);
    default: {
      const stated = facts.at(name);
      return stated.length === 0 ? UNSAID : distinct(stated.map(factValue));
    }
  }
}

function named(paths: readonly string[]): Localized {
  return distinct(paths.map(factName));
}

function distinct(items: readonly Localized[]): Localized {
  return localizedList([...new Map(items.map((item) => [item.zh, item])).values()]);
}

/**
 * Returns what a filing of the video system must state, as far as the plan has it: the unit, the place, number and
 * kinds of the devices that take images, days that images are kept. For the person who fills in the form; nobody
 * checked it.
 */
function particulars(site: Site, facts: Facts): Localized {
  const stated = (path: string): Localized | undefined => {
    const [fact] = facts.at(path);
    return fact === undefined ? undefined : factValue(fact);
  };
  const unit = stated('operator.name') ?? UNSAID;
  const name = quoted(site.name);
  const address = stated('operator.address');
  const region = site.region === undefined ? undefined : { zh: `区划代码${site.region}`, en: `region ${site.region}` };
  const details = [address, region].filter((one) => one !== undefined);
  const where = {
    zh: `${name.zh}${details.length === 0 ? '' : `（${details.map(({ zh }) => zh).join('，')}）`}`,
    en: `${name.en}${details.length === 0 ? '' : ` (${details.map(({ en }) => en).join(', ')})`}`,
  };
  const devices = counted(watchersOf(site));
  const days = stated('retention.days');
  const kept = days === undefined ? UNSAID : { zh: `${days.zh}日`, en: `${days.en} days` };
  return {
    zh: `供填报参考：单位${unit.zh}；建设位置${where.zh}；图像采集设备${devices.zh}；视频图像信息存储期限${kept.zh}`,
    en: `For filling in the form: unit ${unit.en}; place ${where.en}; image devices: ${devices.en}; images kept: ${kept.en}`,
  };
}

/** Returns number and kinds of the devices: 共12台（摄像机11台、人脸识别终端1台）；另有2台未注明是否采集图像. */
function counted(devices: readonly Device[]): Localized {
  const sure = devices.filter(({ video }) => video !== 'unknown');
  const unsure = devices.length - sure.length;
  const kinds = [...new Set(sure.map(({ kind }) => kind))].map((kind) => {
    const count = sure.filter((device) => device.kind === kind).length;
    const { zh, en } = DEVICE_NAMES[kind];
    return { zh: `${zh}${count}台`, en: `${en} ${count}` };
  });
  const list = localizedList(kinds);
  return {
    zh: `共${sure.length}台${kinds.length === 0 ? '' : `（${list.zh}）`}${unsure === 0 ? '' : `，另有${unsure}台未注明是否采集图像`}`,
    en: `${sure.length} in all${kinds.length === 0 ? '' : ` (${list.en})`}${unsure === 0 ? '' : `, and ${unsure} of which the plan doesn't say whether they take images`}`,
  };
}
