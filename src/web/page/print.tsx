// Printing to scale: each level on a sheet of its own with legend and title block, then the findings and the devices.
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import type { LevelDrawing } from '../../draw/model.js';
import { layoutOf } from '../../draw/page/layout.js';
import { legendBlock } from '../../draw/page/legend.js';
import { patterns } from '../../draw/page/patterns.js';
import { svgOf } from '../../draw/svg.js';
import { render as text } from '../../i18n/locale.js';
import type { Props } from './app.js';
import type { Model } from './model.js';
import { North } from './north.js';

/** Scales, as 1 to this. */
const SCALES = [50, 100, 200, 500, 1000, 2000] as const;
/** Sizes of paper, mm, shorter side first, and the edge that printers leave white. */
const PAPERS = { A4: [210, 297], A3: [297, 420] } as const;
const EDGE = 8;
/** Height of the strip below a drawing, CSS pixels. */
const STRIP = 64;
/** CSS pixels per metre of paper: 96 an inch. */
const PER_METRE = 96 / 0.0254;

type Paper = keyof typeof PAPERS;

/** A level as it is printed. */
interface Sheet {
  readonly drawing: LevelDrawing;
  /** Name of its page in the style sheet; undefined if it doesn't fit. */
  readonly page: string | undefined;
}

/** Choice of paper and scale, and the button that prints. */
export function PrintForm({ model }: Props) {
  const { words } = model;
  const paper = useSignal<Paper>('A3');
  const scale = useSignal<number>(model.drawing.value === undefined ? 100 : largestScale([model.drawing.value], 'A3'));
  const every = useSignal(false);
  const drawings = every.value || model.drawing.value === undefined ? model.drawings() : [model.drawing.value];
  const sheets = drawings.map((drawing) => sheetOf(drawing, paper.value, scale.value));
  const large = sheets.find(({ page }) => page === undefined);
  const next = SCALES.find((one) => one > scale.value);
  return (
    <>
      <label>
        {words('paper')}
        <select
          name="paper"
          value={paper.value}
          onChange={({ currentTarget }) => {
            paper.value = currentTarget.value === 'A4' ? 'A4' : 'A3';
          }}
        >
          <option>A4</option>
          <option>A3</option>
        </select>
      </label>
      <label>
        {words('scale')}
        <select
          name="scale"
          value={String(scale.value)}
          onChange={({ currentTarget }) => {
            scale.value = Number(currentTarget.value);
          }}
        >
          {SCALES.map((one) => (
            <option value={String(one)}>1:{one}</option>
          ))}
        </select>
      </label>
      {(model.plan.value?.levels.length ?? 0) > 1 && (
        <label>
          <input
            type="checkbox"
            name="every"
            checked={every.value}
            onChange={() => {
              every.value = !every.value;
            }}
          />
          {words('every-level')}
        </label>
      )}
      {large === undefined ? (
        <button type="button" class="print-now" onClick={() => print(model, sheets, scale.value)}>
          {words('print-now')}
        </button>
      ) : (
        <p class="too-large" role="alert">
          {words(next === undefined ? 'too-large-for-all' : 'too-large', {
            level: large.drawing.level.name ?? large.drawing.level.id,
            scale: scale.value,
            paper: paper.value,
            next: next ?? '',
          })}
        </p>
      )}
      {next !== undefined && large !== undefined && (
        <button
          type="button"
          onClick={() => {
            scale.value = next;
          }}
        >
          1:{next}
        </button>
      )}
      <small>{words('scale-at', { scale: scale.value })}</small>
    </>
  );
}

/** Returns the largest scale at which all levels fit on the paper, else the smallest there is. */
function largestScale(drawings: readonly LevelDrawing[], paper: Paper): number {
  const fits = (scale: number) => drawings.every((drawing) => sheetOf(drawing, paper, scale).page !== undefined);
  return SCALES.find(fits) ?? SCALES[SCALES.length - 1] ?? 100;
}

function sheetOf(drawing: LevelDrawing, paper: Paper, scale: number): Sheet {
  const { width, height } = layoutOf(drawing, false, PER_METRE / scale);
  const [short, long] = PAPERS[paper];
  const room = (side: number) => ((side - 2 * EDGE) / 1000) * PER_METRE;
  const [w, h] = [Math.ceil(width), Math.ceil(height) + STRIP];
  const way = w <= room(long) && h <= room(short) ? 'landscape' : w <= room(short) && h <= room(long) ? 'portrait' : '';
  return { drawing, page: way === '' ? undefined : `${paper}-${way}`.toLowerCase() };
}

/** Returns a level as it is drawn on its sheet. */
function sheetMarkup(model: Model, drawing: LevelDrawing, scale: number): string {
  return svgOf(drawing, {
    locale: model.source.data.locale,
    prefix: `print-${drawing.level.id.replace(/[^a-zA-Z0-9-]/g, '-')}-`,
    perMetre: PER_METRE / scale,
    panel: false,
    show: model.layers.value,
  });
}

/** Prints the sheets. */
function print(model: Model, sheets: readonly Sheet[], scale: number): void {
  put(model, sheets, scale);
  window.print();
}

/**
 * Puts sheets of all levels into the document, at the largest scale at which they fit A3, for printing by the
 * browser's own command. They are removed after printing.
 */
export function preparePrint(model: Model): void {
  if (document.getElementById('sheets') !== null || model.plan.value === undefined) return;
  const drawings = model.drawings();
  const scale = largestScale(drawings, 'A3');
  put(
    model,
    drawings.map((drawing) => sheetOf(drawing, 'A3', scale)),
    scale,
  );
}

function put(model: Model, sheets: readonly Sheet[], scale: number): void {
  document.getElementById('sheets')?.remove();
  const host = document.createElement('div');
  host.id = 'sheets';
  for (const { drawing, page = '' } of sheets) {
    const sheet = document.createElement('div');
    sheet.className = `sheet ${page}`;
    // Of our own making; names in it are escaped.
    sheet.innerHTML = sheetMarkup(model, drawing, scale);
    const strip = document.createElement('div');
    render(<Strip model={model} drawing={drawing} scale={scale} />, strip);
    sheet.append(strip);
    host.append(sheet);
  }
  const lists = document.createElement('div');
  lists.className = 'sheet lists';
  render(<Lists model={model} sheets={sheets} scale={scale} />, lists);
  host.append(lists);
  document.body.append(host);
  document.documentElement.classList.add('printing');
  const end = () => {
    document.documentElement.classList.remove('printing');
    host.remove();
  };
  addEventListener('afterprint', end, { once: true });
}

/** The strip below a drawing: what it is, by which law, on which day, and a bar to measure by. */
function Strip({ model, drawing, scale }: Props & { readonly drawing: LevelDrawing; readonly scale: number }) {
  const { words } = model;
  const { level, sheet, north } = drawing;
  const { locale } = model.source.data;
  const length = scale <= 100 ? 5 : scale <= 500 ? 20 : 100;
  const width = (length * PER_METRE) / scale;
  return (
    <div class="strip">
      <b>{model.plan.value?.name}</b>
      <b>{level.name ?? level.id}</b>
      <b>1:{scale}</b>
      <span>
        <svg width={width + 2} height="9" aria-hidden="true">
          <path d={`M1 1V8H${width + 1}V1`} fill="none" stroke="#000" />
        </svg>{' '}
        {length} m
      </span>
      <North degrees={north} label={words('north')} />
      <span>{text(sheet.law, locale)}</span>
      <span>{text(sheet.textVersion, locale)}</span>
      <span>{sheet.today}</span>
      <span>{model.plan.value?.headline}</span>
    </div>
  );
}

/** The legend of a level as an SVG. */
function Legend({ model, drawing }: Props & { readonly drawing: LevelDrawing }) {
  const options = { locale: model.source.data.locale, prefix: PREFIX, show: model.layers.value };
  const { markup, height } = legendBlock(drawing, options, LEGEND);
  const content = patterns(PREFIX, { x: 0, y: 0, width: 0, height: 0 }) + markup;
  // Of our own making, too.
  return <svg width={LEGEND} height={height} dangerouslySetInnerHTML={{ __html: content }} />;
}

const PREFIX = 'print-legend-';
/** Width of the legend, px. */
const LEGEND = 690;

function Lists({ model, sheets, scale }: Props & { readonly sheets: readonly Sheet[]; readonly scale: number }) {
  const { words } = model;
  const plan = model.plan.value;
  const n = model.open.value;
  if (plan === undefined || n === undefined) return null;
  const cards = new Map(model.source.cards(n).map((card) => [card.id, card]));
  return (
    <>
      {sheets[0] !== undefined && <Legend model={model} drawing={sheets[0].drawing} />}
      <h2>{words('findings-of', { plan: plan.name })}</h2>
      <p>{plan.headline}</p>
      {plan.cautions.map((text) => (
        <p class="caution">{text}</p>
      ))}
      <table>
        <thead>
          <tr>
            {['number', 'verdict', 'finding', 'place'].map((id) => (
              <th scope="col">{words(id)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.findings.map(({ n: number, verdict, head, text, spot, advice }) => (
            <tr>
              <th scope="row">{number}</th>
              <td>{verdict}</td>
              <td>
                <b>{head}</b> {text} {advice}
              </td>
              <td>{spot}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words('devices-of', { plan: plan.name })}</h2>
      <table>
        <thead>
          <tr>
            {['id', 'kind', 'figures'].map((id) => (
              <th scope="col">{words(id)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets
            .flatMap(({ drawing }) => drawing.devices)
            .map(({ id, name }) => {
              const card = cards.get(id);
              return (
                <tr>
                  <th scope="row">{id}</th>
                  <td>{card?.title ?? name}</td>
                  <td>{card?.facts.map(([label, value]) => `${label} ${value}`).join(words('semicolon'))}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
      <p>
        <small>{words('scale-at', { scale })}</small>
      </p>
    </>
  );
}
