// Cameras that the server suggests for a zone: asked for, painted on the drawing, used or given up.
import { computed, effect, signal } from '@preact/signals';
import { onPlan, onScreen } from '../../draw/screen/overlay.js';
import type { ShownCamera, ZoneSuggestion } from '../../features/suggest/report/zone.js';
import type { Point } from '../../geometry/index.js';
import { type Localized, render } from '../../i18n/locale.js';
import type { SuggestRequest } from '../../live/files-protocol.js';
import type { FindingData } from '../../report/html/data.js';
import type { SuggestOutcome } from '../connection.js';
import type { PlanMap } from '../page/map.js';
import type { Model } from '../page/model.js';
import type { LiveDocument } from './document.js';
import type { Editor } from './editor.js';
import { overlaid } from './overlay.js';

/** Rules whose findings cameras may cure: their subjects are zones. */
const COVERAGE = new Set(['coverage/protected', 'coverage/criterion']);

/** Radius of a camera's disc, and length of its pointer, px. */
const [RADIUS, POINTER] = [9, 17];

/** Asks the server for cameras for a zone, until `signal` calls it off. */
export type AskForCameras = (request: SuggestRequest, signal: AbortSignal) => Promise<SuggestOutcome>;

/** A zone as it is named to people. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was asked about, and what came of it. */
interface Asked {
  readonly zone: Named;
  /** The files, and the changes tried on them, that it was asked about. */
  readonly content: object;
  readonly tried: string;
  /** Undefined while it is being worked out. */
  readonly answer: ZoneSuggestion | undefined;
}

/** Asks for suggested cameras for a zone and shows them, to be accepted or dismissed. */
export class Suggesting {
  /** True while the next press on the drawing says the zone. */
  readonly picking = signal(false);
  private readonly asked = signal<Asked | undefined>(undefined);
  private running = new AbortController();

  /** What is asked or suggested for the plan as it is shown; undefined if nothing is. */
  readonly shown = computed(() => {
    const asked = this.asked.value;
    const isOfNow = asked?.content === this.document.content.value && asked.tried === this.editor.tried.value;
    return isOfNow ? asked : undefined;
  });

  constructor(
    private readonly model: Model,
    private readonly editor: Editor,
    private readonly document: LiveDocument,
    private readonly ask: AskForCameras,
  ) {
    // Nobody waits for an answer about a plan that is another now.
    effect(() => {
      if (this.shown.value === undefined) this.running.abort();
    });
  }

  get isReadOnly(): boolean {
    return this.editor.isReadOnly;
  }

  /** Returns the zones that cameras may be suggested for because of a finding. */
  zonesOf({ n }: FindingData): Named[] {
    const { findings = [], zones = [] } = this.model.drawing.value ?? {};
    const ids = new Set(
      findings.flatMap(({ number, rule, subject }) => (number === n && COVERAGE.has(rule) ? subject : [])),
    );
    return zones.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, name: name ?? id }));
  }

  /** Asks for cameras that protect a zone. */
  async start(zone: Named): Promise<void> {
    const { document, editor, model } = this;
    this.picking.value = false;
    this.running.abort();
    const running = new AbortController();
    const content = document.content.peek();
    const asked: Asked = { zone, content, tried: editor.tried.peek(), answer: undefined };
    this.asked.value = asked;
    this.running = running;
    const files = Object.fromEntries([...content].map(([path, { sha256 }]) => [path, sha256]));
    const outcome = await this.ask({ zone: zone.id, files, changes: editor.changes() }, running.signal);
    if (this.shown.value !== asked) return;
    const answer = 'suggestion' in outcome ? outcome.suggestion : refusal(outcome.reason);
    this.asked.value = { ...asked, answer };
    const [first] = answer.cameras;
    const level = model.plan.value?.levels.findIndex(({ id }) => id === first?.level) ?? -1;
    if (level !== -1 && level !== model.level.value) model.openLevel(level);
    model.live.value = answer.texts.map((text) => this.text(text)).join(' ');
  }

  /** Draws the suggested cameras in the plan. */
  async use(): Promise<void> {
    const { change, cameras = [] } = this.shown.value?.answer ?? {};
    if (change === undefined || this.isReadOnly) return;
    if (!(await this.editor.make(change))) return;
    this.asked.value = undefined;
    this.model.selectDevice(cameras[0]?.id);
  }

  /** Calls the search off, or gives up what it found. */
  cancel(): void {
    this.asked.value = undefined;
    this.picking.value = false;
  }

  text(text: Localized): string {
    return render(text, this.model.source.data.locale);
  }

  /** Paints on the drawing, and takes the press that says the zone; returns what ends that. */
  onMap = (map: PlanMap): (() => void) => {
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !this.picking.value) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      const zone = map.zoneAt(onPlan(map.viewport, map.pointOf(event)));
      if (zone !== undefined) void this.start({ id: zone.id, name: zone.name ?? zone.id });
    };
    const { editor, model, picking } = this;
    // The next press is for what was chosen last.
    const stops = [
      effect(() => {
        if (!picking.value) return;
        model.measuring.value = false;
        editor.adding.value = undefined;
      }),
      effect(() => {
        if (model.measuring.value || editor.adding.value !== undefined) picking.value = false;
      }),
      overlaid(map, {
        down,
        end: () => this.cancel(),
        paint: () => this.paint(map),
        isChanging: () => editor.isChanging(),
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };

  private paint(map: PlanMap): void {
    map.svg.classList.toggle('picking', this.picking.value);
    const drawing = this.model.drawing.value;
    const cameras = this.shown.value?.answer?.cameras.filter(({ level }) => level === drawing?.level.id) ?? [];
    map.suggested.innerHTML = cameras.map((one) => markup(map, one, drawing?.north ?? 0)).join('');
  }
}

function refusal(text: Localized): ZoneSuggestion {
  return { texts: [text], premises: [], cameras: [] };
}

function markup(map: PlanMap, { number, at, heading, outlines }: ShownCamera, north: number): string {
  const place = (point: Point) =>
    onScreen(map.viewport, point)
      .map((px) => px.toFixed(1))
      .join(' ');
  const view = outlines.map((ring) => `M${ring.map(place).join('L')}z`).join('');
  const [x, y] = onScreen(map.viewport, [at[0], at[1]]);
  const about = (turn: number, away: number) => {
    const angle = ((heading + north + turn) * Math.PI) / 180;
    return `${(x + away * Math.sin(angle)).toFixed(1)} ${(y - away * Math.cos(angle)).toFixed(1)}`;
  };
  return (
    `<path class="suggested-view" fill-rule="evenodd" d="${view}"/>` +
    `<path class="suggested" d="M${about(-60, RADIUS)}L${about(0, POINTER)}L${about(60, RADIUS)}z"/>` +
    `<circle class="suggested" cx="${x}" cy="${y}" r="${RADIUS}"/>` +
    `<text class="suggested-number" x="${x}" y="${y}">${number}</text>`
  );
}
