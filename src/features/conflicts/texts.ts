// Sentences about conflicts.

import { localizedList, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { percent, plainFigure, squareMetres } from '../../i18n/number.js';
import { cite, densityLevel } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Range, Zone } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import {
  type Conflict,
  type ConflictAnswer,
  type ForbiddenView,
  type Need,
  type NoPoseCause,
  type PoseCoverage,
  SEARCH,
} from './types.js';

/** Sentences about one camera, by heading; any may be missing but the answer. */
export interface ConflictText {
  /** Sentences on the places it must watch. */
  readonly watch: readonly Localized[];
  /** Sentences on the places it must not see. */
  readonly avoid: readonly Localized[];
  /** The answer: whether a pose does both. */
  readonly answer: Localized;
  /** Sentence on the design criteria; undefined if none depends on the camera. */
  readonly criterion: Localized | undefined;
  /** Sentence on a permanent mask that settles the conflict; undefined if there is none. */
  readonly mask: Localized | undefined;
}

/** Returns the sentences about one camera's conflict. */
export function conflictText(conflict: Conflict, pack: Pack): ConflictText {
  const { needs, sees, criterion } = conflict;
  return {
    watch: [
      ...needs.map((need) => watchText(need, pack)),
      ...(needs.length > 0 || criterion === undefined ? [] : criterion.needs.map((need) => onlyCriterion(need, pack))),
    ],
    avoid: sees.map(avoidText),
    answer: answerText(conflict, conflict.answer, needs),
    criterion: criterion === undefined ? undefined : criterionText(conflict, criterion.needs, criterion.answer, pack),
    mask: maskText(conflict),
  };
}

const OUTCOMES: Readonly<Record<ForbiddenView['outcome'], Localized>> = {
  fail: { zh: '不符合', en: 'fail' },
  open: { zh: '待补充', en: 'open' },
  review: { zh: '须审查判定', en: 'review' },
};

/** Returns the zone's name, or its id if it has none, in quotes. */
export function zoneName({ name, id }: Zone): Localized {
  return quoted(name ?? id);
}

function zoneNames(zones: readonly Zone[], or: boolean): Localized {
  // Several laws may each have a finding in one room. The room is named once.
  const names = [...new Map(zones.map((zone) => [zone.id, zone])).values()].map(zoneName);
  if (!or || names.length < 2) return localizedList(names);
  return { zh: names.map(({ zh }) => zh).join('或者'), en: names.map(({ en }) => en).join(' or ') };
}

function watchText(need: Need, pack: Pack): Localized {
  const { clauses, before, others, threshold } = need;
  const cited = localizedList(clauses.map((id) => cite(pack, id)));
  const zone = zoneName(need.zone);
  const at = atLevel(need, pack);
  return {
    zh: `${zone.zh}（${cited.zh}）：照图覆盖${percent(before, threshold)}，不计本机为${percent(others, threshold)}；判定值${plainFigure(threshold * 100)}%（${at.zh}，本工具设定，非法定）。`,
    en: `${zone.en} (${cited.en}): ${percent(before, threshold)} covered as drawn, ${percent(others, threshold)} without this camera; threshold ${plainFigure(threshold * 100)}% (${at.en}; ours, not the law's).`,
  };
}

function onlyCriterion(need: Need, pack: Pack): Localized {
  const zone = zoneName(need.zone);
  const { before, others, threshold } = need;
  const at = atLevel(need, pack);
  return {
    zh: `${zone.zh}：不计本机仍为已设防；仅设计指标有赖于本机，照图覆盖${percent(before, threshold)}，不计本机为${percent(others, threshold)}，设定值${plainFigure(threshold * 100)}%（${at.zh}，非条例规定）。`,
    en: `${zone.en}: protected without this camera too; only the design criterion hangs on it: ${percent(before, threshold)} covered as drawn, ${percent(others, threshold)} without it, ${plainFigure(threshold * 100)}% set (${at.en}; not the regulation's).`,
  };
}

function atLevel({ level, density }: Need, pack: Pack): Localized {
  const { name } = densityLevel(pack, level);
  return { zh: `${name.zh}级，${plainFigure(density)}像素/米`, en: `${name.en}, ${plainFigure(density)} px/m` };
}

function avoidText({ zone, clauses, item, pack, outcome, inside, area, verdict }: ForbiddenView): Localized {
  const name = zoneName(zone);
  const decides = verdict.decides ?? clauses.slice(0, 1);
  const cited = localizedList(
    [...new Set([...decides, ...(item === undefined ? [] : [item])])].map((id) => cite(pack, id)),
  );
  const seen = inside
    ? { zh: '设于其内或者附近', en: 'stands in it or near it' }
    : area === undefined
      ? { zh: '可及', en: 'is seen' }
      : { zh: `可及${squareMetres(area).zh}`, en: `${squareMetres(area).en} seen` };
  return {
    zh: `${name.zh}（${cited.zh}）：${seen.zh}，${OUTCOMES[outcome].zh}。`,
    en: `${name.en} (${cited.en}): ${seen.en}; ${OUTCOMES[outcome].en}.`,
  };
}

/** Returns the coverage asked of a pose, in words: 使“通道P2”的覆盖率达到50%. */
function asked(needs: readonly Need[]): Localized {
  const parts = needs.map(({ zone, threshold }) => {
    const name = zoneName(zone);
    return {
      zh: `${name.zh}的覆盖率达到${plainFigure(threshold * 100)}%`,
      en: `covers ${plainFigure(threshold * 100)}% of ${name.en}`,
    };
  });
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(' and ') };
}

function answerText(conflict: Conflict, answer: ConflictAnswer, needs: readonly Need[]): Localized {
  switch (answer.is) {
    case 'pose':
      return poseText(conflict, answer);
    case 'none':
      return noneText(conflict, answer.reason, needs, answer.cells);
    case 'undecided':
      return undecidedText(answer.why);
  }
}

function poseText({ drawn, sees, criterion }: Conflict, answer: ConflictAnswer & { readonly is: 'pose' }): Localized {
  const { pose, turn, tilt, kept, edits } = answer;
  const changes: Localized[] = [];
  const from = (was: number | undefined, zh: string, en: string) =>
    was === undefined ? { zh: '', en: '' } : { zh: `${zh}${plainFigure(was)}°`, en: `${en} ${plainFigure(was)}°` };
  if (turn !== 0) {
    const side = turn < 0 ? { zh: '左', en: 'left' } : { zh: '右', en: 'right' };
    const was = from(drawn.heading, '由', ' from');
    changes.push({
      zh: `朝向${was.zh}改为${plainFigure(pose.heading)}°（向${side.zh}转${plainFigure(Math.abs(turn))}°）`,
      en: `the heading${was.en} to ${plainFigure(pose.heading)}° (${plainFigure(Math.abs(turn))}° to the ${side.en})`,
    });
  }
  if (tilt !== 0) {
    const was = from(drawn.tilt, '由', ' from');
    changes.push({
      zh: `俯角${was.zh}改为${plainFigure(pose.tilt)}°`,
      en: `the tilt${was.en} to ${plainFigure(pose.tilt)}°`,
    });
  }
  if (pose.hfov !== undefined) {
    const was = from(drawn.hfov, '由', ' from');
    changes.push({
      zh: `水平视场角${was.zh}改为${plainFigure(pose.hfov)}°并锁定焦距（locked: true）`,
      en: `the field of view${was.en} to ${plainFigure(pose.hfov)}°, the zoom locked (locked: true)`,
    });
  }
  const after = keptText(kept);
  const zones = zoneNames(
    sees.map(({ zone }) => zone),
    false,
  );
  const written =
    edits === undefined
      ? {
          zh: '该姿态不写在本设备处，已照此重新判定',
          en: 'The pose is not written with the device; judged again with it',
        }
      : { zh: '已照此改图并重新审查', en: 'The plan so edited was linted again' };
  const change = { zh: changes.map(({ zh }) => zh).join('，'), en: changes.map(({ en }) => en).join(', ') };
  const nothing = nothingNew(criterion);
  return {
    zh: `可以兼顾：${change.zh}。改后${after.zh}不再有可及${zones.zh}而须纠正或者须审查的情形。${written.zh}，${nothing.zh}。`,
    en: `Both can be had: change ${change.en}. Then ${after.en}nothing of ${zones.en} is in view that fails or needs review. ${written.en}: ${nothing.en}.`,
  };
}

/**
 * Returns the phrase that nothing new was found. A design criterion that no pose meets may be missed newly, since it is
 * no law.
 */
function nothingNew(criterion: Conflict['criterion']): Localized {
  return criterion === undefined || criterion.answer.is === 'pose'
    ? { zh: '未新增问题', en: 'nothing new was found' }
    : { zh: '除设计指标外，未新增问题', en: 'but for the design criterion nothing new was found' };
}

function keptText(kept: readonly PoseCoverage[]): Localized {
  const parts = kept.map(({ need, after }) => {
    const name = zoneName(need.zone);
    const text = percent(after, need.threshold);
    return { zh: `${name.zh}覆盖${text}`, en: `${name.en} is ${text} covered` };
  });
  return {
    zh: parts.map(({ zh }) => `${zh}，`).join(''),
    en: parts.length === 0 ? '' : `${parts.map(({ en }) => en).join(', ')} and `,
  };
}

/** Returns sectors of headings in words, as the plan's file counts them: 219°～321°. */
export function sectorText(sectors: readonly Range[]): Localized {
  const turned = (degrees: number) => plainFigure(bearing(Math.round(degrees * 10) / 10));
  const parts = sectors.map(([from, to]) =>
    to - from >= 360
      ? { zh: '任何朝向', en: 'any heading' }
      : { zh: `${turned(from)}°～${turned(to)}°`, en: `${turned(from)}° to ${turned(to)}°` },
  );
  return localizedList(parts);
}

function noneText(conflict: Conflict, reason: NoPoseCause, needs: readonly Need[], cells: number): Localized {
  const zones = zoneNames(
    conflict.sees.map(({ zone }) => zone),
    false,
  );
  const proof = {
    zh: `（对全部姿态分${cells}格逐格界定，非抽样）`,
    en: ` (bounded for all poses in ${cells} cells; no sampling)`,
  };
  const ways = waysOut(conflict);
  switch (reason.is) {
    case 'inside':
      return {
        zh: `该安装点不能兼顾：设备设于${zones.zh}内或者附近，转向何处均属在该处安装；须移出，或者改用不具有音视频采集功能的设备。`,
        en: `Not from this mounting point: the device stands in ${zones.en} or near it, and wherever it is aimed it is installed there. Move it out, or use a device that captures neither sound nor image.`,
      };
    case 'ptz':
      return {
        zh: `不能以调整预置位兼顾：云台在其可转范围内可及${zones.zh}，与预置位无关；${ways.zh}须设硬限位、改变安装位置、设置永久遮蔽（随动，各倍率均有效）或者改用不具有音视频采集功能的设备。`,
        en: `No preset will do: within its range the PTZ sees ${zones.en}, whatever its preset. ${ways.en}Give it hard limits, move it, set a permanent mask (dynamic, at every zoom) or use a device that captures neither sound nor image.`,
      };
    case 'coverage': {
      const what = asked(needs);
      return {
        zh: `该安装点不能兼顾：在该安装点，本机无论朝向何处，均不能使${what.zh}${proof.zh}；须改变安装位置或者增设设备。`,
        en: `Not from this mounting point: however it is aimed there, no pose ${what.en}${proof.en}. Move it or add devices.`,
      };
    }
    case 'sight': {
      const what = asked(needs);
      const sectors = sectorText(reason.sectors);
      const by = zoneNames(reason.by, true);
      const within = reason.sectors.some(([from, to]) => to - from >= 360)
        ? { zh: '', en: '' }
        : { zh: `（均在${sectors.zh}以内）`, en: ` (all within ${sectors.en})` };
      return {
        zh: `该安装点不能兼顾：在该安装点，凡能使${what.zh}的朝向${within.zh}，均可及${by.zh}${proof.zh}；${ways.zh}须改变安装位置、设置永久遮蔽或者改用不具有音视频采集功能的设备。`,
        en: `Not from this mounting point: every pose that ${what.en}${within.en} sees ${by.en}${proof.en}. ${ways.en}Move it, set a permanent mask or use a device that captures neither sound nor image.`,
      };
    }
  }
}

/** Returns an introduction to remedies. If every view is a review, a person must judge before anything is changed. */
function waysOut({ sees }: Conflict): Localized {
  return sees.every(({ outcome }) => outcome === 'review')
    ? {
        zh: '该可及情形是否符合规定由审查人判定，判定不符合的，',
        en: 'Whether what is seen complies is for the reviewer to judge; where it does not: ',
      }
    : { zh: '', en: '' };
}

function undecidedText(why: (ConflictAnswer & { readonly is: 'undecided' })['why']): Localized {
  switch (why) {
    case 'device':
      return {
        zh: '未能判定：本工具只就朝向、俯角、视场角、分辨率和安装高度均已注明的单镜头定焦、变焦摄像机作此推求；鱼眼、多镜头、云台、人脸终端等须另行判断。',
        en: 'Not decided: this is worked out only for cameras with one fixed or varifocal lens whose heading, tilt, field of view, resolution and height are given; fisheyes, multi-sensor devices, PTZs and face terminals are for a person.',
      };
    case 'resolution':
      return {
        zh: `未能判定：细分至${SEARCH.resolution}°（本工具设定）仍有姿态既未试成、亦不能排除；不作为“不能兼顾”的证明。`,
        en: `Not decided: down to ${SEARCH.resolution}° (ours) there are poses that neither were found to do nor can be excluded. This is no proof that none does.`,
      };
    case 'effort':
      return {
        zh: '未能判定：推求所需的计算量超出上限（见 --limit work）；不作为“不能兼顾”的证明。',
        en: 'Not decided: it takes more work than is allowed (see --limit work). This is no proof that none does.',
      };
    case 'others':
      return {
        zh: '未能判定：有姿态可以两者兼顾，但所试的均引起其他新的问题；须结合其他设备一并调整。',
        en: 'Not decided: some poses do both, but each of those tried brings another finding with it. Other devices must be changed along with it.',
      };
  }
}

function criterionText(conflict: Conflict, needs: readonly Need[], answer: ConflictAnswer, pack: Pack): Localized {
  const [first] = needs;
  const at = first === undefined ? { zh: '', en: '' } : atLevel(first, pack);
  const figures = needs.map((need) => {
    const kept =
      conflict.answer.is === 'pose' && answer.is === 'pose' ? answer.kept.find((one) => one.need === need) : undefined;
    const name = zoneName(need.zone);
    const was = percent(need.before, need.threshold);
    const is = kept === undefined ? '' : percent(kept.after, need.threshold);
    return {
      zh: `${name.zh}照图${was}${is === '' ? '' : `，改后${is}`}，设定值${plainFigure(need.threshold * 100)}%`,
      en: `${name.en} ${was} as drawn${is === '' ? '' : `, then ${is}`}, ${plainFigure(need.threshold * 100)}% set`,
    };
  });
  const head = {
    zh: `（${at.zh}，非条例规定）${figures.map(({ zh }) => zh).join('；')}。`,
    en: `(${at.en}; not the regulation's) ${figures.map(({ en }) => en).join('; ')}. `,
  };
  const tail = criterionTail(answer);
  return { zh: `${head.zh}${tail.zh}`, en: `${head.en}${tail.en}` };
}

function criterionTail(answer: ConflictAnswer): Localized {
  if (answer.is === 'pose') return { zh: '上述姿态同时达到。', en: 'The pose above meets it too.' };
  if (answer.is === 'undecided') {
    return { zh: '能否同时达到，未能判定。', en: 'Whether it can be met as well is not decided.' };
  }
  return answer.reason.is === 'coverage'
    ? {
        zh: '在该安装点，本机无论朝向何处均不能达到（已证明）。',
        en: 'From this mounting point no pose meets it (proved).',
      }
    : {
        zh: '在该安装点，凡能达到的姿态均可及禁止采集的区域（已证明）。',
        en: 'From this mounting point every pose that meets it sees where nobody may capture (proved).',
      };
}

function maskText({ mask }: Conflict): Localized | undefined {
  return mask === undefined
    ? undefined
    : {
        zh: '可设永久遮蔽：已试改图纸并重新审查，该问题消除，除设计指标外，未新增问题；遮蔽多边形见 json 格式的 edits，或者用 sitecam lint --fixes。',
        en: 'A permanent mask will do: tried on the plan and linted again, the finding is gone and, but for the design criterion, nothing new is found. Its polygon is in the edits of the json format; see also sitecam lint --fixes.',
      };
}

/** Returns the number of cameras with each kind of answer. */
export function answerCounts(conflicts: readonly Conflict[]): Readonly<Record<ConflictAnswer['is'], number>> {
  const count = (is: ConflictAnswer['is']) => conflicts.filter(({ answer }) => answer.is === is).length;
  return { pose: count('pose'), none: count('none'), undecided: count('undecided') };
}

/** Counts of what was found beside the conflicts. */
export interface Beside {
  /** Verdicts on views that faults of the plan leave open. */
  readonly tainted: number;
  /** Cameras that capture where nobody may and on which no protection depends. */
  readonly free: number;
}

function taintedText(count: number): Localized {
  if (count === 0) return { zh: '', en: '' };
  return {
    zh: `另有${count}项可及禁止采集区域的判定因图纸差错待补充，未列入。`,
    en: ` ${count} verdicts on views are open because of faults of the plan, and are not among them.`,
  };
}

function freeText(count: number): Localized {
  if (count === 0) return { zh: '', en: '' };
  return {
    zh: `另有${count}台可及或者设于禁止采集区域的，逐台看，转开或者撤去不影响设防，见 sitecam lint。`,
    en: ` ${count} more capture where nobody may and can, each by itself, be turned away or left out without any loss of protection: see sitecam lint.`,
  };
}

/** Returns the sentence that sums up the conflicts of a plan. */
export function conflictsHeadline(conflicts: readonly Conflict[], { tainted, free }: Beside): Localized {
  const left = {
    zh: `${freeText(free).zh}${taintedText(tainted).zh}`,
    en: `${freeText(free).en}${taintedText(tainted).en}`,
  };
  if (conflicts.length === 0) {
    return {
      zh: `图中没有既为应当设防的部位（或者设计指标）所依赖、又可及禁止采集区域的摄像机。${left.zh}`,
      en: `No camera in the plan both is what a place's protection (or a design criterion) hangs on and captures where nobody may.${left.en}`,
    };
  }
  const { pose, none, undecided } = answerCounts(conflicts);
  return {
    zh: `应当覆盖与不得采集相冲突的摄像机${conflicts.length}台：可以兼顾${pose}台，该安装点不能兼顾${none}台，未能判定${undecided}台。${left.zh}`,
    en: `Cameras that must watch one place and may not capture another: ${conflicts.length}; both can be had of ${pose}, not from the mounting point of ${none}, not decided of ${undecided}.${left.en}`,
  };
}

/** Returns the note that explains what a pose is and which terms of the search are ours. */
export function terms(): Localized {
  const [low, high] = SEARCH.tilts;
  return {
    zh: `姿态指朝向和俯角（${low}°～${high}°）；变焦镜头兼及可锁定的视场角。设于墙上的，只计图示一侧、与墙面夹角1°以上的朝向。安装允许误差照图或者按缺省值计。分格最细${SEARCH.resolution}°，最多${SEARCH.cells}格，推荐姿态取半度（均为本工具设定）。“不能兼顾”由逐格上下界证明；图中其他设备、门窗、墙体视为不变。`,
    en: `A pose is a heading and a tilt (${low}° to ${high}°), of a varifocal lens also the field it may be locked at. On a wall only headings on the drawn side count, 1° and more off the wall. Mounting tolerances are as drawn or by default. Cells down to ${SEARCH.resolution}°, ${SEARCH.cells} at most, poses proposed in half degrees (all ours). That none does is proved by bounds on each cell; all else in the plan is taken as it is.`,
  };
}

/** Headings of the report. */
export const HEADS = {
  title: { zh: '应当覆盖与不得采集的冲突', en: 'Where must-watch and must-not-see meet' },
  watch: { zh: '应当覆盖', en: 'must watch' },
  avoid: { zh: '不得采集', en: 'must not see' },
  answer: { zh: '结论', en: 'answer' },
  criterion: { zh: '设计指标', en: 'design criterion' },
  mask: { zh: '遮蔽', en: 'mask' },
  terms: { zh: '说明', en: 'terms' },
  drawing: { zh: '图', en: 'drawing' },
} as const satisfies Readonly<Record<string, Localized>>;
