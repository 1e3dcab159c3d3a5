// Rule coverage/system: places whose operator must build a public-security video system show cameras.

import { mayTakePictures, takesPictures } from '../../facts/capture/devices.js';
import type { RuleContext } from '../../facts/context.js';
import { trackNames, tracksOf } from '../../facts/project/track.js';
import { installedDevices, itemOf } from '../../facts/protection/site.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import { cite } from '../../law/lookup.js';
import type { Track } from '../../law/types.js';
import { isFixed } from '../../plan/fixed.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  none: {
    zh: '本场所属于{clause}规定的情形（{track}），图中全部范围未见图像采集设备。安装图像采集设备的重点部位由县级以上地方人民政府各有关部门指导确定；本场所涉及公共安全的区域是否已按照相关标准建设公共安全视频系统，须由审查人判定。',
    en: 'The site falls under {clause} ({track}), and the plan shows no image-capturing device anywhere. The key parts for such devices are determined under the guidance of the local government departments concerned; whether a public-security video system has been built by the relevant standards for what of the site concerns public safety is for the reviewer to decide.',
  },
  unknown: {
    zh: '本场所属于{clause}规定的情形（{track}），图中未见确定具有图像采集功能的设备，另有{count}台图中未注明是否具有该功能，须由审查人核对。',
    en: 'The site falls under {clause} ({track}); the plan shows no device that surely captures images, and {count} of which it does not say. The reviewer must check.',
  },
  mobile: {
    zh: '本场所属于{clause}规定的情形（{track}），图中确定具有图像采集功能的设备只有随身佩戴、手持等可以移动的{count}台，未见安装的。安装图像采集设备的重点部位由县级以上地方人民政府各有关部门指导确定；本场所涉及公共安全的区域是否已按照相关标准建设公共安全视频系统，须由审查人判定。',
    en: 'The site falls under {clause} ({track}). The only devices of the plan that surely capture images move, such as body-worn and handheld ones ({count}); none is installed. The key parts for such devices are determined under the guidance of the local government departments concerned; whether a public-security video system has been built by the relevant standards for what of the site concerns public safety is for the reviewer to decide.',
  },
  some: {
    zh: '本场所属于{clause}规定的情形（{track}），图中标明图像采集设备{count}台。重点部位由有关部门指导确定，其是否按照相关标准建设未作审查。',
    en: 'The site falls under {clause} ({track}); the plan shows {count} {count|image-capturing device|image-capturing devices}. The key parts are determined under the guidance of the departments concerned; whether it is built by the relevant standards was not examined.',
  },
  notAsked: {
    zh: '图中未能看出本场所属于应由经营管理单位建设公共安全视频系统的场所（{clauses}），本项不适用；适用哪一款，另项判定。',
    en: "The plan doesn't show the site to be one whose operator must build a public-security video system ({clauses}); this does not apply. For the clause that does see 'project/track'.",
  },
  show: {
    zh: '已有或者拟建公共安全视频系统的，在图中标明其图像采集设备；重点部位已经有关部门确定的，附确定文件。',
    en: 'Where there is or will be a public-security video system, show its image-capturing devices; where the key parts have been determined, attach the document.',
  },
});

function judge({ pack, site }: RuleContext, track: Track): Statement {
  const devices = installedDevices(site);
  const images = devices.filter(takesPictures);
  const fixed = images.filter((device) => isFixed(site, device));
  const doubtful = devices.filter(mayTakePictures);
  const found = { some: fixed, mobile: images, unknown: doubtful, none: [] };
  const id = fixed.length > 0 ? 'some' : images.length > 0 ? 'mobile' : doubtful.length > 0 ? 'unknown' : 'none';
  const count = String(found[id].length);
  return {
    subject: `${itemOf(track.clause)}/place`,
    outcome: id === 'some' ? 'pass' : 'review',
    message: textOf(t, id, { clause: cite(pack, track.clause), track: track.name, ...(id !== 'none' && { count }) }),
    ...((id === 'none' || id === 'mobile') && { advice: t.show }),
    clauses: [track.clause],
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: site.levels.map((level) => level.id), devices: devices.map((device) => device.id) },
  };
}

function check(context: RuleContext): readonly Statement[] {
  const { site, pack } = context;
  const asked = tracksOf(site, pack).filter(({ system }) => system === true);
  if (asked.length > 0) return asked.map((track) => judge(context, track));
  const all = (pack.tracks ?? []).filter(({ system }) => system === true);
  return [
    statement({
      subject: 'place',
      outcome: 'notApplicable',
      message: t.notAsked({ clauses: trackNames(pack, all) }),
      clauses: all.map((track) => track.clause),
      place: site.categories[0]?.place ?? site.place,
    }),
  ];
}

const PLAN = (device: string) => `
sitecam: 1
site: {name: 示例, categories: [hospital], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 10, 8]}
    devices:
      - ${device}
`;

/** Example plans of the page, for a law with such tracks; a test lints them. */
const PLANS = [
  example(
    ['pass 7.2(1)/place'],
    PLAN(
      '{id: C1, kind: camera, at: [1, 1], height: 2.8, heading: 45, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}',
    ),
  ),
  example(['review 7.2(1)/place'], PLAN('{id: R1, kind: access-reader, at: [1, 1]}')),
].join('\n\n');

/**
 * The rule coverage/system, for laws that require a video system and don't list the places that it must cover. It
 * asks only whether the plan shows any device that captures images; it never states `fail`.
 */
export const rule = defineRule({
  id: 'coverage/system',
  level: 'error',
  title: {
    zh: '由经营管理单位建设公共安全视频系统的场所，图中标明有图像采集设备',
    en: 'A place whose operator must build a public-security video system shows image-capturing devices',
  },
  clausesIn: ({ tracks = [] }) => tracks.flatMap(({ clause, system }) => (system === true ? [clause] : [])),
  appliesTo: ({ tracks = [] }) => tracks.some(({ system }) => system === true),
  waivable: false,
  messages: templatesOf(t),
  docs: {
    zh: `有的法规要求经营管理单位按照相关标准建设视频系统，而安装图像采集设备的重点部位由有关部门指导确定，不由条文列举。因此本规则不逐处判定设防，只看全图有无图像采集设备，且从不作出“不符合”的结论。

- **未发现不符合**：图中标明有图像采集设备；是否按照相关标准建设未作审查。
- **须审查判定**：全图没有图像采集设备，或者仅有随身佩戴、手持等可以移动的设备，或者仅有未注明是否具有该功能的设备。
- **不适用**：不能看出属于该条款所列场所，见 \`project/track\`。

${PLANS}`,
    en: `Some laws have the operator build a video system by the relevant standards and leave the parts it covers to the guidance of government departments. So this rule judges no single zone: it only asks whether the plan shows any image-capturing device, and never says fail.

- **pass**: some are shown; whether they are built by the standards was not examined.
- **review**: none is, or only body-worn, handheld and other devices that move, or only devices of which the plan doesn't say whether they capture images.
- **not applicable**: the plan doesn't show the site to be a place of that clause; see \`project/track\`.

${PLANS}`,
  },
  check,
});
