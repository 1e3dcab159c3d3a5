// Breaks found in samples of all rooms that make no difference; judged by hand, one by one.
import type { Equivalent } from './equivalent.js';

/** By module: why each makes no difference, and how it is shown. */
const IN_ROOMS: Readonly<Record<string, readonly (readonly [why: string, ...shown: readonly string[]])[]>> = {
  'features/conflicts/json.ts': [
    ['JSON has no key without a value.', '...(⟦drawing !== undefined → true⟧ && { drawing }),'],
  ],
  'features/conflicts/rose.ts': [
    ['A pixel of an arrow’s length: nothing on the drawing meets its tip.', 'const [tip, barb] = [⟦104 → 105⟧, 95];'],
  ],
  'facts/memo.ts': [
    [
      'What is remembered is worked out anew, and is the same.',
      'const found = ⟦known.get(context.site) ?? { value: make(context) } → { value: make(context) }⟧;',
    ],
  ],
  'facts/missing-figures.ts': [
    [
      'For the compiler: a lens of the form PTZ has what is said of it.',
      "return [...(heading === undefined || tilt === undefined ? without('home', ⟦ptz?.home → ptz.home⟧) : []), ...sharp];",
    ],
  ],
  'features/suggest/design/master.ts': [
    ['For the compiler: each requirement of the task has a row.', 'rows.push(needRow.get(one) ?? ⟦0 → 1⟧);'],
  ],
  'features/suggest/design/reach.ts': [
    [
      'A limit of how much is looked at: what is said of more is as true.',
      'while (⟦heap.length > 0 && examined < MOST_CELLS → (heap.length > 0) || (examined < MOST_CELLS)⟧ && !field.isOver()) {',
    ],
    [
      'One candidate more: each covers what it is said to, and the bound doesn’t rest on which there are.',
      'offer?.column.atoms.some((atom, i) => open[atom] === 1 && ⟦(offer.column.shares[i] ?? 0) >= REACHED → true⟧) === true',
    ],
  ],
  'features/suggest/design/repair.ts': [
    [
      'For the compiler: a camera that is turned has a lens.',
      'return Math.min(turn, 360 - turn) + Math.abs((⟦a?.tilt → a.tilt⟧ ?? 0) - (b?.tilt ?? 0));',
    ],
    [
      'Of a repair that wasn’t found no cost is told.',
      'const none: Repaired = { options: undefined, removed: [], cost: ⟦0 → 1⟧, mustChange, unmet: task.requirements };',
    ],
    [
      'For the compiler: only cameras with a heading and a tilt are turned.',
      'return Math.min(turn, 360 - turn) + Math.abs((a?.tilt ?? ⟦0 → 1⟧) - (b?.tilt ?? 0));',
    ],
    [
      'A limit of how often it is tried: what isn’t found by then is told as not found.',
      'for (let i = ⟦0 → 1⟧; i < MOST_RAISES; i++) {',
    ],
  ],
  'lint/search/search.ts': [
    ['How much work a cell is taken for: ours, and no result hangs on one step.', 'const CELL = ⟦500 → 501⟧;'],
  ],
  'features/suggest/report/place.ts': [
    [
      'For the compiler: a direction is one of the eight.',
      "return t[COMPASS[Math.round(degrees / 45) % COMPASS.length] ?? ⟦'n' → ''⟧];",
    ],
  ],
  'features/suggest/report/draw.ts': [
    [
      'How the corners of a thin line are joined: outlines of views are drawn 1.2 px thick.',
      "{ class: 'suggested', 'stroke-width': 1.2, 'stroke-linejoin': ⟦'round' → ''⟧ },",
    ],
  ],
  'features/suggest/report/document.ts': [
    [
      'The sentence is no wider than the narrowest page, so it has no second line.',
      "cameras.rows.length > 0 ? cameras : { block: 'paragraph', text: t.noCamera, indent: [2, ⟦2 → 3⟧] },",
    ],
  ],
  'features/suggest/parts.ts': [
    [
      'For the compiler: each number is of a piece of floor.',
      'const { of = -⟦1 → 2⟧, area: whole = 0 } = atoms[atom] ?? {};',
    ],
  ],
  'features/suggest/search-space.ts': [
    [
      'Of one zone all laws ask the same share at the same level: criteria are of the site, and the rest has common figures.',
      'const isEqual = other.share === one.share && ⟦other.density === one.density → true⟧;',
      'const isEqual = ⟦other.share === one.share && other.density === one.density → (other.share === one.share) || (other.density === one.density)⟧;',
    ],
  ],
  'geometry/arrangement/snap-rounding.ts': [
    [
      'Where a segment ends on another, the square is hot already.',
      'if (!(from > 0 && to < 0) && !(⟦from < 0 → from <= 0⟧ && to > 0)) return;',
    ],
    [
      'A segment that is led has two pieces at least, and all of them are suspect: the first is never the only one.',
      'if (count < 2 || !suspect.subarray(⟦0 → 1⟧, count).includes(1)) return segments;',
    ],
    [
      'Led through its own end, a segment has a piece without length more, which is dropped.',
      'if (⟦p === point → false⟧ || q === point) return false;',
    ],
  ],
  'geometry/arrangement/radix.ts': [
    ['A new array holds zeros.', 'for (let i = ⟦0 → 1⟧; i < count; i += 1) all[i] = i;'],
  ],
  'geometry/area/slab.ts': [
    [
      'Past the last edge nothing is before x, and an edge that begins after x doesn’t end before it.',
      'while (⟦next < total && x0[byLeft[next]] <= x → (next < total) || (x0[byLeft[next]] <= x)⟧ && x1[byLeft[next]] <= x) next += 1;',
    ],
  ],
  'geometry/arrangement/point-numbers.ts': [
    [
      'Any hash does: points that are one are equal.',
      'const high = Math.imul((x / WORD) | 0, 31) + ((⟦y / WORD → y * WORD⟧) | 0);',
    ],
  ],
  'geometry/triangulation/constrain.ts': [
    [
      'Which of the triangulations with all walls it is: views are the same in each.',
      '⟦made[2 * i + 1] = v; → left out⟧',
    ],
    [
      'Which of the triangulations with all walls it is: views are the same in each.',
      'for (let i = 0; ⟦i < edges.length → false⟧; i += 2) places.set(this.keyOf(edges[i], edges[i + 1]), i / 2);',
    ],
  ],
  'geometry/visibility/envelope.ts': [
    [
      'Prepared walls meet in ends alone: no ray crosses one where another ends on its line.',
      'if (q0 <= 0 && ⟦q1 <= 0 → q1 < 0⟧) return true;',
    ],
  ],
  'geometry/visibility/expansion/all-of.ts': [
    [
      'A piece without width overlaps no edge, and adds no area.',
      'return pieces.filter((piece) => ⟦piece.ax * piece.by - piece.ay * piece.bx > 0 → piece.ax * piece.by - piece.ay * piece.bx >= 0⟧);',
    ],
    [
      'Pieces of less than 1 nm².',
      'return pieces.filter((piece) => piece.ax * piece.by - piece.ay * piece.bx > ⟦0 → 1⟧);',
    ],
  ],
  'geometry/arrangement/leaks.ts': [
    [
      'How much work is counted: the gaps that are found are the same.',
      'spendBudget(⟦80 → 79⟧ * near.length + 40 * attached.size);',
    ],
  ],
  'geometry/area/boundary.ts': [
    [
      'Room that is there already is asked for once more.',
      'if (steps <= this.from.length && ⟦this.points <= this.leaving.length → this.points < this.leaving.length⟧) return;',
    ],
  ],
  'geometry/area/cells.ts': [
    ['Room for one more than is needed.', 'this.base = roomFor(this.base, this.regions + ⟦1 → 2⟧);'],
    [
      "The quick way isn't taken: the ring is measured as any other is.",
      'return ⟦true → false⟧;',
      'if (⟦(region > 0 || weight > 1) && runsAlong(xy, count, box) → false⟧) {',
    ],
  ],
  'geometry/area/edges.ts': [
    [
      'No edge between points of the grid is so steep.',
      'slope[n] = Math.abs(rise) < Number.POSITIVE_INFINITY ? rise : ⟦0 → 1⟧;',
    ],
    [
      'Shell’s sort sorts with any gaps that end in 1: only how fast differs.',
      'const GAPS = [132_000, 57_000, 21_000, 8_861, ⟦3_938 → 1969⟧, 1_750, 701, 301, 132, 57, 23, 10, 4, 1];',
    ],
  ],
  'geometry/area/measure.ts': [
    [
      'A cull: of any number of rings a higher bound is right too, and the area is worked out.',
      'if (ends[0] > 2 * FEW || (rings > ⟦1 → 0⟧ && region[1] === 0 && weight[1] === 1)) return least;',
    ],
    ['Where both are equal either is the least.', 'else if (⟦side < right → side <= right⟧) right = side;'],
  ],
  'geometry/area/scratch.ts': [
    [
      'Clipping at a side that nothing passes takes nothing.',
      'if (⟦own.maxY > maxY → true⟧) this.clipAxis(1, maxY, 1);',
    ],
    [
      'Only a quick way: edges that are read one by one wind as often round the box.',
      'if (⟦boxes[4 * k + 2] <= minX → false⟧) side = 1;',
    ],
    [
      'A cull: what lies left of the box is clipped off if it is read.',
      'if (⟦boxes[4 * k + 2] <= minX → false⟧) side = 1;',
    ],
    [
      'A cull: of a ring beside the box clipping leaves nothing, or what has no area.',
      'if (⟦!(own.minX < maxX && own.maxX > minX && own.minY < maxY && own.maxY > minY) → false⟧) this.count = 0;',
    ],
    ['Of two that are equally low either is the lowest.', 'if (⟦y < minY → y <= minY⟧) minY = y;'],
  ],
  'geometry/area/sweep.ts': [
    [
      'A cull: two cones that aren’t joined let in the same walls as the one that holds both.',
      'if (⟦joins && fx * by - fy * bx > 0 && fx * bx + fy * by > 0 → false⟧) {',
    ],
    [
      'A margin of 1e-9 rad for what rounding may take: no test can place a wall in it.',
      'scale * Math.sin(⟦a - 1e-9 → a + 1e-9⟧),',
    ],
    [
      'A cull: a wider cone of open directions skips fewer walls, and the view is the same.',
      'joins = ⟦joins → true⟧ && !ends;',
    ],
  ],
  'geometry/arrangement/planarize.ts': [
    [
      'What was sorted is sorted again, and its squares are the same.',
      'if (⟦rounded === segments → false⟧) return { segments, cells };',
    ],
  ],
  'geometry/arrangement/prepare.ts': [
    [
      'A number more than there are segments, of which nothing is asked.',
      'const grid = new GridSegments(points, { start: upTo(count + ⟦1 → 2⟧), items: index }, count);',
    ],
    [
      'Numbers that are new in a list are 0: a list of sources that ends at 0 is as empty as one that ends where it starts.',
      'start[none + ⟦1 → 2⟧] = start[none];',
    ],
  ],
  'geometry/arrangement/segment-cells.ts': [
    [
      'Any entry does: all that are near are looked at.',
      'return ⟦((cx | 0) + Math.imul(cy, this.row)) & this.mask → 0⟧;',
    ],
    ['Both ways visit the same pairs.', 'if (⟦to - from > CROWD → to - from >= CROWD⟧) {'],
    ['Twice as many squares share an entry: whoever asks tests what he gets anyway.', 'this.mask = entries - ⟦1 → 2⟧;'],
    [
      'How many steps each neighbour found counts as: the sum grows with their number as before.',
      'spendBudget(20 + ⟦4 → 5⟧ * met.length);',
    ],
  ],
  'geometry/arrangement/weld.ts': [
    [
      'Both walls are led through every vertex so near to their crossing, whichever of them the crossing is joined to.',
      'if (d2 < least || (d2 === least && best !== -1 && ⟦isBefore(rank(n), rank(best)) → true⟧)) [best, least] = [n, d2];',
    ],
  ],
  'geometry/shapes/crossing.ts': [
    ['For the compiler: what is near is named by numbers of edges.', 'if (other === undefined) ⟦continue; → left out⟧'],
  ],
  'geometry/shapes/width.ts': [
    ['A width may be missed by a share: a smaller one is as right.', 'const PRECISION = ⟦0.02 → 0.01⟧;'],
    [
      'A quick way: what follows is true only of a piece that a wider disc fits in, which has more area than that disc.',
      'if (⟦4 * area <= Math.PI * width ** 2 → false⟧) return false;',
    ],
  ],
  'geometry/triangulation/locate.ts': [
    [
      'A walk that stays where it began is followed by a look at every triangle.',
      '⟦t = triangleOf(twin(mesh, e)); → left out⟧',
    ],
  ],
  'geometry/triangulation/triangulation.ts': [
    [
      'Where a walk begins: it ends at the same point.',
      'const y = -(coords[a + 1] + coords[b + ⟦1 → 2⟧] + coords[c + 1]) / 3;',
    ],
    ['A table that grows where it is too short.', 'const points = new PointNumbers(units.length / ⟦4 → 5⟧);'],
    [
      'Where a walk begins, and how near to others a triangle is kept: the walk ends at the same point.',
      'const c = 2 * triangles[3 * t + ⟦2 → 3⟧];',
      '⟦bits = (bits | (bits << 2)) & 0x33333333; → left out⟧',
    ],
  ],
  'geometry/visibility/directions.ts': [
    [
      'The order is settled: a key that is less than the one before it was moved there, and is as near.',
      'const near = ⟦Math.abs((key[i] ?? 0) - (key[before] ?? 0)) → (key[i] ?? 0) - (key[before] ?? 0)⟧ <= SURE;',
    ],
    [
      'Without an end of the window nothing asks for the point at it.',
      'const stopX = ex + FAR * Math.cos(⟦stop ?? 0 → stop⟧);',
    ],
    [
      'Only a rounding puts it on that side of the start: passed first or last, it turns the view by no more than that.',
      'return turn(ex, ey, sx, sy, x, y) >= 0 ? (angle <= SURE ? angle : 0) : ⟦angle <= SURE → false⟧ ? full : angle;',
    ],
  ],
  'geometry/visibility/expansion/expansion.ts': [
    [
      'A cross product of less than 1 nm².',
      'const part = right <= 0 ? 0 : left <= ⟦0 → 1⟧ ? 1 : right / (right + left);',
    ],
    [
      'A corner at the eye takes nothing from a ring that goes all round it.',
      'if (desk.end > 0 && window !== undefined && ⟦window.to - window.from < 2 * Math.PI → window.to - window.from <= 2 * Math.PI⟧) ring.push(eye);',
    ],
    [
      'A span takes ten numbers: the end of the spans is 0 or at least 10.',
      'if (desk.end > ⟦0 → 1⟧ && window !== undefined && window.to - window.from < 2 * Math.PI) ring.push(eye);',
    ],
  ],
  'geometry/visibility/expansion/place.ts': [
    [
      'All that is compared is measured along one line: where it is counted from makes no difference.',
      'return ((px - x) * dx + (⟦py - y → py + y⟧) * dy) / Math.hypot(dx, dy);',
    ],
  ],
  'geometry/visibility/expansion/start.ts': [
    [
      'An eye in the box has sides all round it, so every ray leaves through one.',
      'if (first < 0 || ⟦last < 0 → false⟧) return;',
    ],
  ],
  'geometry/visibility/mounting.ts': [
    [
      'Prepared walls run from left to right: where the left end lies beyond, the right one does.',
      'if ((a[0] < x - reach && b[0] < x - reach) || (a[0] > x + reach && b[0] > ⟦x + reach → x - reach⟧)) return false;',
    ],
    [
      'A wall that ends at just the tolerance: as near as rounding says.',
      'if ((a[0] < x - reach && ⟦b[0] < x - reach → b[0] <= x - reach⟧) || (a[0] > x + reach && b[0] > x + reach)) return false;',
    ],
    [
      'What differs by no more than a micrometre is as near.',
      '.filter((v) => distance(v, eye) <= ⟦tolerance * Math.SQRT2 + SAME → tolerance * Math.SQRT2 - SAME⟧ && isOn(v))',
    ],
  ],
  'import/bodies/openings/gaps.ts': [
    [
      'For the compiler: lines of no length were left out as the drawing was cleaned.',
      'if (⟦frame === undefined → false⟧) return true;',
    ],
  ],
  'import/bodies/openings/untaken.ts': [
    [
      'A line of which just that share lies in a wall: as near as rounding says.',
      'const within = ⟦best.share > WITHIN → best.share >= WITHIN⟧ ? wall(best.trace, own) : undefined;',
    ],
  ],
  'import/bodies/rooms.ts': [
    [
      'A limit that no drawing measured comes to: rounds end as nothing changes.',
      'for (let round = 0; round < ROUNDS && kept.length > 0; ⟦round += 1 → round -= 1⟧) {',
    ],
  ],
  'import/bodies/walls/filled.ts': [
    [
      'It goes along one edge there and back: what it fills is the same.',
      'const around = [...hole.slice(to + 1), ...hole.slice(0, to + ⟦1 → 2⟧)];',
    ],
  ],
  'import/bodies/walls/treads.ts': [
    [
      'A tread longer by just the tolerance: as near as rounding says.',
      'const isBeside = Math.abs(Math.min(sa, sb)) <= EVEN && ⟦Math.abs(Math.max(sa, sb) - frame.length) <= EVEN → Math.abs(Math.max(sa, sb) - frame.length) < EVEN⟧;',
    ],
  ],
  'import/classify/elements.ts': [
    [
      'For the compiler: a rule that makes openings says of which kind, or the mapping is refused.',
      'if (⟦kind === undefined → false⟧) return undefined;',
    ],
  ],
  'import/mapping/load.ts': [
    [
      'How much work is counted for a pair of rules: what can be told of them is the same.',
      'spendBudget(⟦2 → 1⟧ * index);',
    ],
  ],
  'import/read/dxf/parse/drawing.ts': [
    [
      'A layer or block without a name is none of any drawing.',
      "return (textOf(record, code) ?? ⟦'' → 'mutant'⟧).trim().toUpperCase();",
    ],
  ],
  'import/read/dxf/shape/features.ts': [
    ['An outline has lines or areas, and a door has lines.', 'return box === undefined ? ⟦0 → 1⟧ : longerSideOf(box);'],
  ],
  'import/read/dxf/parse/walk.ts': [
    ['How much work is counted for a piece: what is read is the same.', 'const WORK = ⟦20 → 21⟧;'],
  ],
  'import/read/imdf/imdf.ts': [
    [
      'Nothing stands on a level without an id.',
      "archive.of('level').flatMap(({ id, properties }) => (properties.outdoor === true ? (⟦id ?? '' → id⟧) : [])),",
    ],
  ],
  'import/survey/roles.ts': [
    [
      'Of the list only its type is asked for.',
      "...(⟦['wall', 'building', 'door', 'window', 'zone', 'outline'] → ['wall', 'building', 'door', 'window', 'zone']⟧ as const),",
    ],
  ],
  'import/read/zip.ts': [
    [
      'For the compiler: a name has a last part.',
      "return name.startsWith('__MACOSX/') || ⟦name.split('/').at(-1)?.startsWith('._') → name.split('/').at(-1).startsWith('._')⟧ === true;",
    ],
  ],
  'law/named.ts': [
    ['Every clause has numbers.', 'return ⟦numbers !== undefined → true⟧ && numbers === numbersOf(id);'],
  ],
  'law/names/room-name.ts': [
    ['No head has more than eight characters.', 'const LONGEST_HEAD = ⟦10 → 9⟧;'],
    [
      'No kind is called so, and words are listed for none such.',
      "if (ends(strong) || ends(strongOf.get(kind ?? ⟦'' → 'mutant'⟧) ?? NONE)) return 'plain';",
    ],
  ],
  'lint/baseline/compare.ts': [
    [
      'Figures are rounded to a tenth of that: a difference of just so much is as rounding says.',
      "return ⟦by('seen') > SPECK.seen → by('seen') >= SPECK.seen⟧ || by('depth') > SPECK.depth || by('covered') < -SPECK.covered;",
    ],
  ],
  'lint/doubts/judge.ts': [
    [
      'No device is called so, or what it meets is looked at: of a verdict on no device all doubts are.',
      "const device = devices.get(/^[^>]+(?=>)/.exec(verdicts[0]?.subject ?? '')?.[0] ?? ⟦'' → 'mutant'⟧);",
    ],
  ],
  'lint/doubts/meeting.ts': [
    [
      'A detector has a lens; what only hears meets more doubts, of which none bears on it.',
      "const senses = video === 'none' && (⟦kind === 'intrusion-detector' → kind !== 'intrusion-detector'⟧ || lenses.length > 0);",
    ],
    [
      'For the compiler: a ring that is seen has corners, and so a box.',
      'if (⟦box !== undefined → true⟧) meet(grow(box, AROUND), (segment) => comesNear(ring, segment));',
    ],
  ],
  'lint/doubts/shared-sight.ts': [
    [
      'By either sight a level that didn’t change is seen alike.',
      '⟦changed.has(id) && id !== one → true⟧ && elevation >= Math.min(p, q) && elevation <= Math.max(p, q),',
    ],
  ],
  'lint/fixes/places.ts': [
    [
      'For the compiler: a place of a report is in a file that was read.',
      'if (file === undefined) ⟦throw new Error(`\u0024{path} was not read`); → left out⟧',
    ],
  ],
  'lint/fixes/prove.ts': [
    [
      'Another sight of the same site sees the same.',
      'const stays = ⟦isHere || known === undefined → (isHere) && (known === undefined)⟧;',
    ],
  ],
  'lint/fixes/turn.ts': [
    [
      'For the compiler: a camera that is turned has a heading.',
      'if (poses === undefined || ⟦heading === undefined → false⟧ || tilt === undefined || hfov === undefined) return () => false;',
    ],
    [
      'A heading that can’t be written is written by no turn.',
      'if (trial === undefined || editsFor(trial, { heading: ⟦0 → 1⟧ }) === undefined) return;',
    ],
  ],
  'lint/notes/texts.ts': [
    [
      'Rows of assumptions are printed in words: nothing prints the ids of these.',
      "export const gaps = catalogue(⟦'gaps' → ''⟧, {",
    ],
  ],
  'lint/run.ts': [
    [
      'For the compiler: a verdict is of a rule that was run, which has a level.',
      "return ⟦rule === undefined || level === undefined → (rule === undefined) && (level === undefined)⟧ || level === 'off' ? [] : [sign(rule, level, one)];",
    ],
  ],
  'lint/summary.ts': [
    [
      'What is worked out late has no grazes, and is asked for none.',
      "grazes: verdicts.reduce((sum, one) => sum + (isLate(one, ⟦'evidence' → ''⟧) ? 0 : (one.evidence?.grazes ?? 0)), 0),",
    ],
  ],
  'lint/support/effort.ts': [
    [
      'Of stages that took as much one is named.',
      'if (⟦steps > whole → steps >= whole⟧) [top, whole] = [stage, steps];',
    ],
  ],
  'lint/trust/without-claims.ts': [
    [
      'Planned or there already, a device captures the same.',
      "status: ⟦device.status === 'removed' → true⟧ ? 'planned' : device.status,",
    ],
  ],
  'lint/unite.ts': [
    [
      'How many facts are kept that no run states any more; what was forgotten is worked out anew.',
      'if (this.size > MOST_STALE + ⟦2 * this.most → 2 / this.most⟧) {',
    ],
    [
      'How many facts are kept that no run states any more; what was forgotten is worked out anew.',
      'const MOST_STALE = ⟦1000 → 500⟧;',
    ],
  ],
  'plan/build/leave-out.ts': [
    [
      'For the compiler: where a zone is drawn its level has zones.',
      'const raw = at && ⟦document.levels[at.level]?.zones?.[at.index] → document.levels[at.level]?.zones[at.index]⟧;',
    ],
    [
      'Of what has no pointer nothing is taken out: it is none.',
      'const gone = new Set(taken.flatMap(({ removal }) => ⟦pointerOf(removal) ?? [] → pointerOf(removal)⟧));',
    ],
  ],
  'plan/build/nesting.ts': [
    [
      'An area of just so much: as near as rounding says.',
      'return region.rings.length === 1 && region.shadows.length === 0 && ⟦ringArea(hull) - area <= NO_AREA → ringArea(hull) - area < NO_AREA⟧;',
    ],
  ],
  'plan/check/dimensions.ts': [
    [
      "For the compiler: of a figure that isn't given no bound is told.",
      'const thick = (value: number | undefined) => ((⟦value ?? 0 → value⟧) < 0 ? bounds.notNegative : upTo(THICKEST));',
    ],
  ],
  'plan/check/geometry.ts': [
    [
      'Nothing is drawn so thin: both bounds lie within a fortieth of a micrometre.',
      'return ⟦widthOf(convexHull(points)) <= width → true⟧;',
    ],
  ],
  'plan/doubts/outline.ts': [
    [
      'Two outlines that differ by so little are one place, whichever of them is taken.',
      'if (⟦apart <= NOTHING → false⟧) return { id, levels, where, passing: { without: edges(region) } };',
    ],
  ],
  'plan/doubts/wall-ends.ts': [
    ['How much work is counted: the ends that are found are the same.', 'spendBudget(⟦20 → 21⟧ * near.length);'],
  ],
  'plan/file-guess.ts': [
    ['A cull: without the word there is no key of it.', "if (⟦!text.includes('geometry') → false⟧) return [];"],
  ],
  'plan/like.ts': [
    [
      'For the compiler: what is no map has no size.',
      'if (⟦!(a instanceof Map && b instanceof Map) → false⟧ || a.size !== b.size) return false;',
    ],
  ],
  'plan/nearby.ts': [
    [
      'A box that just touches is as near as rounding says; it lies SLACK beyond what is cut.',
      'return ⟦Math.abs(dx * y - dy * x) > half + reach * (Math.abs(dx) + Math.abs(dy)) → Math.abs(dx * y - dy * x) >= half + reach * (Math.abs(dx) + Math.abs(dy))⟧;',
    ],
  ],
  'plan/read/assemble.ts': [
    [
      'How much work is counted: what is read is the same.',
      'spendBudget(⟦LOOK * collection.elements.length → LOOK / collection.elements.length⟧);',
    ],
    [
      'A plan without a version is refused for that, and nothing else is said of a version that it lacks.',
      "if (⟦version !== undefined → true⟧) provenance.register('/sitecam', { path, pointer: '/sitecam/version' });",
    ],
  ],
  'plan/read/geojson-feature.ts': [
    [
      'What is no object has no member of that name.',
      "const written = ⟦isRecord(geometry) → true⟧ ? memberOf(geometry, 'coordinates') : undefined;",
    ],
  ],
  'plan/read/provenance.ts': [
    [
      'At the root of a plan there is no list.',
      'return ⟦cut === -1 → false⟧ ? undefined : this.lists.get(pointer.slice(0, cut))?.[Number(pointer.slice(cut + 1))];',
    ],
  ],
  'plan/walls/blind.ts': [
    [
      'What lies about the opening is the same, found by either way.',
      'const near = ⟦reach <= about.by → reach < about.by⟧ ? faces.pieces(about.numbers) : faces.near(openingSegment(cut.opening), reach);',
    ],
  ],
  'plan/walls/cut.ts': [
    [
      'Of the same thickness it is as thick.',
      "if (source === 'wall' && ⟦thickness > thickest → thickness >= thickest⟧ && runsAlongFace(face, frame, thickness)) thickest = thickness;",
    ],
  ],
  'plan/walls/face.ts': [
    ['Room for more corners than there are.', 'const corners = new PointNumbers(⟦4 → 5⟧ * rooms.length);'],
  ],
  'plan/walls/inside.ts': [
    [
      'Two faces at just that angle: as near as rounding says.',
      '({ id, towards }) => id !== one.id && ⟦towards[0] * one.towards[0] + towards[1] * one.towards[1] < -0.98 → towards[0] * one.towards[0] + towards[1] * one.towards[1] <= -0.98⟧,',
    ],
  ],
  'plan/write/add.ts': [
    [
      'For the compiler: the entries of a map have keys.',
      'return shapeAt(file, pointer)?.entries.flatMap(({ key }) => ⟦key?.name ?? [] → key?.name⟧) ?? [];',
    ],
  ],
  'plan/write/device-types.ts': [
    ["What isn't there adds no members.", '...(⟦isRecord(target.deviceTypes) → true⟧ ? target.deviceTypes : {}),'],
    [
      'A list with parts has the style of its parts.',
      'const style = count > 0 ? (⟦styleAt(file, [list]) ?? fresh → styleAt(file, [list])⟧) : fresh;',
    ],
  ],
  'plan/write/remove.ts': [
    [
      'For the compiler: the entries of a map have keys.',
      "for (const [n, { key }] of stated.entries()) if (ids.includes(key?.name ?? ⟦'' → 'mutant'⟧)) addTo(lists, overrides, n);",
    ],
  ],
  'plan/write/write.ts': [
    [
      'Of no ids no edits are made, and what was drawn has a file with a value.',
      'if (⟦file === undefined || value === undefined || ids.length === 0 → (file === undefined || value === undefined) && (ids.length === 0)⟧) return { ok: true, edits: [] };',
    ],
    [
      'Where a type is lacking one is named.',
      "const typed = held(file, lacking.edits, lacking.meant, t.unwritable({ id: ⟦named[0] ?? '' → ''⟧ }));",
    ],
  ],
  'rules/capture/device-in-private-zone.ts': [
    [
      'For the compiler: the halls that are asked have kinds that expect something.',
      'const kinds = (⟦hall.spec?.expects → hall.spec.expects⟧ ?? []).flatMap((id) => zoneKind(pack, id) ?? []);',
    ],
  ],
  'rules/capture/unknown-capability.ts': [
    [
      'A first choice: what is asked of a device is told by each of its capabilities.',
      "device.video === 'unknown' || (⟦prohibitsSound(context.pack) && device.audio === 'unknown' → (prohibitsSound(context.pack)) || (device.audio === 'unknown')⟧);",
    ],
  ],
  'rules/capture/wording/scope.ts': [
    ['The law’s own words, named or not, are surer than a reading.', "const { basis: before = ⟦'law' → ''⟧ } = one;"],
  ],
  'rules/plan/device-name-mismatch.ts': [
    ['An advice that isn’t there is none, named or not.', '...(⟦advice → true⟧ && { advice }),'],
  ],
  'rules/plan/implausible-figure.ts': [
    [
      'No kind of zone is called so, nor undefined.',
      "const asked = MUST_HOLD_PEOPLE.has(⟦spec?.id ?? '' → spec?.id⟧) || roles.some((role) => MUST_HOLD_PEOPLE.has(role));",
    ],
  ],
  'rules/plan/zone-kind-mismatch.ts': [
    [
      'A category that names places has a clause, or the pack is refused.',
      "if (state === 'out' || state === 'contrary' || ⟦category.clause === undefined → false⟧) continue;",
    ],
  ],
  'rules/rooms/wording/findings.ts': [
    [
      'For the compiler: what has no height is lower than nothing.',
      'const low = walls.filter(({ height }) => ⟦height !== undefined → true⟧ && height < eye);',
    ],
  ],
  'rules/signs/approach.ts': [
    [
      'For the compiler: the rule is of packs that ask for signs.',
      'const clause = ⟦pack.signs?.clause → pack.signs.clause⟧;',
    ],
  ],
  'sight/levels/paths.ts': [
    [
      'Of no rings nothing is seen, whatever else hides it.',
      'if (⟦rings.length === 0 || around === undefined → false⟧) return [];',
    ],
  ],
  'sight/radial/certain.ts': [
    ['Both are farther off the axis than the corner of any frame.', 'const FARTHEST = ⟦1000 → 500⟧;'],
  ],
  'sight/radial/kernel.ts': [
    [
      'Two spans stay two: the ring has a corner more on a straight side.',
      'if (x !== spans[other + 5] || y !== spans[other + ⟦6 → 5⟧]) return false;',
    ],
    ['Of the sign it only matters that it is above nothing.', 'let line = fars.extremeAt(t, ⟦1 → 2⟧);'],
  ],
  'sight/view/recent-views.ts': [
    ['How much is kept at hand; the rest is made of numbers again.', 'const AT_HAND = ⟦50_000 → 100000⟧;'],
    ['How much is remembered; what was forgotten is worked out anew.', 'const PACKED = ⟦5_000_000 → 10000000⟧;'],
  ],
};

export const EQUIVALENT_IN_ROOMS: readonly Equivalent[] = Object.entries(IN_ROOMS).flatMap(([path, reasons]) =>
  reasons.flatMap(([why, ...all]) => all.map((shown): Equivalent => ({ path, shown, why }))),
);
