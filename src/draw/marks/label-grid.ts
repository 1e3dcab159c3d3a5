// Rectangles on the sheet, and the grid that finds the free ones.
/** A rectangle on the sheet, px, by its top left corner. */
export interface SheetRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** True if two rectangles share more than an edge. */
export function overlap(a: SheetRect, b: SheetRect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Side of a cell, px: about the size of most labels. */
const CELL = 48;

/**
 * Occupied rectangles of the sheet, filed by grid cell, so that a new label is compared only with those in its cells.
 */
export class LabelGrid {
  private readonly cells = new Map<string, SheetRect[]>();

  /** True if no occupied rectangle overlaps `rect`. */
  isFree(rect: SheetRect): boolean {
    return this.about(rect).every((key) => (this.cells.get(key) ?? []).every((taken) => !overlap(taken, rect)));
  }

  take(rect: SheetRect): void {
    for (const key of this.about(rect)) {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [rect]);
      else cell.push(rect);
    }
  }

  private about({ x, y, width, height }: SheetRect): string[] {
    const keys: string[] = [];
    for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i += 1) {
      for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j += 1) keys.push(`${i} ${j}`);
    }
    return keys;
  }
}

/** Returns the rectangle of this size (px) centred on a point. */
export function rectAbout(x: number, y: number, width: number, height: number): SheetRect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
