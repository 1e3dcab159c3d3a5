// Details of messages about folders and patterns without plans.

import type { Localized } from '../../../i18n/locale.js';
import type { Io } from '../../io.js';
import { nearestPath } from '../missing.js';
import { PLAN_ENDINGS } from '../names.js';

/** Detail for a folder that has no file with an ending of plans. */
export const NO_FILES: Localized = {
  zh: `：没有${PLAN_ENDINGS.replaceAll(', ', '、')}文件（.gitignore所列、node_modules和隐藏的文件夹不在其内）`,
  en: `: no file ends in ${PLAN_ENDINGS} (what .gitignore names, node_modules and hidden folders are left out)`,
};

/** Returns the detail for `looked` files with an ending of plans, none of which is a plan. */
export function noneIsPlan(looked: number): Localized {
  return {
    zh: `：看过${looked}个文件，最外层都没有设计图的键（sitecam、site、levels等）`,
    en: `: ${looked} ${looked === 1 ? 'file was' : 'files were'} looked at, and none has the keys of a plan at its top (sitecam, site, levels …)`,
  };
}

/**
 * Returns the detail for a pattern, starting in `folder`, that matches no plan: `looked` matching files have an ending
 * of plans, `others` do not.
 */
export function noMatch(folder: string, looked: number, others: number, io: Io): Localized {
  if (io.kind(folder) !== 'folder') {
    const hint = nearestPath(folder, io);
    return { zh: `：文件夹“${folder}”不存在${hint.zh}`, en: `: the folder '${folder}' does not exist${hint.en}` };
  }
  if (looked > 0) return noneIsPlan(looked);
  if (others > 0) {
    return {
      zh: `：相符的${others}个文件都不是${PLAN_ENDINGS.replaceAll(', ', '、')}`,
      en: `: none of the ${others} matching files ends in ${PLAN_ENDINGS}`,
    };
  }
  if (folder === '.') {
    return {
      zh: '：在当前文件夹中查找过（.gitignore所列、node_modules和隐藏的文件夹不在其内）',
      en: ': the current folder was searched (what .gitignore names, node_modules and hidden folders are left out)',
    };
  }
  return {
    zh: `：在“${folder}”中查找过（.gitignore所列、node_modules和隐藏的文件夹不在其内）`,
    en: `: '${folder}' was searched (what .gitignore names, node_modules and hidden folders are left out)`,
  };
}
