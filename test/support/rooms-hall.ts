// A hall with one PTZ and a row of guest rooms, all of which it may see into: as many findings of one device.
import { loadPack } from '../../src/law/load.js';
import { lint } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';

/** Outcome of the findings: rooms behind windows fail, behind doors they are for review, a device of unknown kind is open. */
export type HallOutcome = 'fail' | 'review' | 'open';

/** Returns the plan of a hall with `rooms` rooms, 2.4 m wide each. */
export function roomsHall(rooms: number, outcome: HallOutcome): string {
  const metres = (value: number) => Number(value.toFixed(1));
  const all = Array.from({ length: rooms }, (_, n) => ({ id: n + 1, x: metres(n * 2.4) }));
  const zones = all.map(({ id, x }) => `{id: r${id}, kind: guest-room, name: 客房${id}, rect: [${x}, 12, 2.4, 4]}`);
  const openings = all.map(({ id, x }) =>
    outcome === 'review'
      ? `{id: o${id}, kind: door, line: [[${metres(x + 0.1)}, 12], [${metres(x + 2.3)}, 12]]}`
      : `{id: o${id}, kind: window, line: [[${metres(x + 0.4)}, 12], [${metres(x + 2)}, 12]]}`,
  );
  const video = outcome === 'open' ? ', video: unknown' : '';
  return `sitecam: 1
site: {name: 试验厅, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  ptz:
    kind: camera
    form: ptz
    ptz: {pan: [0, 360], tilt: [0, 90], hfov: [2.4, 60], limits: hard, home: {heading: 0, tilt: 20, hfov: 60}}
    resolution: [3840, 2160]
    audio: none
levels:
  - id: F1
    ceiling: 4
    zones:
      - {id: hall, kind: lobby, name: 大厅, rect: [0, 0, ${metres(rooms * 2.4)}, 12]}
${zones.map((zone) => `      - ${zone}\n`).join('')}    openings:
${openings.map((opening) => `      - ${opening}\n`).join('')}    devices:
      - {id: P1, type: ptz, at: [${metres(rooms * 1.2)}, 1], height: 3.5${video}}
`;
}

/** Returns the report on that hall by the regulation alone. */
export function hallReport(rooms: number, outcome: HallOutcome, path = 'hall.yaml'): Report {
  const result = lint(roomsHall(rooms, outcome), { path, today: '2026-11-24', pack: loadPack('nm-2017') });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}
