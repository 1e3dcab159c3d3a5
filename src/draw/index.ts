// The public entry `sitecam-lint/draw`: levels of a report as SVG, and as data for drawings of one's own.
import type { Report } from '../lint/types.js';
import { drawingOf } from './model.js';
import type { SvgOptions } from './options.js';
import { svgOf } from './svg.js';

export type { DrawnFinding } from './marks/findings.js';
export {
  type DrawnDevice,
  type DrawnOpening,
  type DrawnRemainder,
  type DrawnSign,
  type DrawnView,
  type DrawnWall,
  type DrawnZone,
  drawingOf as levelDrawing,
  type LevelDrawing,
  type TitleBlock,
  type VisitingDevice,
  type ZoneStatus,
} from './model.js';
export { type DrawingLayer, LAYERS, type SvgOptions } from './options.js';

/**
 * Returns the level with the id `level` of a report as an SVG document to read and print: what `sitecam draw` writes.
 *
 * @throws if the plan has no such level
 */
export function drawLevel(report: Report, level: string, options: SvgOptions): string {
  return svgOf(drawingOf(report, level), options);
}
