// Changes of a drawing that are written into the text of its plan.
import type { Point } from '../../geometry/types.js';
import type { WritableValue } from '../../source/edit/splice.js';
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

/** A change to a device or opening that a person makes on the drawing. */
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
  /** Draws devices whose figures were worked out, to half a degree, with the types that the plan lacks. */
  | {
      readonly change: 'draw';
      readonly devices: readonly NewDevice[];
      readonly types: readonly (readonly [id: string, keys: Readonly<Record<string, WritableValue>>])[];
      /** Comment on a line before the first of each level. */
      readonly comment?: string;
    }
  /** Slides an opening in its wall, by metres from the first end of its line towards the second. */
  | { readonly change: 'slide'; readonly opening: string; readonly by: number };

/** A device to be written into a plan, with its keys. */
export interface NewDevice {
  readonly id: string;
  /** Id of its level. */
  readonly level: string;
  /** Plan metres. */
  readonly at: Point;
  /**
   * Its other keys as the plan spells them: `type`, `height` (m), `heading` (degrees clockwise from true north) and the
   * like. Their order counts only where the plan has no device to go by.
   */
  readonly keys: Readonly<Record<string, WritableValue>>;
}

/** Keys of device types, as the plan spells them, by the id of the type. */
export type NewTypes = ReadonlyMap<string, Readonly<Record<string, WritableValue>>>;

/** Options of writing devices into a plan: a comment before new ones, and device types to add. */
export interface WriteOptions {
  /** Comment on a line before the first new device of each level; left out where the text has no place for it. */
  readonly comment?: string;
  /** Types that are added to the plan if a device names them and the plan lacks them. */
  readonly types?: NewTypes;
}

/** New figures for a device that the plan already has. */
export interface DeviceChange extends DeviceFigures {
  readonly id: string;
}

/** Devices to add to a plan, to change in it and to remove from it. */
export interface Redesign {
  readonly add?: readonly NewDevice[];
  readonly change?: readonly DeviceChange[];
  /** Ids of those that go. Their ids aren't free for those that come. */
  readonly remove?: readonly string[];
}
