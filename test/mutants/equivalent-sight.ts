import type { Equivalent } from './equivalent.js';

/** Of sight; judged by hand, one by one: [what makes no difference, why]. */
const IN_SIGHT: Readonly<Record<string, readonly (readonly [why: string, ...shown: readonly string[]])[]>> = {
  'sight/scene/barriers.ts': [
    ['How much work is counted: the heights are the same.', 'spendBudget(⟦60 * others.length → 60 / others.length⟧);'],
    ['An opening has a box.', 'const stretches = stretchesOf(cut, near.meeting(⟦box → true⟧ && grow(box, THICKEST)));'],
    [
      'One stretch is the whole line, but for a rounding.',
      'if (⟦over.length === 0 → false⟧) return [{ ...lineOf(cut.opening), with: [] }];',
    ],
    [
      'The middle of a stretch is at no end.',
      'const here = over.filter((part) => ⟦part.from < middle → part.from <= middle⟧ && middle < part.to).map(({ other }) => other);',
      'const here = over.filter((part) => part.from < middle && ⟦middle < part.to → middle <= part.to⟧).map(({ other }) => other);',
    ],
  ],
  'sight/scene/occluders.ts': [
    [
      'Of what hides everything the view is bounded already: its shadow takes nothing more.',
      'const whole = span?.[0] === 1 && span[⟦1 → 2⟧] === Number.POSITIVE_INFINITY;',
    ],
    [
      'A ring without corners holds nothing.',
      'return thrown.map((span) => shadowOf(segment, span, at, reach)).filter((shadow) => ⟦shadow.length > 0 → shadow.length >= 0⟧);',
    ],
  ],
  'sight/cone/cone.ts': [
    [
      'A margin for rounding: a part more is as right.',
      'const n = Math.max(1, Math.ceil((high - low) / Math.max(widest, Math.PI / 90) - ⟦1e-9 → 1e-12⟧));',
    ],
    [
      'Past the last side there is none, and by it nothing is cut.',
      'for (let i = 0; ⟦i < n → i <= n⟧ && polygon.length > 0; i += 2) {',
    ],
    [
      'Parts narrower by an eighth of a degree: the bound is no less one.',
      'const WIDEST_SWEEP = (24 * Math.PI) / ⟦180 → 181⟧;',
    ],
  ],
  'sight/cone/convex.ts': [
    ['Few are in order already.', 'if (⟦xs.length > FEW → true⟧) order.sort(before);'],
    ['A turn by nothing leaves each number what it is.', 'if (⟦angle === 0 → false⟧) return points;'],
    ['Two corners hold nothing, whether they are told or not.', 'return kept.length < ⟦6 → 5⟧ ? [] : kept;'],
    [
      'A point that is there twice makes no turn, which takes it off the chain.',
      'return order.filter((i, k) => k === 0 || before(i, order[k - ⟦1 → 2⟧]) !== 0);',
    ],
  ],
  'sight/optics/density.ts': [
    [
      'Beside the lens the quotient is endless, of which the corner is the lesser.',
      'const secant = ⟦depth <= 0 → depth < 0⟧ ? corner : Math.min(corner, Math.hypot(x, y, drop) / depth);',
    ],
  ],
  'sight/optics/disc.ts': [
    [
      'The middle of an arc below half a turn lies in the polygon; by a rounding only of arcs too short to have corners.',
      'if (⟦angle > Math.PI → true⟧ && !holdsPoint(polygon, radius * Math.cos(middle), radius * Math.sin(middle))) return;',
    ],
    [
      'At the very bound both say an eighth of a turn.',
      'return ⟦radius <= s → radius < s⟧ ? Math.PI / 4 : Math.min(Math.PI / 4, 2 * Math.acos(1 - s / radius));',
    ],
    [
      'Of an edge within nothing is cut.',
      'if (⟦begins && ends → false⟧) continue;',
      'if (begins && ends) ⟦continue; → left out⟧',
    ],
    [
      'An edge that only touches the circle leaves nothing outside.',
      'if (!begins && !ends && !(⟦0 < enter → 0 <= enter⟧ && enter < leave && leave < 1)) continue;',
      'if (!begins && !ends && !(0 < enter && enter < leave && ⟦leave < 1 → leave <= 1⟧)) continue;',
    ],
    ['Corners are two numbers each.', 'if (kept.length > ⟦0 → 1⟧) return kept;', 'return n >= ⟦6 → 5⟧;'],
    [
      'A corner on the circle is where its edge crosses it.',
      'return ⟦x * x + y * y <= radius * radius → x * x + y * y < radius * radius⟧;',
    ],
    [
      'At just half a turn the middle lies in the polygon.',
      'if (⟦angle > Math.PI → angle >= Math.PI⟧ && !holdsPoint(polygon, radius * Math.cos(middle), radius * Math.sin(middle))) return;',
    ],
    ['Past the last corner nothing is less than nothing.', 'for (let i = 0; ⟦i < n → i <= n⟧; i += 2) {'],
  ],
  'sight/optics/footprint.ts': [
    [
      'A ring that just touches the disc is cut by its tangent, which takes nothing.',
      'if (ring.every(([x, y]) => ⟦Math.hypot(x, y) <= radius → Math.hypot(x, y) < radius⟧)) return ring;',
    ],
  ],
  'sight/cone/bounding-frame.ts': [
    [
      'Whether a hair less than a full turn counts as one.',
      'const round = wedge === undefined || ⟦wedge.to - wedge.from + 2 * SLACK >= 2 * Math.PI → wedge.to - wedge.from + 2 * SLACK > 2 * Math.PI⟧;',
      'const round = wedge === undefined || wedge.to - wedge.from + ⟦2 → 3⟧ * SLACK >= 2 * Math.PI;',
      'const round = wedge === undefined || wedge.to - wedge.from + ⟦2 → 1⟧ * SLACK >= 2 * Math.PI;',
    ],
    [
      'A window of no width shows nothing.',
      'if (⟦from <= window.to → from < window.to⟧) {',
      'return ⟦wrapped <= window.from → wrapped < window.from⟧',
    ],
    ['Both ends are the same.', 'if (⟦to <= window.to → to < window.to⟧) return { window: { from, to }, range };'],
    [
      'A second part of no width shows nothing.',
      'return ⟦to >= window.from + turn → to > window.from + turn⟧ ? { window, range } : { window: { from, to: window.to }, range };',
    ],
  ],
  'sight/cone/frames.ts': [
    [
      'At its own width the circle loses nothing.',
      'if (⟦field >= circle → false⟧) return;',
      'if (⟦field >= circle → field > circle⟧) return;',
    ],
  ],
  'sight/optics/image-mask.ts': [
    ['A part of a mask so far off the axis is in no picture.', 'const BEFORE = ⟦1e-3 → 0.002⟧;'],
    [
      'Either is further than anything on the level.',
      'const far = ⟦2 → 3⟧ * Math.hypot(view.reach, view.height, target);',
    ],
    ['Masks are asked only whether it is must-see.', "return masksOf(device, lens, ⟦'may' → ''⟧).flatMap((mask) => {"],
  ],
  'sight/levels/continue.ts': [
    [
      'Of what lies further than is looked nothing is asked.',
      'const reach = Math.max(⟦1 → 0⟧, Math.min(onward.times[1], onward.range / distanceToSegment([0, 0], far)));',
    ],
  ],
  'sight/levels/device.ts': [
    ['Both are before the edge by more than what counts as at the eye.', 'const JUST = ⟦0.01 → 0.005⟧;'],
  ],
  'sight/levels/stack.ts': [
    [
      'A plane that is there twice is passed twice: nothing is between it and itself, and the second time takes nothing more.',
      'const planes = ⟦heights .filter((height) => sign * (height - eyeHeight) > 0) … b)) .filter((height, i, all) => !isSame(height, all[i - 1])) → heights .filter((height) => sign * (height - eyeHeight) > 0) .sort((a, b) => sign * (a - b))⟧;',
    ],
    [
      'For the compiler: a point has a box.',
      'const square = ringOfBox(grow(⟦boxOf([eye]) ?? NOWHERE → boxOf([eye])⟧, range));',
    ],
    [
      'The scenes of all levels are in the tower: one is found.',
      'const others = uprightBetween(tower, world, low, high).filter((one) => one.obstacles !== ⟦own?.obstacles(world) → own.obstacles(world)⟧);',
    ],
    ['Of no pieces there are no cells.', 'if (⟦pieces.length === 0 → false⟧) return [];'],
    [
      'Only when the climb ends: past nothing the next piece is nothing too.',
      'while (rungs.length <= wanted && rungs.at(-⟦1 → 2⟧)?.length !== 0) rungs.push(climb());',
    ],
    ['For the compiler: a point has a box.', 'const NOWHERE: Box = { minX: 0, minY: 0, maxX: ⟦0 → 1⟧, maxY: 0 };'],
  ],
  'sight/levels/paths.ts': [
    [
      'A scene is of one storey.',
      'const here = [scene, storey.scene].map((one) => ⟦tower.storeys.find((each) => each.scene === one)?.obstacles(world) → tower.storeys.findLast((each) => each.scene === one)?.obstacles(world)⟧);',
    ],
    [
      'A level is one storey.',
      'const own = ⟦storeys.find((storey) => storey.scene === scene) → storeys.findLast((storey) => storey.scene === scene)⟧;',
    ],
    [
      'The scenes of all levels are in the tower: one is found.',
      'const here = [scene, other].map((one) => ⟦tower.storeys.find((each) => each.scene === one)?.obstacles(world) → tower.storeys.find((each) => each.scene === one).obstacles(world)⟧);',
    ],
  ],
  'sight/optics/optics.ts': [
    [
      'What is remembered is worked out anew, and is the same.',
      '⟦drawn.set(device, known); → left out⟧',
      'const known = ⟦drawn.get(device) ?? { ...device, tolerance: { heading: 0, tilt: 0, position: 0 } } → { ...device, tolerance: { heading: 0, tilt: 0, position: 0 } }⟧;',
    ],
    [
      'A fisheye without a tilt was dealt with before.',
      'if (heading === undefined || ⟦tilt === undefined → false⟧) return DOWN;',
    ],
    [
      'A PTZ of which nothing is said has no zoom, which was dealt with before.',
      "const free = ⟦ptz === undefined → false⟧ || ptz.limits === 'software';",
      'const home = ⟦ptz?.home → ptz.home⟧;',
    ],
    [
      'Where the pixels are said the shape is known.',
      'if (heading === undefined || tilt === undefined || zoom === undefined || ⟦aspect === undefined → false⟧) return undefined;',
    ],
    [
      'A full turn is all round, and so is more.',
      'const turned = from === to ? 0 : (((to - from) % 360) + 360) % 360 || ⟦360 → 361⟧;',
    ],
    [
      'Locked is said of a varifocal lens alone.',
      "const locked = ⟦lens.form === 'varifocal' → true⟧ && lens.varifocal?.locked === true && lens.hfov !== undefined;",
    ],
    ['A locked lens has a range.', 'if (zooms(lens) && ⟦!locked → true⟧ && range === undefined) return undefined;'],
    [
      'At the very bound either bounds.',
      "if (rad(zoom.field) >= FLAT || ⟦steepest(frame) >= TALLEST → steepest(frame) > TALLEST⟧) return { kind: 'all-round', perRadian: undefined };",
      'if (⟦halfAngle >= TALLEST - rad(1) → halfAngle > TALLEST - rad(1)⟧) return allRound;',
    ],
    [
      'A circle of no width holds nothing.',
      'return ⟦halfAngle <= 0 → halfAngle < 0⟧ ? undefined : { ...pose, frame: circleInside(halfAngle), halfAngle };',
    ],
  ],
  'sight/scene/box-index.ts': [
    [
      'A cull: more parts of a beam hold less beside it.',
      'const n = Math.min(MOST_PARTS, Math.ceil(length / (⟦SLENDER * Math.max(NARROW, maxX - minX, maxY - minY) → SLENDER / Math.max(NARROW, maxX - minX, maxY - minY)⟧)) || 1);',
    ],
    [
      'Only where it is looked up hangs on it, not what is found.',
      'if (⟦box === undefined || !liesIn(box, round) → true⟧) return meeting(box);',
      'return ⟦a.minX >= b.minX → a.minX > b.minX⟧ && a.minY >= b.minY && a.maxX <= b.maxX && a.maxY <= b.maxY;',
      'return a.minX >= b.minX && ⟦a.minY >= b.minY → a.minY > b.minY⟧ && a.maxX <= b.maxX && a.maxY <= b.maxY;',
      'return a.minX >= b.minX && a.minY >= b.minY && ⟦a.maxX <= b.maxX → a.maxX < b.maxX⟧ && a.maxY <= b.maxY;',
      'return a.minX >= b.minX && a.minY >= b.minY && a.maxX <= b.maxX && ⟦a.maxY <= b.maxY → a.maxY < b.maxY⟧;',
      'return ⟦a.minX >= b.minX && a.minY >= b.minY && a.maxX <= b.maxX && a.maxY <= b.maxY → false⟧;',
    ],
  ],
  'sight/cone/pockets.ts': [
    [
      'A convex polygon has no stretch off its hull.',
      'if (⟦hull.length === polygon.length → false⟧) return { hull, pockets: [] };',
    ],
    [
      'Two corners make no triangle.',
      'if (⟦stretch.length > 2 → true⟧) found.push(stretch.toReversed());',
      'if (⟦stretch.length > 2 → stretch.length >= 2⟧) found.push(stretch.toReversed());',
      'if (stretch.length > ⟦2 → 1⟧) found.push(stretch.toReversed());',
    ],
    [
      'A simple polygon has an ear.',
      'if (⟦i < 0 → false⟧) return [...ears, convexHull(rest)];',
      'if (i < 0) return ⟦[...ears, convexHull(rest)] → []⟧;',
      'if (i < 0) return ⟦[...ears, convexHull(rest)] → [convexHull(rest)]⟧;',
      'if (i < 0) return ⟦[...ears, convexHull(rest)] → [...ears]⟧;',
    ],
  ],
  'sight/sight.ts': [
    [
      'Rules ask for the pieces of 2 m² and more.',
      'return { area, pieces: ⟦area < LEAST_AREA → false⟧ ? [] : coveredPieces(undrawn, seen) };',
    ],
    [
      'A cache: what isn’t carried over is worked out again.',
      '⟦carry(device, from.detections, to.detections); → left out⟧',
    ],
    [
      'What is remembered is worked out anew, and is the same.',
      'known.acting.every(({ device, view }, i) => ⟦device === acting[i]?.device && view === acting[i]?.view → false⟧)',
      'const own = ⟦known.get(device) ?? new Map<string, T>() → new Map<string, T>()⟧;',
    ],
  ],
  'sight/sound/disc.ts': [
    [
      'From the eye itself more sides are tried than can cut the edge; none of the others does.',
      'const from = ⟦p2 === 0 → false⟧ ? kq : kp;',
    ],
    [
      'Only a quick way: without it a point in the disc is cut by a rounding at most.',
      'const [p2, q2, r2] = ⟦[px * px + py * py, qx * qx + qy * qy, radius * radius] → [px * px + py * py, qx * qx + qy * qy]⟧;',
    ],
    [
      'A corner more lies on the side by which the ring comes back: nothing is between.',
      'for (let k = from; ⟦k < from + corners → k <= from + corners⟧; k += 1) {',
    ],
    [
      'A star-shaped ring runs counter-clockwise: its edges turn the other way by a rounding at most.',
      'if (⟦turn < -count / 2 → true⟧) turn += count;',
    ],
  ],
  'sight/view/views.ts': [
    ['A ring of two corners holds nothing.', 'const kept = rings.filter((ring) => ⟦ring.length >= 3 → true⟧);'],
    [
      'Only which eight directions are tried: each side of a wall is half a turn.',
      "const side = scene.mountingOn('mounts', heightsOf(device), device.at, (i * Math.PI) / 4 + ⟦0.1 → 0.05⟧);",
    ],
  ],
  'sight/view/witness.ts': [
    [
      'A cull: no way beside the box is passed within it.',
      'this.ways = ⟦about === undefined → true⟧ ? input.scene.ways() : waysIn(input.scene.ways(), grow(about, WITHIN[0]));',
    ],
    [
      'What differs by no more than a micrometre takes the place of its like.',
      'return ⟦(differences.find((difference) => Math.abs(difference) > SAME) ?? 0) > 0 → (differences.find((difference) => Math.abs(difference) > SAME) ?? 0) >= 0⟧;',
    ],
  ],
  'sight/scene/joint.ts': [
    [
      'A cull: where neither is the steeper nothing lies behind both.',
      'const steeper = (v: Point) => ⟦dot(over.rise, v) > dot(under.rise, v) → true⟧;',
    ],
  ],
  'sight/levels/cells.ts': [['No slice is just so narrow.', 'if (⟦to - from < SAME → to - from <= SAME⟧) continue;']],
  'sight/scene/selection.ts': [
    ['What hides at no height is then a panel that hides nothing.', 'if (⟦extents.length === 0 → false⟧) continue;'],
  ],
  'sight/walk/notice.ts': [
    ['What is left of a ring has three corners or none.', 'if (ring.length < ⟦3 → 2⟧) return undefined;'],
  ],
  'sight/optics/poses.ts': [
    [
      'What is the same at two heights is worked out at each of them then.',
      'if (⟦one.shadows.length + other.shadows.length > 0 → one.shadows.length + other.shadows.length >= 0⟧) return false;',
    ],
    [
      'A heading lies within its window: it is never half a turn from the middle.',
      'const turned = middle + 360 * Math.round((heading - middle) / ⟦360 → 359⟧);',
    ],
    [
      'A ring without area adds nothing to a view.',
      'const kept = rings.filter((ring) => ⟦ring.length >= 3 && ringArea(ring) > 0 → (ring.length >= 3) || (ringArea(ring) > 0)⟧);',
    ],
    [
      'The two were found to be the same.',
      'return fields[0] === fields[1] && fields[⟦0 → 1⟧] === lens.hfov ? {} : lockedAt(lens, hfov);',
    ],
  ],
  'sight/levels/levels.ts': [
    [
      'What is remembered is worked out anew, and is the same.',
      'const own = ⟦this.known.get(device) ?? new Map<string, Kept<T>>() → new Map<string, Kept<T>>()⟧;',
    ],
  ],
  'sight/radial/kernel.ts': [
    ['Written before it is read: there is no far side yet.', 'farY: ⟦0 → 1⟧,'],
    [
      'For the compiler: what lets nothing through is a wall, not a gate.',
      'if (⟦passes.length === 0 → false⟧) return;',
    ],
    ['An array that grows where it is too short.', 'let endX = new Float64Array(⟦64 → 63⟧);'],
  ],
  'sight/radial/certain.ts': [
    [
      'Of one height the sloping bound says what the upright one says.',
      'const grows = rise > 0 ? (radii[i] - radii[i - 1]) / rise : ⟦0 → 1⟧;',
    ],
    [
      'How much work is counted: the polygon is the same.',
      'spendBudget(⟦4 * n * leans.length → 4 * n / leans.length⟧ * turns.length);',
    ],
  ],
  'sight/cone/band.ts': [
    [
      'Azimuths at which nothing changes are looked at, too.',
      'for (let i = 0; ⟦swept → true⟧ && i < sides.length; i += 1) {',
    ],
    [
      'Between two tilts what is farthest off is so at one of them: below the horizon the lower limit is that of an end.',
      'low = Math.min(low, ⟦-slope → slope⟧);',
    ],
  ],
  'sight/radial/sharpest.ts': [['A margin above rounding.', 'const ROUNDING = ⟦1e-9 → 0.0000010000000000000002⟧;']],
  'sight/walk/walks.ts': [
    [
      'For the compiler: every ladder has its flight.',
      'const both = new Set([...(flightOf.get(one) ?? []), ...(⟦flightOf.get(other) ?? [] → flightOf.get(other)⟧)]);',
    ],
  ],
  'sight/levels/upright.ts': [
    [
      'A shadow has three corners or none.',
      'return spans.map((span) => shadowOf(wall, span, eye, 2 * range)).filter((shadow) => shadow.length > ⟦0 → 1⟧);',
    ],
  ],
  'sight/cone/sectors.ts': [
    [
      'A margin for rounding beside a slack that is larger.',
      'const by = out * (⟦within * Math.cos(half) * (1 + 1e-9) → within * Math.cos(half) / (1 + 1e-9)⟧ + slack);',
    ],
  ],
  'sight/radial/masks.ts': [
    [
      "A side that a direction's line crosses is met ahead or behind: at no finite distance it isn't.",
      'if (⟦line.x * cos + line.y * sin <= 0 → line.x * cos + line.y * sin < 0⟧) continue;',
    ],
  ],
  'sight/view/anchor-view.ts': [
    ['A piece that is seen has three edges or more.', 'if (parts.length === ⟦0 → 1⟧) return undefined;'],
  ],
  'sight/levels/slabs.ts': [
    ['Only the sign of the way counts.', 'scene.zones.filter((zone) => zone.enclosed || isVoid(⟦1 → 2⟧)(zone)),'],
  ],
  'sight/radial/packed.ts': [
    ['The place before the first holds zeros, a line that bounds nothing.', 'this.fars.n = ⟦0 → 1⟧;'],
    [
      'Shares end at 1: a last part of no width adds nothing.',
      'if (share > shares[shares.length - 1] + NARROW && share < ⟦1 → 2⟧ - NARROW) shares.push(share);',
    ],
    ['A margin above rounding: so narrow a part of a sector has no area.', 'const NARROW = ⟦1e-9 → 1e-12⟧;'],
  ],
  'sight/view/recent-views.ts': [
    [
      'Only when views are packed: one corner more is counted.',
      'const corners = view.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), ⟦0 → 1⟧);',
    ],
  ],
  'sight/sound/sound.ts': [
    [
      "A way that bends where it needn't is no shorter than the one that goes straight on.",
      'window: { from: free.from, to: ⟦Math.min(free.to, free.from + right + BEFORE) → Math.max(free.to, free.from + right + BEFORE)⟧ },',
    ],
  ],
  'sight/view/silhouette.ts': [
    [
      'An edge is noted one direction farther to both sides.',
      'const to = through ? DIRECTIONS - 1 : ⟦Math.floor(Math.max(at, at + by)) → Math.ceil(Math.max(at, at + by))⟧ + 1;',
    ],
    [
      'An edge is noted one direction farther to both sides: the one before that of a point in both is noted, and is asked for.',
      'const to = ⟦Math.floor(base + Math.max(0, ...others)) + 1 → Math.floor(base + Math.max(0, ...others)) - 1⟧;',
    ],
    [
      'A box is asked for three directions or more, of which this is one: the others are noted.',
      'const from = through ? ⟦0 → 1⟧ : Math.floor(Math.min(at, at + by)) - 1;',
    ],
    [
      'A box about the eye is no distance away: the first direction that is asked for reaches that far.',
      'if (x0 <= 0 && x1 >= ⟦0 → 1⟧ && y0 <= 0 && y1 >= 0) return true;',
    ],
  ],
  'sight/levels/exit.ts': [
    [
      'Either way it goes twice the range, out of the square about the eye that it is then cut to.',
      'const by = Math.max(⟦1 → 2⟧, (2 * range) / distanceToSegment(eye, { a, b }));',
    ],
  ],
  'sight/radial/may-view.ts': [
    [
      'What hides all heights is a gate then, like what hides some; the bounds of its heights cut all beyond it.',
      'const heights = height === undefined ? undefined : { eye: height, target: ⟦[0, top] → []⟧ as const };',
    ],
  ],
  'sight/walk/ground.ts': [
    [
      'The check is for the compiler: every face has a point inside.',
      'return { region, zone, noticed: ⟦point !== undefined → true⟧ && noticed.some((one) => containsPoint(one.region, point)) };',
    ],
  ],
  'sight/sound/room.ts': [
    [
      'Any hash does: those that meet are equal.',
      'let place = (Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | ⟦0 → 1⟧, 0x85ebca6b)) >>> 0;',
    ],
    [
      'Past the last direction there is none, and the distance to none is greater than nothing.',
      'for (let i = 1; ⟦i < spokes.length → i <= spokes.length⟧; i += 1) {',
    ],
    [
      'Only where the search of the table begins: it goes on, all round if need be, until it has found.',
      'place = (place ^ (place >>> 15)) & (size - ⟦1 → 2⟧);',
    ],
  ],
};

export const EQUIVALENT_IN_SIGHT: readonly Equivalent[] = Object.entries(IN_SIGHT).flatMap(([path, reasons]) =>
  reasons.flatMap(([why, ...all]) => all.map((shown): Equivalent => ({ path, shown, why }))),
);
