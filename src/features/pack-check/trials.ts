// Small plans that a row of a pack is tried on: a room beside a hall, with or without a camera.
import type { Category } from '../../law/types.js';

/**
 * Position of the camera in a plan on which a row of a law pack is tried: in the room, with a view into it, behind its
 * closed door, or no camera.
 */
export type Camera = 'inside' | 'view' | 'closed' | 'none';

/** The room of a plan on which a row of a law pack is tried. */
export interface TrialRoom {
  readonly id: string;
  readonly kind: string;
  /** Keys that the zone states beside its kind: `important: true`. */
  readonly keys?: Readonly<Record<string, unknown>>;
  /** True for a small thing, near which the camera then stands. */
  readonly anchor?: boolean;
}

/** Returns a plan of a site of the categories with the room, a hall beside it, and the camera. As JSON, which is YAML. */
export function trialPlan(categories: readonly string[], room: TrialRoom, camera: Camera): string {
  const size = room.anchor === true ? { rect: [1, 1, 0.5, 0.5] } : { rect: [0, 0, 4, 4] };
  const opening =
    camera === 'closed'
      ? [
          {
            id: 'D1',
            kind: 'door',
            line: [
              [1, 4],
              [3, 4],
            ],
          },
        ]
      : [
          {
            id: 'P1',
            kind: 'passage',
            line: [
              [1, 4],
              [3, 4],
            ],
          },
        ];
  const at = camera === 'inside' ? [0.5, 0.5] : [2, 7.5];
  const heading = camera === 'inside' ? 45 : 180;
  return JSON.stringify({
    sitecam: 1,
    site: {
      name: '试例',
      categories,
      songAndDance: true,
      keepsImportantItems: true,
      designation: { document: '试例', by: '试例旗人民政府', date: '2024-03-01' },
    },
    coordinates: 'metres',
    levels: [
      {
        id: 'F1',
        ceiling: 3,
        zones: [
          { id: room.id, kind: room.kind, name: '试例', ...size, ...room.keys },
          { id: 'trial-hall', kind: 'office', name: '办公室', rect: [0, 4, 4, 4] },
        ],
        openings: room.anchor === true ? [] : opening,
        devices:
          camera === 'none'
            ? []
            : [
                {
                  id: 'C1',
                  kind: 'camera',
                  form: 'fixed',
                  at,
                  height: 2.4,
                  heading,
                  tilt: 25,
                  hfov: 90,
                  resolution: [3840, 2160],
                  video: 'visible',
                  audio: 'none',
                },
              ],
      },
    ],
  });
}

/**
 * Returns a room that a token of a selector selects. The token is the id of a zone kind, or `important`, `public`,
 * `designated` (a room with that flag) or `passage` (a corridor).
 */
export function roomOf(token: string): TrialRoom {
  const id = 'trial-room';
  if (token === 'important' || token === 'public' || token === 'designated')
    return { id, kind: 'office', keys: { [token]: true } };
  if (token === 'passage') return { id, kind: 'corridor' };
  return { id, kind: token };
}

/**
 * Returns the ids of the categories of site that a row of a law pack is tried on, at most 12: those that the row names
 * (`named`), then all that have a clause and no condition, then the first three of `all`.
 */
export function categoriesToTry(named: readonly string[], all: readonly Category[]): string[] {
  const others = all
    .filter(({ clause, condition }) => clause !== undefined && condition === undefined)
    .map(({ id }) => id);
  return [...new Set([...named, ...others, ...all.slice(0, 3).map(({ id }) => id)])].slice(0, 12);
}
