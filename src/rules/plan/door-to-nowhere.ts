// Rule plan/door-to-nowhere: private places whose doors all lead to undrawn space.

import { isPassable, openingsOf } from '../../facts/adjacent-zones.js';
import { privateZones } from '../../facts/capture/private-zones.js';
import type { RuleContext } from '../../facts/context.js';
import { levelNames, midSentence, openingLabel, zoneLabel } from '../../facts/labels.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, quoted } from '../../i18n/list.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  nowhere: {
    zh: '{level}“{zone}”（{zoneKind}）的门{doors}均通向图中未划定区域之处，图中没有通往该处的路；门的位置是否属实、门外可否看入，须由审查人核对。请补画门外的区域（室外为 yard），或者更正门的位置。',
    en: "On {level} every door of '{zone}' ({zoneKind}), {doors}, leads to where no zone is drawn, and no way in the plan leads there. Whether the doors are where they are drawn, and what sees in through them, the reviewer must check. Draw the zone outside (the outdoors as yard), or correct the door's place.",
  },
});

/** Returns a finding for each private room none of whose doors leads to a zone. */
function check(context: RuleContext): Statement[] {
  return privateZones(context.site).flatMap(({ zone, kind, prohibition }): Statement[] => {
    if (prohibition.regime !== 'room') return [];
    const doors = (openingsOf(context).get(zone.id) ?? []).filter(({ opening }) => isPassable(opening));
    if (doors.length === 0 || doors.some(({ beyond }) => beyond !== undefined)) return [];
    const labels = doors.map(({ opening }) => quoted(openingLabel(opening)));
    return [
      statement({
        subject: zone.id,
        outcome: 'review',
        message: t.nowhere({
          level: levelNames(context.site, zone.levels.slice(0, 1)),
          zone: forQuotes(zoneLabel(zone)),
          zoneKind: midSentence(kind.name),
          doors: {
            zh: labels.map(({ zh }) => zh).join('、'),
            en: labels.map(({ en }) => en).join(', '),
          },
        }),
        place: zone.place,
        related: doors.map(({ opening }) => ({
          place: opening.place,
          caption: { zh: '通向未划定区域的门', en: 'a door to undrawn space' },
        })),
        dependsOn: { levels: zone.levels, devices: [] },
      }),
    ];
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review wc'],
  `
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 2]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 4, 4]}
    openings:
      - {id: d1, kind: door, line: [[1, 6], [1.9, 6]]}
`,
);

/**
 * The rule plan/door-to-nowhere, which reports private places whose doors all lead to undrawn space. A restroom whose
 * door is drawn in the outer wall can't be seen into from the corridor, on paper.
 */
export const rule = defineRule({
  id: 'plan/door-to-nowhere',
  level: 'warning',
  title: { zh: '隐私区域的门只通向未划定区域之处', en: 'A private place with doors to undrawn space only' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `从哪里可以看入卫生间，取决于门画在哪里。门画在外墙上的，走廊里的摄像机就“看不到”。

- **须审查判定**：禁止采集条款所列房间的门，全部通向图中未划定区域之处。
- **怎么改**：补画门外的区域，室外画为 \`yard\`；门的位置有误的更正。

${PLAN}`,
    en: `From where one sees into a restroom hangs on where its door is drawn. With the door in the outer wall a camera in the corridor 'sees nothing'.

- **review**: all doors of a room where capture is prohibited lead to where no zone is drawn.
- **what to do**: draw the zone outside, the outdoors as \`yard\`; correct the door's place where it is wrong.

${PLAN}`,
  },
  check,
});
