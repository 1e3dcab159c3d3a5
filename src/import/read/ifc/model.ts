// What a plan needs of a building model (IFC), as plain data. The program that reads the file is the host's.

import type { SourceProblem } from '../../../source/problem.js';
import type { Properties } from '../../types.js';

/**
 * Types of IFC that a plan has a use for, with their subtypes. Parts of these (panels of a curtain wall, flights of a
 * stair) come with the whole.
 */
export const READ_TYPES = [
  'IfcSpace',
  'IfcWall',
  'IfcColumn',
  'IfcCurtainWall',
  'IfcOpeningElement',
  'IfcDoor',
  'IfcWindow',
  'IfcStair',
  'IfcRamp',
  'IfcTransportElement',
  'IfcSensor',
  'IfcAlarm',
  'IfcCommunicationsAppliance',
  'IfcAudioVisualAppliance',
  'IfcDistributionControlElement',
] as const;
/** A type of IFC that a plan has a use for. */
export type ReadType = (typeof READ_TYPES)[number];

/** A storey of a building model. */
export interface IfcStorey {
  /** Number of its line in the file. */
  readonly line: number;
  readonly guid: string;
  readonly name: string | undefined;
  /** m, in the coordinates of the meshes. */
  readonly elevation: number;
}

/** A thing of a building model: its attributes, its place in the building, its shape. */
export interface IfcElement {
  readonly type: ReadType;
  /** Number of its line in the file. */
  readonly line: number;
  /** GlobalId. */
  readonly guid: string;
  /** Attributes by name (`LongName`), properties by set and name (`Pset_DoorCommon.IsExternal`). */
  readonly properties: Properties;
  /** Line of the storey that contains it; undefined if none does. */
  readonly storey: number | undefined;
  /**
   * Line of the element that it voids (of an IfcOpeningElement), of the void that it fills (of a door or window), or of
   * the curtain wall that it is a part of.
   */
  readonly host?: number | undefined;
  /** Type of that element. */
  readonly hostType?: string | undefined;
  /** Place of its own origin: m, z upwards; undefined if the model gives none. */
  readonly at: readonly [x: number, y: number, z: number] | undefined;
  /** Triangles, nine numbers each (x, y, z of three corners): m, x and y as the model has them, z upwards. */
  readonly mesh: Float64Array;
}

/** A building model as read. */
export interface IfcModel {
  readonly name: string | undefined;
  /** Height of the building's own zero, from which its storeys' elevations count: m, in the coordinates of the meshes. */
  readonly zero: number;
  readonly storeys: readonly IfcStorey[];
  readonly things: readonly IfcElement[];
  /** Number of other elements of the building by type; none is part of a plan. */
  readonly others: ReadonlyMap<string, number>;
  /** Number of lines that couldn't be read, by type. */
  readonly broken: ReadonlyMap<string, number>;
}

/** A building model that was read, or the problems for which the file isn't one. */
export type IfcRead =
  | { readonly ok: true; readonly model: IfcModel }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };
