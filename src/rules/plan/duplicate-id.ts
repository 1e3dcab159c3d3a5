// Rule plan/duplicate-id: ids that two elements of a plan share.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/duplicate-id, which reports a fault found while the plan is read: ids that two elements of a plan
 * share.
 */
export const rule = faultRule(
  'plan/duplicate-id',
  {
    zh: `全图中每个编号只能使用一次：结论、例外说明和比对基准都按编号对应，重复的编号无法区分所指。后出现的未予审查；涉及该编号的结论待补充，后出现的墙、门窗洞口、区域边界、设备按有、无各判一次，结果不同的亦待补充。楼层编号重复的，后出现的楼层整层未予审查，其设备可能看到其他楼层、其区域可能就是条文所列的部位，除设备在本层之内的不符合外，全图结论均待补充。`,
    en: `Ids are unique in the whole plan: verdicts, waivers and baselines are keyed by them. The later element is not judged, and what refers to the id is open. A later wall, opening or outline may hide or let pass, and a later device may capture: verdicts are worked out with it and without, and are open where the two differ. Of two levels with one id the later is not judged at all: its devices may look into other levels, and its zones may be what the law asks for, so every verdict is open but what a device breaches on its own level.`,
  },
  example(
    ['fail lobby'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
      - {id: lobby, kind: office, rect: [8, 0, 4, 6]}
`,
  ),
);
