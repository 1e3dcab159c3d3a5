// Phrases about views into private places.

import { captureOf } from '../../../facts/capture/bars.js';
import { clearDoorsOrdered, type GradedDeviceView, throughGlazing } from '../../../facts/capture/views.js';
import type { RuleContext } from '../../../facts/context.js';
import { distinctClauses, EMPTY, fullCitation } from '../../../facts/labels.js';
import { standingBy } from '../../../facts/protection/site.js';
import { STATED_NOT } from '../../../facts/texts.js';
import { localizedList } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import { distinct } from '../../../i18n/number.js';
import { parameter } from '../../../law/lookup.js';
import type { Category, ClauseId } from '../../../law/types.js';
import type { Device } from '../../../plan/model.js';
import type { Reach } from '../../../sight/types.js';
import { doubt } from './phrases.js';

/**
 * Returns the area of the view in m²: 0.65平方米. Digits are added until it doesn't read as the area from which a view
 * counts; `byTolerance` adds that the view depends on the mounting tolerance.
 */
export function area({ pack }: RuleContext, reach: Reach, byTolerance: boolean): Localized {
  const text = distinct(reach.area, parameter(pack, 'viewArea'), 2);
  if (!byTolerance) return { zh: `${text}平方米`, en: `${text} m²` };
  return {
    zh: `${text}平方米（完全按图示位置、朝向、俯角安装时不可及，系计入安装允许误差所致）`,
    en: `${text} m² (nothing, mounted exactly as drawn: it comes of the mounting tolerance)`,
  };
}

/**
 * Returns the citations of the duties that a view may breach: 第九条第一款及国务院令第799号第八条第一款第（四）项、民法典…. Empty if there are
 * none.
 */
export function duties(context: RuleContext, ids: readonly ClauseId[]): Localized {
  const cited = distinctClauses(ids).map((id) => fullCitation(context.pack, id));
  const [first, ...rest] = cited;
  if (first === undefined) return EMPTY;
  const zh = rest.length === 0 ? first.zh : `${first.zh}及${localizedList(rest).zh}`;
  return { zh, en: localizedList(cited).en };
}

/**
 * Returns the phrase for a failure: a planned device will not comply if built as drawn; of an installed one a drawing
 * supports only a suspicion.
 */
export function nonComplianceVerb(device: Device, place: 'first' | 'within'): Localized {
  const existing = device.status === 'existing';
  const en = existing ? 'marked as installed, it appears not to' : 'built as drawn it will not';
  return {
    zh: existing ? '图中标明已安装，涉嫌不符合' : '按本图施工将不符合',
    en: place === 'first' ? `${en.charAt(0).toUpperCase()}${en.slice(1)}` : en,
  };
}

/** Returns why the reviewer must decide, apart from what the law leaves open; `EMPTY` if there is no reason. */
export function reasonFor(context: RuleContext, { device, target, grade }: GradedDeviceView): Localized {
  const { prohibition } = target;
  if (grade.is === 'finding' && grade.atThreshold) {
    return {
      zh: '可及的面积或者深度与本工具判定值（非法定）之差在计算误差以内（不足判定值的0.1%），不能判定是否达到。',
      en: "The area or depth differs from this tool's threshold (not the law's) by less than the numerical bound (within 0.1% of it), so whether it is attained can't be told. ",
    };
  }
  const clear = prohibition.clearDoors;
  if (clear !== undefined && clearDoorsOrdered(context, prohibition) && throughGlazing(grade.reach)) {
    const cited = fullCitation(context.pack, clear.reference);
    const { law } = captureOf(context.pack).words;
    const contrary = statedContrary(context, clear.condition);
    return {
      zh: `${contrary.zh}${cited.zh}要求歌舞娱乐场所的包厢、包间安装展现室内整体环境的透明门窗；由此可及室内的，${law.zh}未作直接规定。`,
      en: `${contrary.en}${cited.en} orders the private rooms of song and dance venues to have clear doors and windows that show the whole room; ${law.en} does not directly provide for a view that comes of it. `,
    };
  }
  // A view is of pictures alone: another rule judges what the device hears.
  return doubt(context, { ...device, audio: 'none' }, target) ?? EMPTY;
}

/**
 * Returns the contradiction that leaves open whether another law applies to the site: 图中载明本场所不是歌舞娱乐场所，而场所名称为“…”。. Empty
 * if there is none.
 */
function statedContrary({ site }: RuleContext, condition: Category['condition']): Localized {
  const { against } = standingBy(site, condition);
  if (condition === undefined || against === undefined) return EMPTY;
  const stated = STATED_NOT[condition];
  return {
    zh: `图中载明本场所${stated.zh}，而${against.zh}；是歌舞娱乐场所的，`,
    en: `The plan states that ${stated.en}, but ${against.en}. If it is one: `,
  };
}

/**
 * True if film on a window may end the view. False where clear doors are ordered, and film doesn't help against an
 * opening that opens.
 */
export function filmHelps(context: RuleContext, { target, grade }: GradedDeviceView): boolean {
  if (clearDoorsOrdered(context, target.prohibition)) return false;
  return grade.reach.crossings.some(({ opening, glazing }) => glazing && opening?.kind === 'window');
}
