// Changes of a drawing that are written into the text of its plan.
import type { DeviceKind } from '../model.js';

/** Figures of a device as people give them: metres, and degrees clockwise from true north (heading) or down (tilt). */
export interface DeviceFigures {
  /** Position in the coordinates of the model: plan metres, x and y. */
  readonly at?: readonly [x: number, y: number];
  readonly heading?: number;
  readonly height?: number;
  readonly tilt?: number;
  readonly hfov?: number;
  /** Id of one of the plan's device types. */
  readonly type?: string;
}

/** A change that a person makes to the drawing. */
export type Change =
  /** Moves, turns or alters a device. */
  | ({ readonly change: 'set'; readonly device: string } & DeviceFigures)
  /** Draws a new device. */
  | ({
      readonly change: 'add';
      readonly device: string;
      readonly level: string;
      readonly kind: DeviceKind;
    } & DeviceFigures)
  /** Draws a device like another one: all that the plan says of it but its id and `at`. */
  | {
      readonly change: 'copy';
      readonly device: string;
      readonly of: string;
      readonly at: readonly [x: number, y: number];
    }
  | { readonly change: 'remove'; readonly device: string }
  /** Slides an opening in its wall, by metres from the first end of its line towards the second. */
  | { readonly change: 'slide'; readonly opening: string; readonly by: number };
