// Documentation page of the rule rooms/fittings.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const plan = (site: string, zones: string, rest: string) => `
sitecam: 1
site: {name: 某歌城, categories: [cultural-entertainment-venue], ${site}}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 2]}
      - {id: k1, kind: entertainment-private-room, name: 阴山厅, rect: [0, 2, 6, 4]}${zones}
${rest}`;

const PASS = example(
  ['pass k1/partition', 'pass k1/glazing', 'pass k1/whole-room', 'pass k1/inner-lock'],
  plan(
    'songAndDance: true',
    '',
    `    openings:
      - {id: d1, kind: glass-door, line: [[1, 2], [2, 2]], glazing: clear, lock: outer}
      - {id: w1, kind: window, line: [[3, 2], [5.5, 2]], glazing: clear, fixed: true}`,
  ),
);

const FAIL = example(
  ['fail k1/partition', 'fail k1/glazing', 'fail k1/inner-lock'],
  plan(
    'songAndDance: true',
    `
    walls:
      - {id: w1, line: [[4, 3], [4, 6]]}`,
    `    openings:
      - {id: d1, kind: door, line: [[1, 2], [2, 2]], lock: inner}`,
  ),
);

const OPEN = example(
  ['open k1/glazing', 'open k1/inner-lock'],
  plan('songAndDance: true', '', '    openings:\n      - {id: d1, kind: glass-door, line: [[1, 2], [2, 2]]}'),
);

const REVIEW = example(
  ['review k1/partition', 'review k1/glazing', 'review k1/whole-room', 'pass k1/inner-lock'],
  plan(
    'songAndDance: true',
    `
      - {id: wc, kind: restroom, name: 卫生间, rect: [4, 4, 2, 2]}`,
    `    openings:
      - {id: d1, kind: door, line: [[5, 2], [5.8, 2]], lock: none}
      - {id: w1, kind: window, line: [[1, 2], [2, 2]], glazing: clear, fixed: true, sill: 1.4, head: 1.7}
      - {id: d2, kind: door, line: [[4, 4.5], [4, 5.3]]}`,
  ),
);

const EXAMPLES = [PASS, FAIL, OPEN, REVIEW];

/** The documentation page of rooms/fittings, in both languages. */
export const docs: RuleDocs = {
  zh: `歌舞娱乐场所的包厢、包间内不得设置隔断，应当安装展现室内整体环境的透明门窗，门不得有内锁装置。要求什么、对哪些房间和场所，由数据包的 \`fittings\` 写明；没有此节的数据包不作此项审查。

逐间判定，各项分列：

- **隔断**（\`房间/partition\`）：室内另画的墙，或者室内围合的区域，**不符合**；仅有卫生间、管井，或者低于眼高（本工具设定）的矮墙，条文未说是否属于隔断，**须审查判定**。距房间边界0.3米以内的墙按边界的另一面计（本工具设定）。
- **透明门窗**（\`房间/glazing\`）：\`glass-door\`、\`window\` 注明 \`glazing: clear\` 且未贴膜的为透明。没有一樘透明的，**不符合**；部分透明的，其余是否也应当透明，**须审查判定**；未注明玻璃的、门内写明透明玻璃而类型为 \`door\` 的、没有画门窗的，**待补充**。
- **展现整体环境**（\`房间/whole-room\`）：从透明门窗外看得到室内多大面积，由几何计算；眼高、距离、高度、比例均为本工具设定。未达到的**须审查判定**，从不作“不符合”。
- **内锁**（\`房间/inner-lock\`）：门注明 \`lock: inner\` 的，**不符合**；未注明的，**待补充**；\`outer\`（只能自外锁闭）、\`none\`（无锁）的通过。

场所是否为歌舞娱乐场所由 \`site.songAndDance\` 写明：未写的，不符合的各项为待补充；写明不是的，不适用；写明不是而场所或者区域的名称为歌城、KTV、K歌、量贩、歌舞厅、夜总会等的，须审查判定。

禁止在包间内采集音视频的规定，与此并不矛盾：此处所说的看得见，是从门窗外看，不是用设备拍。摄像机经透明门窗看见包间内的，仍须审查判定（\`capture/view-into-private-zone\`），本工具不建议在这些门窗上贴膜。

${EXAMPLES.join('\n\n')}`,
  en: `No partitions in boxes and private rooms of song-and-dance venues, transparent doors and windows that show the whole of the interior, no inside locks on their doors. What is asked, of which rooms and sites, is said by the pack's \`fittings\`; a pack without that section asks nothing of it.

Each room, one verdict for each thing asked:

- **partitions** (\`ROOM/partition\`): a wall drawn inside, or a walled zone inside, is **fail**; only a restroom, a shaft or a wall lower than the eye (ours) is **review**, since the text doesn't say whether that is a partition. A wall within 0.3 m of the room's boundary is the boundary's other face (ours).
- **clear doors and windows** (\`ROOM/glazing\`): a \`glass-door\` or \`window\` with \`glazing: clear\` and no film is clear. None clear: **fail**. Some clear: whether the others must be too is **review**. Glazing unsaid, a \`door\` said to be of clear glass, or no door or window drawn: **open**.
- **the whole of it shows** (\`ROOM/whole-room\`): how much of the room one sees from before its clear panes is worked out; eye height, distance, height and share are sitecam's. Below that: **review**, never fail.
- **inside locks** (\`ROOM/inner-lock\`): a door with \`lock: inner\` is **fail**, unsaid is **open**; \`outer\` (locks only from outside) and \`none\` pass.

Whether the site is a song-and-dance venue is \`site.songAndDance\`: unsaid, what would fail is open; where it is said to be none, nothing applies, unless the name of the site or of a zone is that of one (a KTV, a dance hall, a night club): that is review.

Laws that bar capturing sound and images in private rooms don't contradict this: what must show here shows to people at the door, not to a device. A camera that sees into a room through its clear doors is still for the reviewer (\`capture/view-into-private-zone\`), and sitecam never suggests film on them.

${EXAMPLES.join('\n\n')}`,
};
