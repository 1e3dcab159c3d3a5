import { boxOfRegion, measure, ringOfBox } from '../../../src/geometry/index.js';
import type { Point, Region } from '../../../src/geometry/types.js';
import { sightForReport } from '../../../src/lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../../src/lint/types.js';
import type { Device, Level, Site, Zone } from '../../../src/plan/model.js';
import { clausesOf, penaltiesOf } from '../../../src/rules/bases.js';
import type { Reach, Sight } from '../../../src/sight/types.js';
import { linted } from '../lint.js';
import { one } from '../spell.js';

/** What is said of a plan, and every figure that it rests on, a line each. */
export function recordOf(plan: string): string[] {
  const result = linted(one('plan.json', plan));
  if (!result.ok) return result.unreadable.map(({ code, place }) => `unreadable ${code} ${place.pointer}`);
  const said = new Map<string, string[]>();
  for (const verdict of result.verdicts) {
    const { outcome, rule, message, advice } = verdict;
    const what = `${outcome} ${rule}: ${message.id}${advice === undefined ? '' : `, ${advice.id}`}`;
    said.set(what, [...(said.get(what) ?? []), subjectOf(verdict)]);
  }
  const verdicts = [...said].map(([what, of]) => `${what} | ${of.join(' | ')}`);
  return [...verdicts, ...sightLines(result)];
}

/** What something is said of, by which clauses, and on what it rests. Clauses that every plan is told of aren't repeated. */
function subjectOf(verdict: LintVerdict): string {
  const { outcome, subject, evidence } = verdict;
  const [clauses, penalties] = [clausesOf(verdict), penaltiesOf(verdict)];
  const cited = outcome === 'notApplicable' || clauses.some((id) => id.endsWith(`/${subject}`)) ? [] : clauses;
  return [subject, ...cited, ...penalties.map((id) => `!${id}`), ...evidenceOf(evidence)].join(' ');
}

function evidenceOf(evidence: LintVerdict['evidence']): string[] {
  if (evidence === undefined) return [];
  const { level, from, sightLine, coverage, uncovered, grazes } = evidence;
  return [
    ...[level, from].filter((id) => id !== undefined),
    ...(sightLine === undefined
      ? []
      : [
          ...sightLine.points.map(pointText),
          ...sightLine.openings,
          ...figures(sightLine.distance, sightLine.density, sightLine.area, sightLine.depth),
        ]),
    ...(coverage === undefined ? [] : figures(coverage.fraction, coverage.threshold, coverage.area, coverage.covered)),
    ...(uncovered ?? []).map(({ area, outline }) => `-${figure(area)}/${outline.map((ring) => ring.length)}`),
    ...(grazes === undefined ? [] : [`×${grazes}`]),
  ];
}

/** px/m: what is asked of a view in each world. */
const ASKED = [
  ['must', 62.5],
  ['may', 12.5],
  ['standing', 12.5],
] as const;

function sightLines(report: Report): string[] {
  const { site } = report;
  const sight = sightForReport(report);
  const zones = site.levels.flatMap((level) => level.zones);
  const devices = site.levels.flatMap((level) => level.devices);
  return [
    ...zones.flatMap((zone) => zoneLines(site, sight, zone)),
    ...devices.flatMap((device) => deviceLines(site, sight, zones, device)),
    ...site.levels.flatMap((level) => levelLines(sight, level)),
    ...walkLines(sight),
  ];
}

function zoneLines(site: Site, sight: Sight, zone: Zone): string[] {
  const near = sight.near(zone, 2);
  const panes = site.levels.flatMap(({ openings }) => openings.filter((one) => sight.joins(one).includes(zone)));
  const seen = sight.lookInto(zone, panes, [], { eye: 1.6, distance: 0.5, target: 1 });
  const { covered, fraction, asDrawn, uncovered, devices } = sight.coverage(zone, 62.5, { detectors: true, minus: [] });
  return [
    line(`${zone.id} near`, areaOf(near, []), near.rings.length),
    line(`${zone.id} looked into`, seen.area, seen.fraction, seen.panes),
    ...(covered === 0
      ? []
      : [line(`${zone.id} covered`, covered, fraction, asDrawn, uncovered.length, ...devices.map(({ id }) => id))]),
  ];
}

function deviceLines(site: Site, sight: Sight, zones: readonly Zone[], device: Device): string[] {
  const { id, level, at } = device;
  const undrawn = sight.undrawn(device);
  const found = [
    line(`${id}`, sight.mounting(device), ...sight.zonesAt(level, at).map((zone) => zone.id), undrawn.area),
  ];
  for (const other of site.levels) {
    for (const [world, density] of ASKED) {
      const view = sight.view(device, other.id, density, world);
      if (view.length > 0) found.push(line(`${id} ${other.id} ${world}`, ...view.map((part) => areaOf(part, view))));
    }
    const unsaid = sight.unsaid(device, other.id);
    if (unsaid !== undefined) found.push(`${id} ${other.id} unsaid ${unsaid.what}`);
    for (const zone of zones.filter(({ levels }) => levels.includes(other.id))) {
      const region = sight.regionOf(zone, []);
      for (const [world, density] of ASKED) {
        if (world === 'must') continue;
        const reach = sight.reach(device, other.id, region, density, world);
        if (reach !== undefined) found.push(reachLine(`${id} ${zone.id} ${world}`, reach));
      }
      const heard = sight.hear(device, other.id, region);
      if (heard !== undefined) found.push(reachLine(`${id} ${zone.id} heard`, heard));
    }
  }
  return [...found, ...poseLines(sight, zones, device)];
}

function reachLine(head: string, reach: Reach): string {
  const { area, bound, depth, worst, crossings, via, standing, density, pieces } = reach;
  return line(
    head,
    area,
    bound > 1e-3 ? bound : undefined,
    depth,
    pointText(worst.point),
    worst.distance,
    worst.density,
    density,
    ...crossings.map(
      ({ opening, wall, at, standing: open, glazing }) =>
        `${opening?.id ?? wall ?? ''}${open ? '' : '!'}${glazing ? '#' : ''}@${pointText(at)}`,
    ),
    ...via.map(pointText),
    standing ? 'standing' : 'closed',
    pieces.length,
  );
}

/** Degrees: how far the poses of a box lie from what is drawn. */
const ABOUT = 4;

function poseLines(sight: Sight, zones: readonly Zone[], device: Device): string[] {
  const poses = sight.poses(device);
  const [lens] = device.lenses;
  if (poses === undefined || lens?.heading === undefined || lens.tilt === undefined || lens.hfov === undefined)
    return [];
  const about = (value: number) => [value - ABOUT, value + ABOUT] as const;
  const box = { headings: about(lens.heading), tilts: about(lens.tilt), fields: [lens.hfov, lens.hfov] as const };
  const some = poses.mustInSome(box, 62.5);
  const every = zones
    .filter(({ levels }) => levels.includes(device.level))
    .map((zone) => poses.mayInEvery(box, sight.regionOf(zone, []), 12.5, 'may')?.area);
  return [line(`${device.id} poses`, ...(poses.headings ?? []), ...some.map((part) => areaOf(part, some)), ...every)];
}

function levelLines(sight: Sight, level: Level): string[] {
  return sight.leaks(level.id).map(({ at, gap, between }) => line(`${level.id} leak`, pointText(at), gap, ...between));
}

/** How people walk where every kind of zone is what it sounds like. */
const WALKING = {
  radius: 10,
  open: new Set(['yard', 'public-area', 'parking']),
  entrances: new Set(['entrance']),
  ladders: new Set(['stairs', 'shaft', 'elevator-car']),
  unsettled: false,
};

function walkLines(sight: Sight): string[] {
  const { approaches, outdoors, cutOff, sideless } = sight.walks(WALKING);
  return [
    ...approaches.map((one) => {
      const unmet = one
        .unmet()
        .map(({ level, zone, region }) => `${level}/${zone?.id ?? ''} ${figure(areaOf(region, []))}`);
      return line(`way in ${one.subject}`, one.level, one.zone.id, ...one.met.map(({ id }) => id), ...unmet);
    }),
    ...outdoors.map(({ zone, sign }) => line(`outdoors ${zone.id}`, sign?.id)),
    ...cutOff.map(({ level, places }) => line(`cut off ${level}`, ...places.map(({ region }) => areaOf(region, [])))),
    ...sideless.map(({ id }) => `sideless ${id}`),
  ];
}

/** m²: of `region`, where `view` is given of what of its box that sees. */
function areaOf(region: Region, view: readonly Region[]): number {
  const box = boxOfRegion(region);
  if (box === undefined) return 0;
  return view.length === 0 ? measure(region, []).area : measure({ rings: [ringOfBox(box)], shadows: [] }, view).covered;
}

function line(head: string, ...figures: readonly (string | number | undefined)[]): string {
  return [head, ...figures.map((one) => (typeof one === 'number' ? figure(one) : (one ?? '–')))].join(' ');
}

function figures(...values: readonly (number | undefined)[]): string[] {
  return values.map((value) => (value === undefined ? '–' : figure(value)));
}

/** Four digits. */
function figure(value: number): string {
  return Math.abs(value) < 1e-6 ? '0' : String(Number(value.toPrecision(4)));
}

function pointText([x, y]: Point): string {
  return `${figure3(x)},${figure3(y)}`;
}

function figure3(value: number): string {
  return String(Number(value.toFixed(3)) + 0);
}
