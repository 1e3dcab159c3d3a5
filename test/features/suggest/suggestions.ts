// Suggestions made by hand of the fixtures' own cameras, as the search would return them.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { defaultCatalogue } from '../../../src/features/suggest/catalogue/catalogue.js';
import { requirementsOf } from '../../../src/features/suggest/requirements.js';
import type {
  CameraType,
  Catalogue,
  Part,
  Requirement,
  SuggestedCamera,
  Suggestion,
} from '../../../src/features/suggest/types.js';
import { containsPoint } from '../../../src/geometry/index.js';
import { loadPack } from '../../../src/law/load.js';
import { lintPlan } from '../../../src/lint/lint.js';
import { sightForReport } from '../../../src/lint/support/report-sight.js';
import type { Report } from '../../../src/lint/types.js';
import { withDevices } from '../../../src/plan/ground.js';
import type { Device, Level } from '../../../src/plan/model.js';
import { type Drawn, readPlan } from '../../../src/plan/read/read.js';
import { createSight } from '../../../src/sight/sight.js';

const TODAY = '2026-03-01';

/** Returns the report of a plan and the catalogue that `suggest` takes of it; `text` goes before what is on the disk. */
export function judged(path: string, text?: string): { readonly report: Report; readonly catalogue: Catalogue } {
  const pack = loadPack('nm-2017');
  const read = (name: string) => {
    if (name === path && text !== undefined) return new TextEncoder().encode(text);
    return existsSync(name) && statSync(name).isFile() ? readFileSync(name) : undefined;
  };
  const report = lintPlan(path, read, { pack, today: TODAY });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
  let drawn: Drawn | undefined;
  readPlan(path, read, {
    pack,
    onDrawn: (one) => {
      drawn = one;
    },
  });
  if (drawn === undefined) throw new Error('not read');
  return { report, catalogue: defaultCatalogue(drawn) };
}

const isCamera = ({ kind, status }: Device) => kind === 'camera' && status === 'planned';

/**
 * Returns a suggestion for levels of a plan: of its own planned cameras those that `keep` lets through, renamed, in a part
 * for each group of zones; proved, if no part says otherwise.
 */
export function suggestionOf(
  { report, catalogue }: ReturnType<typeof judged>,
  levels: readonly string[],
  keep: (device: Device) => boolean = () => true,
  more: Partial<Suggestion> = {},
): Suggestion {
  const { site, pack, today } = report;
  const asked = (level: Level) => levels.includes(level.id);
  const replaced = site.levels.filter(asked).flatMap(({ devices }) => devices.filter(isCamera));
  const bare = withDevices(site, (level) => level.devices.filter((one) => !replaced.includes(one)));
  const requirements = requirementsOf(
    { site: bare, sight: createSight(bare), pack, today },
    { goal: 'criterion', related: false, levels },
  );
  const devices = replaced.filter(keep).map((device) => ({ ...device, id: device.id.replace('C', 'N') }));
  const cameras = devices.flatMap((device): SuggestedCamera[] => {
    const type = catalogue.cameras.find(({ id }) => id === device.type) ?? catalogue.cameras[0];
    return type === undefined ? [] : [suggested(report, device, type, requirements)];
  });
  const edited = withDevices(site, (level) => [
    ...level.devices.filter((one) => !replaced.includes(one)),
    ...devices.filter((one) => one.level === level.id),
  ]);
  const after: Report = { ...report, site: edited };
  const sight = sightForReport(after);
  const met = requirements.map((requirement) => {
    const { fraction } = sight.coverage(requirement.zone, requirement.density, requirement);
    return { requirement, share: fraction, isMet: fraction >= requirement.share };
  });
  const part: Part = {
    requirements,
    conclusion: { is: 'proved' },
    cost: cameras.length,
    bound: cameras.length,
    cameras,
    cells: 996,
    floor: weightsOf(requirements, levels),
  };
  return {
    before: report,
    after,
    catalogue,
    goal: 'criterion',
    objective: 'count',
    levels,
    parts: [part],
    met,
    kept: [],
    replaced,
    repairs: [],
    barred: [],
    unknownUse: 0,
    privacy: undefined,
    signs: [],
    stopped: false,
    steps: 12_345,
    ...more,
  };
}

function suggested(
  { site }: Report,
  device: Device,
  type: CameraType,
  requirements: readonly Requirement[],
): SuggestedCamera {
  const alone = createSight(withDevices(site, (level) => (level.id === device.level ? [device] : [])));
  const zones = site.levels.flatMap((level) => level.zones);
  const covers = requirements.flatMap((requirement) => {
    const share = alone.coverage(requirement.zone, requirement.density, requirement).fraction;
    return share === 0 ? [] : [{ requirement, share }];
  });
  const [lens] = device.lenses;
  return {
    device,
    type,
    mount: 'wall',
    zone: zones.find(({ id }) => id === device.standsIn[0]),
    heading: lens?.heading ?? 0,
    tilt: lens?.tilt ?? 0,
    written: device.at,
    covers,
  };
}

/** Returns squares of a metre over the required zones, heavier towards their ends. */
function weightsOf(requirements: readonly Requirement[], levels: readonly string[]): Part['floor'] {
  return requirements.flatMap(({ zone }) => {
    const level = levels.find((one) => zone.levels.includes(one)) ?? '';
    const points = zone.region.rings.flat();
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const squares: Part['floor'][number][] = [];
    for (let x = minX; x < maxX; x += 1) {
      for (let y = minY; y < maxY; y += 1) {
        const [right, top] = [Math.min(x + 1, maxX), Math.min(y + 1, maxY)];
        const off = Math.abs((2 * (x + 0.5 - minX)) / (maxX - minX) - 1);
        if (off < 0.3 || !containsPoint(zone.region, [x + 0.5, y + 0.5])) continue;
        const ring = [
          [x, y],
          [right, y],
          [right, top],
          [x, top],
        ] as const;
        squares.push({ level, region: { rings: [ring], shadows: [] }, weight: Math.min(1, off) });
      }
    }
    return squares;
  });
}

/** What is drawn in a small inn besides its corridor, its room and the door between: lines of the plan's lists. */
interface Inn {
  readonly zones?: string;
  readonly openings?: string;
  readonly devices?: string;
  readonly more?: string;
}

/** Returns the text of a plan of a small inn with a corridor, a guest room and a type of camera. */
export const innOf = ({ zones = '', openings = '', devices = '', more = '' }: Inn) => `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, height: 2.7, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    elevation: 0
    ceiling: 3
    zones:
      - {id: passage, kind: corridor, name: 走廊, rect: [0, 4, 12, 2]}
      - {id: room-1, kind: guest-room, rect: [0, 0, 12, 4]}
${zones}    openings:
      - {id: d-1, kind: door, line: [[4, 4], [4.9, 4]]}
${openings}    devices:
${devices}${more}`;
