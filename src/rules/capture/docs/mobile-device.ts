// Documentation page of capture/mobile-device.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const PLANS = [
  example(
    ['open R1', 'fail R2', 'review R3', 'pass R4', 'review B1'],
    `
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 2]}
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 5, 12, 6]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
      - {id: p1, kind: passage, line: [[4, 5], [6, 5]]}
    devices:
      - {id: R1, kind: camera, name: 巡逻机器人, type: cam, at: [6, 8]}
      - {id: R2, kind: camera, name: 清洁机器人, type: cam, at: [6, 4], mobile: {form: robot, area: [hall, wc]}}
      - {id: R3, kind: camera, name: 配送机器人, type: cam, at: [6, 4.5], mobile: {form: robot, area: [hall, lobby]}}
      - {id: R4, kind: camera, name: 迎宾机器人, type: cam, at: [6, 9], mobile: {form: robot, area: [lobby]}}
      - {id: B1, kind: camera, name: 执法记录仪, type: cam, at: [2, 8], mobile: {form: body-worn, rules: 执法记录仪使用管理规定}}
deviceTypes:
  cam: {kind: camera, height: 1.2, tilt: 0, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
].join('\n\n');

/** The documentation page of capture/mobile-device. */
export const docs: RuleDocs = {
  zh: `随身、手持、机器人、无人机、车载的设备，图中的位置不能代表其采集范围，按写明的活动区域（\`mobile\`）审查。

- **待补充**：名称或者型号表示其可以移动而未写 \`mobile\`；机器人、无人机、车载的未写活动区域；活动区域用途未定，或者设备的采集功能不明。
- **不符合**：机器人、无人机、车载设备的活动区域包括条文列举的客房、卫生间等（“安装”包括移动中的设备，是本工具的理解）。活动区域包括其他涉及个人隐私的场所和区域的，为**须审查判定**。
- **须审查判定**：活动区域经门窗洞口、玻璃墙与此类场所和区域相通或者相望，逐一列出；随身佩戴、手持的设备（不是安装）。
- 标为随身佩戴、手持，而图中写明朝向、2.2米（本工具设定，非法定）以上的高度、所守的门窗洞口，或者写有俯角、为鱼眼、云台的（名称就是手持、佩戴产品的除外），其余规则按固定安装审查；是否随人移动，须审查判定。
- 车内的设备按固定设于车内审查。移动设备不计入设防。
- **怎么改**：写明 \`mobile: {form, area, rules}\`，将涉及个人隐私的场所和区域划为禁入区域。

${PLANS}`,
  en: `Where a body-worn, handheld, robot, drone or vehicle device is drawn doesn't tell what it captures; it is judged by the area that the plan states for it (\`mobile\`).

- **open**: a name or model that means a moving device, without \`mobile\`; a robot, drone or vehicle without an area; an area of unknown use, or a device whose capability is unknown.
- **fail**: a robot's, drone's or vehicle's area includes guest rooms, restrooms and other rooms that the law lists (that "installing" includes moving devices is our reading). An area with other private places is for **review**.
- **review**: the area opens on such places by doors, windows or glass walls, which are listed; body-worn and handheld devices, which aren't installed.
- The other rules judge one marked as worn or handheld as mounted if the plan gives it a heading, a height above 2.2 m (our figure, not the law's) or an opening that it guards, or (unless its name means a product that people carry) a tilt, or draws it as a fisheye or PTZ. Whether a person carries it stays for review.
- A device in a vehicle is judged as fixed inside it. Moving devices protect nothing.
- **what to do**: write \`mobile: {form, area, rules}\`, and keep the device out of private places.

${PLANS}`,
};
