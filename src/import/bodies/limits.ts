// Thresholds of forming walls as bodies. All are chosen by sitecam; each has its reason.

/** m: shorter segments have no direction. */
export const SHORTEST = 0.001;
/**
 * m: lines shorter than this that form a chain are one curve, which a program cut into crumbs. Points spaced by this
 * length follow the rounded corner of the smallest pillar to within 1 mm.
 */
export const CRUMB = 0.02;
/** Sine of 0.2°: segments that turn less are drawn along one line. */
export const STRAIGHT = Math.sin((0.2 * Math.PI) / 180);
/** m: segments that lie no further apart across count as parts of one line. */
export const SAME_LINE = 0.002;
/** m: ends of lines this close are joined, since drafters snap by eye. */
export const WELD = 0.005;

/** Sine of 3°: the two faces of a wall are parallel to within this. */
export const PARALLEL = Math.sin((3 * Math.PI) / 180);
/** m: faces nearer than this are one line drawn twice; a pane of glass and render of 20 mm are drawn with two lines. */
export const THINNEST = 0.0195;
/** m: faces further apart belong to two walls. */
export const THICKEST = 0.65;
/**
 * m: greatest thickness of partitions and ordinary walls, with an allowance for rounding. Faces further apart are a
 * wall only where the drawing uses that thickness (`USED`).
 */
export const COMMON = 0.305;
/**
 * A stretch of wall in layers is longer than this multiple of its thickness. A shorter one is a pillar at a wall's
 * face.
 */
export const PILLAR_TO_THICKNESS = 1.5;
/** m: layers of insulation and render are no thicker: 120 mm, but for rounding. */
export const LAYER = 0.125;
/** A wall thickness counts as used by a drawing from this share of the length of all its paired lines. */
export const USED = 0.06;
/** A drawing shows each wall as a single line if less than this share of its lines (by length) runs in pairs. */
export const DOUBLE = 0.3;
/** m: wall thicknesses are counted in classes of this width. */
export const CLASS = 0.02;
/** m: shorter stretches of two faces side by side make no wall. */
export const LEAST_OVERLAP = 0.05;
/** A wall is at least half as long as it is thick; a shorter stretch is a jamb or a pillar. */
export const LENGTH_TO_THICKNESS = 0.5;
/** Largest closed outline in m² on a layer of walls that is a pillar or a piece of wall rather than a room. */
export const LARGEST_PILLAR = 2;
/**
 * m: a filled area larger than a pillar that is wider than this somewhere is a floor or a room, since junctions of
 * thick walls are narrower. A line drawn wider than this is no wall either.
 */
export const WIDEST_FILL = 1;
/** m: wider lines are walls, not strokes of a pen: 0.6 mm on paper at 1:100. */
export const PEN = 0.06;
/** Sharpest corner of a wide line that is drawn to a point: the cosine of half its turn. Sharper ones are cut off. */
export const MITRE = 0.3;
/** m: sides of a pillar drawn with four lines. Shorter ones are jambs, longer ones close a cupboard or a shaft. */
export const PILLAR = [0.2, 1.5] as const;

/** Sine of 8°: a line that draws a door or window is parallel to its wall to within this. */
export const ALONG = Math.sin((8 * Math.PI) / 180);
/** m: a leaf or a window may be drawn this far outside its wall's faces. */
export const BESIDE = 0.16;
/** Share of a gap that drawn doors and windows must cover to fill it. */
export const FILLED = 0.6;
/** m: narrowest gap that is a door or window if one is drawn there. */
export const NARROWEST_DRAWN = 0.35;
/** m: widest gap that a drawn door or window fills. */
export const WIDEST_DRAWN = 12;
/** m: narrower gaps without a door are slips of drawing or corners: closed. */
export const MEND = 0.3;
/** m: narrowest gap that counts as a passage for people. */
export const NARROWEST_GAP = 0.5;
/** m: widest gap between two ends of wall that may hold a door which isn't drawn. */
export const WIDEST_DOOR = 1.3;
/** m: widest gap between an end of wall and the side of another. */
export const WIDEST_SIDE = 1.6;
/** m: widest passage. */
export const WIDEST_GAP = 4;
/**
 * m: of two parallel gaps no farther apart than this, one is the reveal (the recess in the thick wall) of the opening
 * in the other.
 */
export const REVEAL = 0.7;
/** m: least and greatest length of a door leaf, the radius of its swing. */
export const LEAVES = [0.3, 2.2] as const;
/**
 * Least and greatest chord of a door swing as multiples of its radius: from a leaf set ajar by 8° to one turned by
 * 135°.
 */
export const SWEEP = [0.139, 1.85] as const;
/**
 * Share of its radius by which a swing drawn as a spline or in chords may leave its arc. Programs that turn arcs into
 * splines or chords keep their points on the arc to rounding, 1 mm in old files; leaves are 0.3 m wide and more.
 */
export const FITTED = 0.01;
/** Least number of chords that are an arc: three may be a bay, or a corner cut off. */
export const LEAST_CHORDS = 4;
/** Greatest turn in radians between chords of an arc: 30°. Programs take 6° to 15°; corners of rooms and furniture turn more. */
export const CHORD_TURN = Math.PI / 6 + 1e-6;
/** Chords of one arc differ in length by no more than this factor: a line that goes on from an arc isn't part of it. */
export const CHORD_LENGTHS = 1.5;
/** m: a leaf drawn with both its sides is no thicker. */
export const LEAF_THICKNESS = 0.06;
/**
 * A leaf drawn ajar without an arc: its least and greatest width (m); the greatest distance of its hinge from a wall
 * (m); the sines of the least and greatest angle between leaf and wall (2° and 25°).
 */
export const AJAR = {
  width: [0.6, 1.2],
  hinge: 0.1,
  sine: [Math.sin((2 * Math.PI) / 180), Math.sin((25 * Math.PI) / 180)],
} as const;
/** m: shortest line that shows a door or window by itself: a shorter one is a reveal. */
export const SHORTEST_LINE = 0.35;
/** m: shortest and longest edge at the end of a wall, across it, that may be the jamb of an opening. */
export const JAMBS = [0.06, THICKEST] as const;
/**
 * m: widest gap between two jambs that face each other, even if no strip of wall ends there (bay windows, recessed
 * doors); also the longest window drawn with lines among walls.
 */
export const WIDEST_JAMBS = 8;
/** A drawn leaf or line belongs to the gap in which at least this share of its length lies, and to no other gap. */
export const SERVED = 0.8;
/** m: how far off a wall is looked for from a door or window that stands in no wall. */
export const FAR = 10;
/** m: overlap from which two drawn openings in one wall are one. */
export const SAME_OPENING = 0.1;
/**
 * m: two leaves drawn in a wall that runs through are one double door if their ends are no further apart. Two separate
 * doors have a jamb between them.
 */
export const MEETING_LEAVES = 0.03;
/** m: a gap is the one that an opening stands in if their middles are nearer to each other than this. */
export const SAME_GAP = 0.45;
/** Two jambs bound a gap only if at least this share of the shorter one faces the other. */
export const FACING = 0.6;
/** A door or window is drawn in a wall that runs through if more than this share of its line lies in walls. */
export const WITHIN = 0.85;
/**
 * A window drawn with lines among walls: least number of lines, greatest distance between neighbouring ones (m), and
 * how far apart their ends may lie lengthwise (m).
 */
export const PANES = { least: 3, apart: 0.25, off: 0.02 } as const;
/** m: neighbouring parts of one row of doors and windows (side light, leaf, side light) lie no further apart. */
export const ROW = 0.3;
/** m: a row of doors and windows ends no further from the walls on both its sides. */
export const ROW_TO_WALL = 0.4;
/** m: a shorter gap is no opening. */
export const SHORTEST_OPENING = 0.4;

/** m: a space counts as a room only if it is wider than this somewhere. */
export const ROOM_WIDTH = 0.6;
/** m²: a smaller space is no room. */
export const ROOM_AREA = 0.8;
/**
 * m²: a space smaller than this, without an opening, a name or a device in it, is no room: it may be a fireplace or a
 * chimney.
 */
export const CLOSED_AREA = 2;
/**
 * A gap in which no door is drawn parts two rooms only if the space on each side has at least this width (m) somewhere
 * and this area (m²).
 */
export const GAP_SIDE = [0.8, 1.2] as const;
/**
 * Most rounds in which gaps that part nothing are dropped and rooms formed again; two or three were needed in the plans
 * measured.
 */
export const ROUNDS = 4;

/** m: widest gap through which a room leaks; a wider one is meant to be open. */
export const LEAK = 3;
/** m: distance between points along walls when leaks are looked for: nobody passes between two of them. */
export const SAMPLE = 0.3;
/**
 * m: leaks between rooms are looked for within the box around all names of rooms in the drawing, and this far beyond it.
 * No room reaches further past the outermost name.
 */
export const AROUND = 200;
/**
 * A gap between two rooms is a leak only if it is narrower than this share of the space on both its sides, so that a
 * corridor is no leak into itself.
 */
export const NARROWS = 0.75;

/**
 * A room's stated area may differ from the drawn one by this share of it plus this many m², since it is measured to
 * other lines: finishes, niches, pillars.
 */
export const AREA_OFF = { share: 0.12, least: 1 } as const;

/**
 * Treads of a flight of stairs: at least so many, and so deep, from one drawn line to the next (m). Landings are
 * deeper.
 */
export const TREADS = { least: 4, apart: [0.215, 0.4] } as const;
/**
 * Treads less than `apart` (m) apart must be at least `least` in number, since the faces of two walls that stand as far
 * apart as they are thick look like four treads. Walls are mostly thinner than `apart`, treads mostly deeper.
 */
export const WALL_LIKE = { apart: 0.25, least: 6 } as const;
/** m: shortest and longest tread of stairs, which is the width of a flight. */
export const TREAD_WIDTH = [0.6, 4] as const;
/**
 * m: tolerance for lines drawn to one measure: spacing, length and ends of the treads of a flight, and how far the
 * diagonals over a lift or shaft may miss the corners of its frame.
 */
export const EVEN = 0.02;
/** m: lengths of the diagonals over a lift, a shaft or an opening in the floor. */
export const CROSS = [0.8, 15] as const;
/**
 * The folded line over an opening in the floor: shortest arm (m); cosine of the sharpest fold (30°); how near to a
 * corner it ends (m); sine of 1°, by which arms are aslant to walls at least; sine of 0.5°, within which the other face
 * of a wall runs.
 */
export const VOID = { arm: 0.6, fold: 0.87, corner: 0.1, aslant: Math.sin(Math.PI / 180), parallel: Math.sin(Math.PI / 360) } as const; // biome-ignore format: one line
