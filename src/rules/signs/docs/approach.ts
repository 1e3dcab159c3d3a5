// Documentation page of the rule signs/approach.
import { example } from '../../example.js';

const plan = (signs: string, camera = 'heading: 0, tilt: 20') => `
sitecam: 1
site: {name: 示例, categories: [hospital], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 10, 8]}
    openings:
      - {id: d1, kind: door, name: 正门, line: [[4, 0], [6, 0]]}
    devices:
      - {id: C1, kind: camera, at: [5, 4], height: 2.8, ${camera}, hfov: 90, resolution: [1920, 1080], audio: none}
    signs: ${signs}
`;

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(['pass site/signs', 'pass d1'], plan('[{id: S1, at: [3.5, 0], heading: 180, text: 您已进入视频监控区域}]')),
  example(['pass site/signs', 'review d1'], plan('[{id: S1, at: [5, 8], heading: 180, text: 您已进入视频监控区域}]')),
  example(['fail site/signs'], plan('[]')),
  example(['fail site/signs'], plan('[{id: S1, at: [3.5, 0], heading: 180, text: 禁止吸烟}]')),
].join('\n\n');

/** The documentation page of signs/approach in Chinese. */
export const zh = `有的法规要求有图像采集设备的公共场所设置标识，其条款、用语和未设置的后果由数据包的 \`signs\` 写明。标识是图中的要素：\`signs: [{id, at, heading, height, text, name, status}]\`。

**全场所一项**（\`site/signs\`）：公共区域有图像采集设备而全图没有标识的，不符合；图中未载明场所是否属于公共场所的，待补充；只有功能不明的设备，或者只涉及用途未定的区域的，待补充；只有随身佩戴、手持等可以移动的设备的，须审查判定；属于公共场所的，设备只涉及按类型属于公共而图中写明为非公共（\`public: false\`）的区域的，须审查判定；设备均按已安装审查，而图中的标识均写明为拟设（\`status: planned\`）的，须审查判定；没有图像采集设备的，不适用。

标识的文字（\`text\`）按本工具的词表识读（非法定）：写明监控、摄像、视频监控、图像采集等的，或者图中未写文字的，计入；写的是其他内容的（“禁止吸烟”），不计，全图没有别的，即为没有标识；可能有此意而未写明的（“智慧安防区”“监控室”“监控设备间”“视频号”），文字为空的，以本工具不能识读的文字（如蒙古文）单独书写的，以及虽提到监控而含有否定、终止、盲区、维修、保养、销售、厂家电话等字样的（“非监控区域”“监控已关闭”“您已离开视频监控区域”），不计入，原文列出供审查人阅看；没有别的，须审查判定。自公众可到之处均不可见的标识（设于非公共的房间内等）不计入；没有别的，须审查判定。

**各公众入口各一项**：条文没有规定标识设于何处，以下均为本工具设定的判定方法（非法定），只作“须审查判定”，不作“不符合”。

- **入口**：可以走人的门、帘、洞口（窗、固定扇、传递口不计），一侧是室外或者未画，一侧是公众可到之处；没有画门的出入口区域的外缘（\`区域/edge\`）；图中无路可到的楼梯、电梯（自未画的楼层来）。公众可到之处：公共区域、未围合的区域、楼梯、电梯；围合的非公共区域、墙、柜台、玻璃均不可通过。
- **可见**：距标识不超过 \`signRadius\`（3米），其间无遮挡（门按关闭、玻璃按写明透明的计），且不偏出标识朝向80度。设于墙上而未写朝向的标识，不知在墙的哪一侧，不计。
- **经过门洞**：沿正对门洞中线的最后3米（被墙挡住的，自墙起），或者迈过门洞的第一步，可见前方的标识的，即为见到；已走过的标识，回头才能看到，不计。宽于6米的，分成等长的几段，每段各看其中线。
- **未见标识所能到达之处**：自入口出发，凡不经过“可见标识之处”和“可见标识的门洞”即可走到的地方，无论绕多远；按图形精确划分，不取样。上下楼经楼梯、电梯，上下重叠的视为相通。
- **须审查判定**：上述之处有不小于 \`viewArea\` 的面积在某台设备的最大可视范围（\`privacyDensity\`）内。**待补充**：仅在功能不明的设备的范围内，或者须经过用途未定的区域。**未发现不符合**：没有。增设标识只会缩小上述之处，增设摄像机只会扩大可视范围。
- **室外**（院落、停车场等）来人方向不定：在可视范围内的，只看其中有无可见的标识。
- **拟设的标识**：设备均按已安装审查，图中也有已设的标识的，只因拟设的标识才见到标识的入口、室外，须审查判定。
- 图中没有途径可到的楼层在可视范围内的，须审查判定（\`approach@楼层\`）。

未审查：标识的文字、尺寸。

${PLANS}`;

/** The documentation page of signs/approach in English. */
export const en = `Some laws ask for signs in public places where images are taken; clause, words and what follows where there are none are in the pack's \`signs\`. Signs are elements of the plan: \`signs: [{id, at, heading, height, text, name, status}]\`.

**One verdict on the site** (\`site/signs\`): fail where images of public zones are taken and the plan shows no sign anywhere; open where the plan doesn't say whether it is a public place; open where all that may take images are devices of unknown capability, or zones of unknown use are all they watch; review where all of them move (body-worn, handheld); review where the site is a public place and all they watch are zones of a public kind that the plan says are not public (\`public: false\`); review where the devices are judged as installed and every sign is stated to be only planned (\`status: planned\`); not applicable where there are no such devices.

The words of a sign (\`text\`) are read by a list of ours: one that says that cameras, video surveillance or the taking of images are there, in Chinese or English, counts, and so does one whose words the plan doesn't give; one that says something else ('No smoking') is no such sign: where there is no other, there is none. One that may mean it and doesn't say so ('Security area', 'Video games', the plate of a control room or an equipment room), is empty, is written only in letters that nothing here reads (Mongolian), or names cameras beside a word of negation, end, blind spot, repair, upkeep, sale or a supplier's telephone ('No video surveillance', 'You are leaving the CCTV area') isn't counted, and its words are quoted for the reviewer: where there is no other, review. A sign that is seen from nowhere that the public goes (in a room that isn't public) isn't counted either: where there is no other, review.

**One for each public approach**: the law doesn't say where signs are to be. What follows is a criterion of ours, and gives review, never fail.

- **approach**: a door, curtain or passage that people walk through (no window, fixed pane or hatch) between the outside, or what isn't drawn, and where the public goes; the outer edge of an entrance zone in which no door is drawn (\`ZONE/edge\`); stairs and lifts to which no way in the plan leads (from a level that isn't drawn). The public goes to public zones, zones without walls, stairs and lifts; enclosed zones that aren't public, walls, counters and glass stop it.
- **seen**: within \`signRadius\` (3 m) of a sign, with nothing in the way (doors closed, glass only where it is said to be clear), and within 80° of where it faces. A sign on a wall without a heading may be on either side of it and isn't counted.
- **stepping through**: a sign is met that is seen from some point of the last 3 m straight to the middle of an opening (from the wall where one stands in the way), or with the first step past it, and lies ahead: nobody looks back at one. One wider than 6 m is taken in equal parts, each by its own middle.
- **where a person may be who has met none**: all that can be walked to from the approach, however far round, without passing where a sign is seen or an opening at which one is met; parted exactly as drawn, not by samples. From level to level one comes by stairs and lifts; those that lie over each other are taken to be connected.
- **review**: at least \`viewArea\` of that is in the may-see of a device (at \`privacyDensity\`). **open**: only of a device of unknown capability, or only through a zone of unknown use. **pass**: none is. A further sign only takes from where that is, a further camera only adds to what is seen.
- **in the open** (yards, car parks) people come from anywhere: where it is watched, some sign must be seen in it.
- **planned signs**: where the devices are judged as installed and some signs are up, an approach or a place in the open that owes it to a planned one that a sign is seen is for the reviewer.
- A level that is watched and to which no way is drawn is review (\`approach@LEVEL\`).

Not examined: wording and size of the signs.

${PLANS}`;
