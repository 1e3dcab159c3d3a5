// The pane of the drawing: buttons, scale bar, position under the pointer, legend of the densities, ruler.
import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { niceLength } from '../../draw/page/blocks.js';
import { containsPoint, type Point } from '../../geometry/index.js';
import type { Props } from './app.js';
import { boxOf, indoorBox, keyOf, type Lit, PlanMap } from './map.js';
import type { Model } from './model.js';
import { North } from './north.js';
import { createRuler } from './ruler.js';

/** Width of the window below which a level opens at its finding and not as a whole, px. */
const NARROW = 700;
/** Size to which what a finding is about is seen with its surroundings, m. */
const ABOUT = 9;

/**
 * The drawing of the level with its buttons, scale bar and north arrow. `onMap` is called with the drawing when it is
 * made, and returns a function to call when the drawing is removed.
 */
export function MapPane({ model, onMap }: Props & { readonly onMap?: ((map: PlanMap) => () => void) | undefined }) {
  const { words } = model;
  const host = useRef<HTMLDivElement>(null);
  const map = useRef<PlanMap>(undefined);
  const hover = useSignal<Hover | undefined>(undefined);
  const bar = useSignal({ width: 0, length: '' });
  const { measuring } = model;
  useEffect(() => {
    if (host.current === null) return;
    const { locale } = model.source.data;
    const made = new PlanMap(
      host.current,
      {
        device: (id) => model.selectDevice(id),
        finding: (n) => model.selectFinding(n),
        nothing: () => {
          if (model.chosen.value) model.clear();
        },
        hover: (at) => {
          hover.value = at && hoverOf(model, made, at);
        },
        moved: (sight) => {
          model.sight.value = sight;
          bar.value = barOf(sight.perMetre);
        },
        resized: () => {
          if (model.sight.value !== undefined) return;
          lookAtPlace(model, made);
          bar.value = barOf(made.viewport.perMetre);
        },
        key: (event) => keyed(event),
        nameOf: ({ id, name, kind }) => words('device', { id, name: name ?? kind }),
      },
      locale,
    );
    map.current = made;
    const ruler = createRuler(made, words, () => {
      measuring.value = false;
    });
    const keyed = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === 'n') model.step(1);
      else if (key === 'p') model.step(-1);
      else if (key === 'r') measuring.value = !measuring.value;
      else if (key === '0') {
        model.sight.value = undefined;
        lookAtPlace(model, made);
      } else if (key === 'escape') {
        if (measuring.value) measuring.value = false;
        else model.clear();
      } else return;
      event.preventDefault();
    };
    const stops = [
      effect(() => made.show(model.drawing.value, model.layers.peek())),
      effect(() => made.setLayers(model.layers.value)),
      effect(() => made.light(litOf(model))),
      effect(() => {
        const sight = model.sight.value;
        const drawing = model.drawing.value;
        if (drawing === undefined) return;
        if (sight !== undefined) {
          const { x, y, perMetre } = made.viewport;
          if (sight.x !== x || sight.y !== y || sight.perMetre !== perMetre) made.look(sight);
        } else lookAtPlace(model, made);
        bar.value = barOf(made.viewport.perMetre);
      }),
      effect(() => ruler.use(measuring.value, model.drawing.value)),
      ...(onMap === undefined ? [] : [onMap(made)]),
    ];
    return () => {
      for (const stop of stops) stop();
      made.svg.remove();
    };
  }, [model, onMap]);
  const level = model.plan.value?.levels[model.level.value];
  useEffect(() => {
    const drawing = model.drawing.value;
    map.current?.svg.setAttribute(
      'aria-label',
      words('map-label', {
        level: level?.name ?? '',
        zones: drawing?.zones.length ?? 0,
        devices: drawing?.devices.length ?? 0,
        marks: level?.findings ?? 0,
      }),
    );
  });
  const tool = (id: string, sign: string, onClick: () => void, pressed?: boolean) => (
    <button type="button" aria-label={words(id)} title={words(id)} aria-pressed={pressed} onClick={onClick}>
      {sign}
    </button>
  );
  const at = hover.value;
  return (
    <section class="map" aria-label={words('map')}>
      <div class="stage" ref={host} />
      <div class="buttons">
        {tool('zoom-in', '＋', () => map.current?.zoom(1.5))}
        {tool('zoom-out', '－', () => map.current?.zoom(1 / 1.5))}
        {tool('zoom-fit', '⤢', () => {
          model.sight.value = undefined;
          if (map.current !== undefined) whole(model, map.current);
        })}
        {tool(
          'ruler',
          words('ruler-sign'),
          () => {
            measuring.value = !measuring.value;
          },
          measuring.value,
        )}
      </div>
      <div class="readout">
        <svg class="bar" width={bar.value.width + 2} height="8" aria-hidden="true">
          <path d={`M1 1V7H${bar.value.width + 1}V1`} fill="none" stroke="currentColor" />
        </svg>
        <span>{bar.value.length}</span>
        <North degrees={model.drawing.value?.north ?? 0} label={words('north')} />
        {at !== undefined && (
          <span class="at">
            x {at.x} y {at.y} {at.zone} {at.density}
          </span>
        )}
      </div>
      <Legend model={model} />
    </section>
  );
}

function Legend({ model }: Props) {
  const { words } = model;
  const card = model.card.value;
  const isMay = model.world.value === 'may';
  const bands = card?.bands.filter(([, must, may]) => (isMay ? may : must) > 0) ?? [];
  if (card === undefined || bands.length === 0) return null;
  return (
    <div class="legend">
      <span>{words('legend', { id: card.id, world: words(model.world.value) })}</span>
      {card.bands.map(([density], n) => (
        <span>
          <span class={`key band-${n + 1}`} />≥{density}
        </span>
      ))}
    </div>
  );
}

interface Hover {
  readonly x: string;
  readonly y: string;
  readonly zone: string;
  readonly density: string;
}

function hoverOf(model: Model, map: PlanMap, at: Point): Hover {
  const [east, north] = model.plan.value?.shift ?? [0, 0];
  const zone = map.zoneAt(at);
  const band = model.bands.value.findLastIndex((rings) => containsPoint({ rings, shadows: [] }, at));
  const density = model.card.value?.bands[band]?.[0];
  return {
    x: (at[0] + east).toFixed(2),
    y: (at[1] + north).toFixed(2),
    zone: zone === undefined ? '' : (zone.name ?? zone.id),
    density: density === undefined ? '' : model.words('at-least', { density }),
  };
}

function litOf(model: Model): Lit {
  const found = model.selected.value;
  return {
    group: found?.group,
    zones: found?.zones ?? [],
    finding: found?.n,
    device: model.device.value,
    bands: model.bands.value,
    fade: model.chosen.value && (found !== undefined || model.isDeviceDrawn.value),
  };
}

/** Puts what a level opens with in sight: the whole under a roof, and where there is little room what is selected. */
function lookAtPlace(model: Model, map: PlanMap): void {
  const drawing = model.drawing.value;
  if (drawing === undefined) return;
  const found = model.selected.value;
  const box = boxOf(drawing, found?.zones ?? [], model.device.value);
  const { width } = map.viewport;
  if (box === undefined || (width >= NARROW && fitsWhole(model, map))) {
    whole(model, map);
    return;
  }
  const [x, y] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  const [across, up] = [Math.max(ABOUT, box.maxX - box.minX + 3) / 2, Math.max(ABOUT, box.maxY - box.minY + 3) / 2];
  map.look({ minX: x - across, minY: y - up, maxX: x + across, maxY: y + up });
}

function whole(model: Model, map: PlanMap): void {
  const drawing = model.drawing.value;
  if (drawing !== undefined) map.look(indoorBox(drawing));
}

/** Least scale at which a level opens as a whole though something on it is selected, px per metre. */
const LEGIBLE = 9;

/** True if the whole level is legible at once, with what is selected on it. */
function fitsWhole(model: Model, map: PlanMap): boolean {
  const drawing = model.drawing.value;
  if (drawing === undefined) return true;
  const { minX, minY, maxX, maxY } = indoorBox(drawing);
  const box = boxOf(drawing, model.selected.value?.zones ?? [], model.device.value);
  const isInside = box === undefined || (box.minX >= minX && box.minY >= minY && box.maxX <= maxX && box.maxY <= maxY);
  const { width, height } = map.viewport;
  return isInside && Math.min(width / (maxX - minX), height / (maxY - minY)) >= LEGIBLE;
}

/** Returns a round length that is at most 120 px long, with its length on the screen. */
function barOf(perMetre: number): { readonly width: number; readonly length: string } {
  const metres = niceLength(120 / perMetre);
  return { width: Math.round(metres * perMetre), length: `${metres} m` };
}
