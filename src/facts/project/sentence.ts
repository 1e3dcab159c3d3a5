// Sentences of a requirement's case, with the plan's facts filled in.

import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { localizedList, quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { cite } from '../../law/lookup.js';
import type { Case, Requirement } from '../../law/requirement.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Device, Site } from '../../plan/model.js';
import { factName, factValue, meaningAt } from '../../plan/project/names.js';
import { watchersOf } from '../capture/devices.js';
import { t } from '../texts.js';
import { type ConditionInput, missingIn } from './condition.js';
import type { Facts } from './stated-facts.js';

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9.*]*)\}/g;

/**
 * Placeholders in sentences of cases that don't stand for a fact of the plan. A test allows packs only these and the
 * plan's keys.
 */
export const WORDS_OF_A_CASE = ['clause', 'bearer', 'phase', 'deadline', 'today', 'missing', 'particulars'] as const;

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
      return main === undefined ? t.notStated : cite(pack, main);
    }
    case 'bearer':
      return bearer;
    case 'phase':
      return meaningAt('phase', project.phase);
    case 'deadline':
      return deadline === undefined ? t.notStated : dayText(deadline);
    case 'today':
      return dayText(today);
    case 'missing':
      return when === undefined ? t.notStated : named(missingIn(when, asked));
    case 'particulars':
      return particulars(site, facts);
    default: {
      const stated = facts.at(name);
      return stated.length === 0 ? t.notStated : distinct(stated.map(factValue));
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
  const unit = stated('operator.name') ?? t.notStated;
  const region = site.region === undefined ? undefined : t.region({ region: verbatim(site.region) });
  const details = [stated('operator.address'), region].filter((one) => one !== undefined);
  const { name } = site;
  const days = stated('retention.days');
  return t.particulars({
    unit,
    where: details.length === 0 ? quoted(name) : t.nameIn({ name, details: joined(details, t.clauseComma) }),
    devices: counted(watchersOf(site)),
    kept: days === undefined ? t.notStated : t.days({ days }),
  });
}

/** Returns number and kinds of the devices: 共12台（摄像机11台、人脸识别终端1台）；另有2台未注明是否采集图像. */
function counted(devices: readonly Device[]): Localized {
  const sure = devices.filter(({ video }) => video !== 'unknown');
  const unsure = devices.length - sure.length;
  const kinds = [...new Set(sure.map(({ kind }) => kind))].map((kind) =>
    t.countOf({ kind: DEVICE_NAMES[kind], n: sure.filter((device) => device.kind === kind).length }),
  );
  return t.devices({
    n: sure.length,
    kinds: kinds.length === 0 ? '' : t.kinds({ kinds: localizedList(kinds) }),
    unsure: unsure === 0 ? '' : t.unsure({ n: unsure }),
  });
}
