import { EQUIVALENT_IN_ROOMS } from './equivalent-rooms.js';
import { EQUIVALENT_IN_SIGHT } from './equivalent-sight.js';
import type { Mutant } from './points.js';

/** A mutant that no test can notice, since what it breaks makes no difference, and why. */
export interface Equivalent extends Pick<Mutant, 'path' | 'shown'> {
  readonly why: string;
}

/** Judged by hand, one by one. */
const JUDGED: readonly Equivalent[] = [
  {
    path: 'sight/view/crossings.ts',
    shown: 'export const PAST = ⟦1e-10 → 1e-13⟧;',
    why: 'A margin above rounding: nothing that is drawn lies so near to a face.',
  },
  {
    path: 'sight/cone/cone.ts',
    shown: 'const [left, up] = [⟦Math.abs(frame[0]) → frame[0]⟧, Math.abs(frame[1])];',
    why: "The quick way of an upright frame isn't taken; the way for any frame gives the same hull.",
  },
  {
    path: 'sight/cone/cone.ts',
    shown: 'if ((ay > up && by > up) || (⟦ay < up → ay <= up⟧ && by < up)) continue;',
    why: 'A corner at just this height is the end of the other edge that meets there, which still counts.',
  },
  {
    path: 'features/repair/ids.ts',
    shown:
      'const own = ⟦mentions.find((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer) → mentions.findLast((mention) => mention.place.path === place.path && mention.place.pointer === place.pointer)⟧;',
    why: 'One mention stands at a place where an id is borne.',
  },
  {
    path: 'rules/plan/light-leak.ts',
    shown:
      'const places = leak.between.flatMap((id) => ⟦elements.find((element) => element.id === id) ?? [] → elements.find((element) => element.id === id)⟧);',
    why: 'A leak names zones and walls of its own level: there is one to find.',
  },
  {
    path: 'lint/baseline/records.ts',
    shown: 'return [ringShape(polygon, toCell), [permanent, dynamic, hiddenAboveZoom], ⟦sensor ?? null → sensor⟧];',
    why: 'JSON writes what is missing from a list as null.',
  },
  {
    path: 'sight/levels/stack.ts',
    shown: 'if (⟦box === undefined || !boxesOverlap(box, other.obstacles.bounds) → false⟧) continue;',
    why: 'A cull: what lies outside the box hides nothing of it.',
  },
  {
    path: 'sight/view/seen-region.ts',
    shown:
      'return own !== undefined && ⟦boxesOverlap(own, about) → true⟧ && ringArea(clipAbout(ring, part, eye)) > NOTHING;',
    why: 'A cull: what a box leaves out has no area in common.',
  },
  {
    path: 'sight/optics/density.ts',
    shown: "let largest: FacingDensity = { density: 0, estimate: ⟦'on-axis' → ''⟧ };",
    why: 'Without a density there is nothing of which to print how it was estimated.',
  },
  {
    path: 'rules/plan/light-leak.ts',
    shown: "].join(⟦'\\n\\n' → ''⟧);",
    why: 'The page shows one plan: nothing is joined.',
  },
  {
    path: 'facts/capture/devices.ts',
    shown:
      'const near = box === undefined ? [] : meets(grow(box, by)).flatMap((i) => ⟦devices[i] ?? [] → devices[i]⟧);',
    why: 'The index gives numbers of what it was made of.',
  },
  {
    path: 'sight/scene/shadow.ts',
    shown: 'return ⟦span[1] > span[0] → span[1] >= span[0]⟧ ? span : undefined;',
    why: 'A shadow from a place to the same place has no area.',
  },
  {
    path: 'sight/sound/disc.ts',
    shown: 'const count = Math.ceil((2 * Math.PI) / chord - ⟦1e-9 → 1e-12⟧);',
    why: 'Both keep a rounding from adding a side.',
  },
  {
    path: 'sight/sound/room.ts',
    shown: 'let place = (Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, ⟦0x85ebca6b → 4493645014⟧)) >>> 0;',
    why: 'A factor of a hash: only how often two places fall on one slot hangs on it.',
  },
  {
    path: 'sight/view/views.ts',
    shown: '⟦mounted.set(scene, known); → left out⟧',
    why: 'What is remembered is worked out anew, and is the same.',
  },
  {
    path: 'sight/view/coverage.ts',
    shown:
      'const sectors = !round && ⟦window.to - window.from > Math.PI → window.to - window.from >= Math.PI⟧ ? halves(window) : [window];',
    why: 'A window of just half a turn is convex, whole or in halves.',
  },
  {
    path: 'rules/plan/implausible-figure.ts',
    shown:
      'if (⟦hfov === undefined || vfov === undefined → false⟧ || resolution === undefined || hfov >= 180) return [];',
    why: 'For the compiler: what follows says nothing of what is not given.',
  },
  {
    path: 'rules/capture/device-in-private-zone.ts',
    shown: 'if (⟦clause === undefined → false⟧) return [];',
    why: 'For the compiler: the pack has an item on what one can only be near.',
  },
  {
    path: 'rules/capture/view-into-private-zone.ts',
    shown:
      'const clear = clearDoorsOrdered(context, prohibition) ? [⟦prohibition.clearDoors?.reference → prohibition.clearDoors.reference⟧ ?? []].flat() : [];',
    why: 'For the compiler: where clear doors are ordered something orders them.',
  },
  {
    path: 'facts/unknown-use.ts',
    shown: "export function inItsSource({ kindUnknown = ⟦'' → 'mutant'⟧ }: Zone): Localized {",
    why: 'Said only of zones of unknown use, which have it.',
  },
  {
    path: 'facts/protection/site.ts',
    shown:
      'const ids = ⟦known.get(key) ?? installedDevices(site).flatMap(({ id, level }) => (levels.includes(level) ? [id] : [])) → installedDevices(site).flatMap(({ id, level }) => (levels.includes(level) ? [id] : []))⟧;',
    why: 'What is remembered is worked out anew, and is the same.',
  },
  {
    path: 'facts/capture/private-zones.ts',
    shown: 'for (const id of one ?? []) if (⟦other?.includes(id) → other.includes(id)⟧ !== true) found.add(id);',
    why: 'For the compiler: an opening has two sides.',
  },
  {
    path: 'facts/capture/views.ts',
    shown: "const anchors = privateZones(site).filter(({ prohibition }) => ⟦prohibition.regime === 'anchor' → true⟧);",
    why: 'A cull: of a zone that no view comes near nothing is seen.',
  },
  {
    path: 'lint/fixes/audio.ts',
    shown: 'if (⟦verdict.rule !== INSIDE && verdict.rule !== SOUND → false⟧) return [];',
    why: 'Without its sound a camera sees what it saw: no such edit for a view is ever proved.',
  },
  {
    path: 'lint/trust/without-claims.ts',
    shown:
      'devices: level.devices.map((device) => (⟦claimsOn(device).length === 0 → false⟧ ? device : plain(device))),',
    why: 'A device of which nothing is stated is the same without what is stated.',
  },
  {
    path: 'features/repair/spelling.ts',
    shown: 'const kind = at && ⟦main → true⟧ && wordAt(main, at);',
    why: "A type's place stands in the plan's own file, so there is one.",
  },
  {
    path: 'lint/fixes/mask.ts',
    shown: 'if (⟦half > WIDEST → half >= WIDEST⟧ || flat < HORIZON) return undefined;',
    why: 'No sector that is measured is just so wide.',
  },
  {
    path: 'features/repair/spelling.ts',
    shown:
      'if (⟦at === undefined || kind === undefined → (at === undefined) && (kind === undefined)⟧ || vocabulary.known.includes(kind)) return [];',
    why: 'Where the type says no kind there is no word to respell.',
  },
  {
    path: 'lint/taint.ts',
    shown: 'if (⟦site.faults.length === 0 → false⟧) return verdicts;',
    why: 'Without faults no verdict rests on one.',
  },
  {
    path: 'lint/redact/names.ts',
    shown: "return name.replace(/\\d+/g, (digits) => digits.padStart(⟦8 → 9⟧, '0'));",
    why: 'No plan has so many elements.',
  },
  {
    path: 'rules/capture/cross-level.ts',
    shown: 'if (⟦first === undefined → false⟧ || concerned.length === 0) return [];',
    why: 'For the compiler: of no levels no place is concerned.',
  },
  {
    path: 'facts/capture/views.ts',
    shown: "const way = widest.standing ? ⟦'standing' → ''⟧ : 'closed';",
    why: 'The other ways are asked for by name, this one is none of them.',
  },
  {
    path: 'features/repair/spelling.ts',
    shown: "if (code !== 'schema/value' || ⟦typeof key !== 'string' → false⟧) return [];",
    why: 'For the compiler: a value that may not stand somewhere is told with its key.',
  },
  {
    path: 'features/repair/spelling.ts',
    shown: 'if (⟦file === undefined → false⟧) return [];',
    why: 'For the compiler: a fault is of a file that was read.',
  },
  {
    path: 'features/repair/spelling.ts',
    shown: 'if (⟦file === undefined || main === undefined || holder === undefined → false⟧) return undefined;',
    why: 'For the compiler: what a device says stands in a file, with the device.',
  },
  {
    path: 'features/repair/spelling.ts',
    shown: 'const own = file && ⟦token !== undefined → true⟧ ? keysBeside(file, place)?.includes(token) : undefined;',
    why: 'For the compiler: what a device says stands under a key.',
  },
  {
    path: 'features/diff/compare/verdicts.ts',
    shown: "if (isFinding(now.outcome) && more !== 0) return ⟦more > 0 → more >= 0⟧ ? 'worse' : 'better';",
    why: 'It is not nought there.',
  },
  {
    path: 'features/diff/compare/facts.ts',
    shown: 'const levels = ⟦options === undefined → false⟧ ? [] : settingsOf(options, path, categoryIds(site)).levels;',
    why: 'For the compiler: a plan that was linted has the options that it was linted with.',
  },
  {
    path: 'features/diff/compare/diff.ts',
    shown: "return ⟦group !== 'waiver' → true⟧ && group !== 'absent' && group !== 'project' && path !== 'site.name';",
    why: 'Where nothing that is seen hangs on it, no area is found to be another.',
  },
  {
    path: 'features/diff/compare/diff.ts',
    shown: '⟦!both || drawn.edits.length > 0 → true⟧ || stated.some(isOfSight)',
    why: 'Where nothing that is seen hangs on it, no area is found to be another.',
  },
  {
    path: 'features/diff/compare/causes.ts',
    shown: 'new Set(list.flatMap((id) => (⟦id === undefined → false⟧ ? [] : [idOf(id)])));',
    why: 'No edit is of nothing.',
  },
  {
    path: 'features/diff/compare/coverage.ts',
    shown: "⟦world === 'must' → false⟧ ? device.level === level : device.video !== 'none' && sees(device),",
    why: 'A cull: what takes no pictures, or none there, has no view that is measured.',
  },
  {
    path: 'lint/trust/without-claims.ts',
    shown: 'return ⟦a === undefined → false⟧ ? [] : [{ a, b }];',
    why: 'For the compiler: before the second corner there is a first.',
  },
  {
    path: 'lint/taint.ts',
    shown: 'const devices = ⟦byDevice.size === 0 → false⟧ ? [] : ofDevices(dependsOn.devices);',
    why: 'Where no fault is of a device, none is found by one.',
  },
  {
    path: 'facts/protection/protection.ts',
    shown: "const opening = directoryOf(site).openings.get(device.opening ?? ⟦'' → 'mutant'⟧);",
    why: 'For the compiler: what guards no opening finds none.',
  },
  {
    path: 'rules/plan/deceptive-text.ts',
    shown: "const { id, name = ⟦'' → 'mutant'⟧ } = one;",
    why: 'Either is a name in which nothing deceives.',
  },
  {
    path: 'rules/capture/unknown-capability.ts',
    shown:
      "device.video === 'unknown' ? ⟦viewsInto(context, target).find((each) => each.device === device) → viewsInto(context, target).findLast((each) => each.device === device)⟧ : undefined;",
    why: 'A device has one view into a place.',
  },
  {
    path: 'lint/fixes/limits.ts',
    shown: 'if (to === undefined || ⟦edit === undefined → false⟧) return [];',
    why: 'For the compiler: a number that is written can be rewritten.',
  },
  {
    path: 'lint/fixes/prove.ts',
    shown: 'return ⟦covered !== undefined && covers !== undefined → true⟧ && covers < covered - SPECK.fraction;',
    why: 'For the compiler: what isn’t given is less than nothing.',
  },
  {
    path: 'lint/baseline/shape.ts',
    shown: '.sort((a, b) => (a.text < b.text ? -1 : ⟦a.text > b.text → false⟧ ? 1 : 0))',
    why: 'A sort asks only whether one comes before another.',
  },
  {
    path: 'lint/trust/without-claims.ts',
    shown: 'varifocal: ⟦lens.varifocal → true⟧ && { ...lens.varifocal, locked: false },',
    why: 'Of a lens that doesn’t zoom nobody asks whether it is locked.',
  },
  {
    path: 'lint/trust/cautions.ts',
    shown: 'if (⟦rooms.size === 0 → false⟧) return [];',
    why: 'Of no rooms none is watched.',
  },
  {
    path: 'lint/lint.ts',
    shown: 'return limited(workFor(limits, ⟦0 → 1⟧), () => judged(path, counted, options));',
    why: 'A limit of work that is greater by what a byte allows.',
  },
  {
    path: 'lint/notes/cautions.ts',
    shown:
      "const main = ⟦rule === undefined → false⟧ ? undefined : clausesUnder(rule, pack)[0]?.replace(/\\([^)]*\\)$/, '');",
    why: 'For the compiler: a configuration names rules that there are.',
  },
  {
    path: 'lint/fixes/limits.ts',
    shown: "const [id = ⟦'' → 'mutant'⟧, path = ''] = verdict.subject.split('/');",
    why: 'For the compiler: a subject begins with an id.',
  },
  {
    path: 'features/conflicts/best.ts',
    shown: 'const locked = fields[0] !== fields[1] || (lens.hfov !== undefined && fields[⟦0 → 1⟧] !== lens.hfov);',
    why: 'Both are the same there.',
  },
  {
    path: 'features/conflicts/search.ts',
    shown: 'if (first === last) return [last[1] - last[0] >= ⟦360 → 359⟧ ? [0, 360] : [last[0], last[1]]];',
    why: 'A span that meets itself is all round but for a millionth of a degree.',
  },
  {
    path: 'features/conflicts/search.ts',
    shown: 'const headings = poses.headings ?? [lens.heading - ⟦180 → 181⟧, lens.heading + 180];',
    why: 'A degree is looked at twice.',
  },
  {
    path: 'features/diff/compare/coverage.ts',
    shown: 'if (⟦a.rings.length === 0 || b.rings.length === 0 → true⟧) return false;',
    why: 'Whether two zones are the same saves measuring what they share, which is then the same.',
  },
  {
    path: 'rules/coverage/protected.ts',
    shown: "kind: mistakenFor(pack, zone)?.name ?? verbatim(⟦'' → 'mutant'⟧),",
    why: 'Said only of zones whose name means another kind.',
  },
  {
    path: 'facts/project/track.ts',
    shown:
      'const exact = ⟦tracks.find(({ clause }) => clause === written) → tracks.findLast(({ clause }) => clause === written)⟧;',
    why: 'A clause is of one track.',
  },
  {
    path: 'base/memo.ts',
    shown: '⟦known.set(key, found); → left out⟧',
    why: 'What is remembered is worked out anew, and is the same.',
  },
  {
    path: 'facts/memo.ts',
    shown: '⟦known.set(context.site, found); → left out⟧',
    why: 'What is remembered is worked out anew, and is the same.',
  },
  {
    path: 'lint/support/pack-hash.ts',
    shown: '⟦known.set(pack, found); → left out⟧',
    why: 'What is remembered is worked out anew, and is the same.',
  },
  {
    path: 'lint/taint.ts',
    shown: '⟦known.set(devices, found); → left out⟧',
    why: 'What is remembered is worked out anew, and is the same.',
  },
  {
    path: 'lint/fixes/limits.ts',
    shown: "if (key === 'hfov' && ⟦hfov !== undefined → true⟧) return Math.min(Math.max(said, hfov[0]), hfov[1]);",
    why: 'For the compiler: what lies outside limits has them.',
  },
  {
    path: 'lint/fixes/limits.ts',
    shown: "if (key === 'tilt' && ⟦tilt !== undefined → true⟧) return Math.min(Math.max(said, tilt[0]), tilt[1]);",
    why: 'For the compiler: what lies outside limits has them.',
  },
  {
    path: 'lint/notes/cautions.ts',
    shown:
      "if (⟦main === undefined → false⟧ || !pack.clauses.some((clause) => clause.id === main)) return { zh: '', en: '' };",
    why: 'For the compiler: what is no clause is none of the pack.',
  },
  {
    path: 'lint/support/pack-hash.ts',
    shown:
      "const NOT_ITS_OWN: ReadonlySet<string> = new Set(⟦['parts', 'beside', 'unchanged', 'written'] → ['parts', 'beside', 'written']⟧);",
    why: 'Of a pack that was given other figures the one before is hashed, which has none before it.',
  },
  {
    path: 'lint/fixes/mask.ts',
    shown:
      "if (coordinates === 'metres' || ⟦origin === undefined → false⟧) return [centimetres(east), centimetres(northward)];",
    why: 'For the compiler: a plan in degrees has an origin.',
  },
  {
    path: 'lint/baseline/records.ts',
    shown: '⟦resolution ?? null → resolution⟧,',
    why: 'In a list JSON writes what is undefined as null.',
  },
  {
    path: 'sight/cone/cone.ts',
    shown: 'const WIDEST_WEDGE = (⟦150 → 151⟧ * Math.PI) / 180;',
    why: 'A part of less than half a turn is convex, however wide it is.',
  },
  {
    path: 'sight/cone/cone.ts',
    shown: 'const WIDEST_WEDGE = (⟦150 → 149⟧ * Math.PI) / 180;',
    why: 'A part of less than half a turn is convex, however wide it is.',
  },
  {
    path: 'sight/cone/cone.ts',
    shown: 'const WIDEST_WEDGE = (150 * Math.PI) / ⟦180 → 181⟧;',
    why: 'A part of less than half a turn is convex, however wide it is.',
  },
  {
    path: 'sight/cone/cone.ts',
    shown: 'const WIDEST_WEDGE = (150 * Math.PI) / ⟦180 → 179⟧;',
    why: 'A part of less than half a turn is convex, however wide it is.',
  },
  {
    path: 'sight/scene/joint.ts',
    shown: 'return cross(right, v) >= 0 && ⟦cross(v, left) >= 0 → cross(v, left) > 0⟧;',
    why: 'Where one panel begins at which the other ends, nothing lies behind both.',
  },
];

/** A factor of an estimate of work that is a quarter more or less at most. */
function isEstimate({ shown }: Pick<Mutant, 'shown'>): boolean {
  const [, was = '0', is = ''] = /^spend(?:Budget)?\(.*⟦(\d+) → (\d+)⟧/.exec(shown) ?? [];
  return Number(was) >= 4 && Math.abs(Number(is) - Number(was)) === 1;
}

/** Why `mutant` makes no difference; undefined where nobody said so. */
export function judgedEquivalent(mutant: Mutant): string | undefined {
  if (isEstimate(mutant)) return 'An estimate of work, of which nothing is said to be exact.';
  return [...JUDGED, ...EQUIVALENT_IN_SIGHT, ...EQUIVALENT_IN_ROOMS].find(
    ({ path, shown }) => path === mutant.path && shown === mutant.shown,
  )?.why;
}
