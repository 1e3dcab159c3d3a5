import { describe, expect, it } from 'vitest';
import { excuses, LAWS } from './law.js';
import { liesIn } from './plane.js';
import { planOf } from './read.js';
import { drawStoreys } from './storeys.js';

/** Plans that are looked through. */
const PLANS = Array.from({ length: 100 }, (_, i) => planOf(drawStoreys(i + 1)));

/** How many of the plans have a level of which that is true. */
function count(is: (level: (typeof PLANS)[number]['levels'][number]) => boolean): number {
  return PLANS.filter(({ levels }) => levels.some(is)).length;
}

describe('plans of several storeys', () => {
  it('are the same for the same seed, and others for others', () => {
    expect(drawStoreys(7)).toEqual(drawStoreys(7));
    expect(drawStoreys(7)).not.toEqual(drawStoreys(8));
  });

  it('have places on one level in rooms that span several', () => {
    const isPart = count(({ zones }) =>
      zones.some((inner) =>
        zones.some((outer) => inner !== outer && outer.levels.length > inner.levels.length && liesIn(inner, outer)),
      ),
    );
    expect(isPart).toBeGreaterThan(50);
  });

  it('have zones with several roles, and two levels or three', () => {
    expect(count(({ zones }) => zones.some(({ roles }) => roles.length > 1))).toBeGreaterThan(50);
    expect(new Set(PLANS.map(({ levels }) => levels.length))).toEqual(new Set([2, 3]));
  });
});

describe('a nested place', () => {
  const by = (law: keyof typeof LAWS, inner: string, outer: string) => {
    const { places } = LAWS[law];
    return excuses([places[inner]], places[outer]);
  };

  it('excuses what is around it only if it is judged as gravely, by the law that is asked', () => {
    expect(by('nm-2017', 'restroom', 'guest-room')).toBe(true);
    expect(by('nm-2017', 'restroom', 'dwelling')).toBe(true);
    // A dwelling fails through glass, what lies in it is for a person.
    expect(by('nm-2017', 'washroom', 'dwelling')).toBe(false);
    expect(by('nm-2017', 'washroom', 'ward')).toBe(true);
    // Through a closed door a room is for a person, and a box isn't.
    expect(by('nm-2017', 'restroom', 'ballot-box')).toBe(false);
    expect(by('nm-2017', 'private-area', 'guest-room')).toBe(true);
    expect(by('cn-799-2025', 'private-area', 'guest-room')).toBe(false);
  });

  it('may excuse it or not where that hangs on more than its kind', () => {
    // A view of either is for a person; the text names the one, and not the other.
    expect(by('hen-2016', 'washroom', 'guest-room')).toBeUndefined();
    // Whether it is a public one, and whether another law orders clear doors.
    expect(by('cn-799-2025', 'restroom', 'guest-room')).toBeUndefined();
    expect(by('nm-2017', 'entertainment-private-room', 'guest-room')).toBeUndefined();
  });
});
