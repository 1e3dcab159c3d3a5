// Judgements of a room in words: clauses of a sentence, without its end.
import { catalogue } from '../../../i18n/catalogue.js';

/** Phrases of the rule on the fittings of rooms. */
export const t = catalogue('rooms', {
  noPartitions: { zh: '图中未见隔断', en: 'the plan shows no partitions' },
  partitions: { zh: '室内设有{items}', en: 'inside it there is {items}' },
  perhapsPartitions: {
    zh: '室内设有{items}（低于{eye}米的墙和室内的卫生间、管井是否属于隔断，条文未作规定）',
    en: 'inside it there is {items} (whether walls lower than {eye} m, or restrooms and shafts in a room, are partitions, the text does not say)',
  },
  wall: { zh: '墙体“{id}”', en: "wall '{id}'" },
  room: { zh: '{kind}“{id}”', en: "{kind} '{id}'" },
  noPanes: { zh: '图中未标明其门窗', en: 'the plan shows none of its doors and windows' },
  unknownPanes: { zh: '图中未注明门窗{panes}是否透明', en: "the plan doesn't say whether {panes} can be seen through" },
  clearPanes: { zh: '图中标明门窗{panes}为透明玻璃', en: 'the plan shows {panes} of clear glass' },
  opaquePanes: {
    zh: '门窗{panes}不透明，没有透明门窗',
    en: "{panes} can't be seen through, and no door or window can",
  },
  somePanes: { zh: '{panes}不是透明门窗，{rest}', en: '{panes} is no clear door or window; {rest}' },
  noneClear: { zh: '没有透明门窗', en: 'no door or window is of clear glass' },
  clearOnes: { zh: '透明的有{panes}', en: 'of clear glass there is {panes}' },
  nothingBeyond: {
    zh: '其透明门窗外侧未划定区域，不能测算可见的范围',
    en: 'no zone is drawn beyond its clear doors and windows, so what one sees through them can’t be worked out',
  },
  shows: {
    zh: '在透明门窗外{far}米处、眼高{eye}米，可见室内{target}米高度面积的{share}，{verdict}{most}（均为本工具设定，非法定；室内陈设未计）',
    en: "from {far} m before its clear panes, at an eye height of {eye} m, {share} of the room shows at a height of {target} m, {verdict} {most} (all of them sitecam's figures, not the law's; furniture isn't counted)",
  },
  attained: { zh: '达到', en: 'no less than' },
  missed: { zh: '未达到', en: 'below' },
  innerLock: { zh: '门{doors}设有内锁装置', en: 'there is an inside lock on {doors}' },
  unknownLock: { zh: '门{doors}有无内锁装置图中未注明', en: 'the plan says nothing of inside locks on {doors}' },
  noLock: { zh: '门{doors}图中标明不能自内锁闭', en: 'the plan shows no inside lock on {doors}' },
  ofRoom: { zh: '“{room}”{what}', en: "'{room}': {what}" },
  perhapsSuch: {
    zh: '该区域是否属于此类房间（其名称与类型不一致）',
    en: 'whether the zone is such a room (its name and kind disagree)',
  },
});
