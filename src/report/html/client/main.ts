import type { FindingData, LevelData, PageData, PlanData, Target } from '../data.js';
import type { El, Layers, Picture, PlanView, Scene, Win } from './dom.js';
import type { ListHooks, ListView } from './list.js';
import type { paint as painter } from './paint.js';
import type { PlanHooks } from './plan.js';
import type { DrawSigns } from './signs.js';

export interface Parts {
  readonly readLevel: (win: Win, data: LevelData) => Scene;
  readonly createPlan: (win: Win, canvas: El, hooks: PlanHooks) => PlanView;
  readonly createList: (win: Win, data: PageData, part: (id: string) => El, hooks: ListHooks) => ListView;
  readonly paint: typeof painter;
  readonly drawSigns: DrawSigns;
  readonly drawMarks: PlanHooks['drawMarks'];
  /** The JSON of a data block of the page, as what it was written from. */
  readonly page: (text: string) => PageData;
  readonly level: (text: string) => LevelData;
}

/** Puts the page's parts together. Runs in the browser: it may use nothing but what it is given. */
export function main(win: Win, parts: Parts): void {
  const doc = win.document;
  const part = (id: string): El => {
    const element = doc.getElementById(id);
    if (element === null) throw new Error(`no part '${id}'`);
    return element;
  };
  const data = parts.page(part('data').textContent ?? '');
  const word = (id: string) => data.words[id] ?? id;
  const fill = (id: string, values: Readonly<Record<string, string | number>>) =>
    word(id).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const say = (text: string) => {
    part('live').textContent = text;
  };

  let [planIndex, levelIndex, selected] = [0, 0, 0];
  let scene: Scene | undefined;
  const scenes = new Map<string, Scene>();
  const current = (): PlanData | undefined => data.plans[planIndex];
  const findingOf = (n: number): FindingData | undefined => current()?.findings.find((finding) => finding.n === n);

  function sceneOf(level: number): Scene {
    const id = `level-${planIndex}-${level}`;
    const known = scenes.get(id) ?? parts.readLevel(win, parts.level(part(id).textContent ?? ''));
    scenes.set(id, known);
    return known;
  }

  const paint: PlanHooks['paint'] = (...of) => parts.paint(...of, parts.drawSigns);
  const list = parts.createList(win, data, part, { onSelect: choose, say });
  const plan = parts.createPlan(win, part('plan'), {
    budget: 24_000,
    paint,
    drawMarks: parts.drawMarks,
    onMark: (mark) => {
      const n = scene?.data.marks[mark]?.[0] ?? 0;
      show(n, [levelIndex, mark]);
      list.select(n, true);
    },
    onDevice: (device) => {
      plan.device(device);
      selected = 0;
      list.select(0, false);
      caption(device < 0 ? '' : (scene?.data.devices[device]?.[1] ?? ''), device);
    },
    onSign: (sign) => {
      plan.device(-1);
      selected = 0;
      list.select(0, false);
      caption(scene?.data.signs[sign]?.[1] ?? '', -1);
    },
    onStep: (by) => {
      const shown = list.shown();
      const at = shown.indexOf(selected);
      const n = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
      if (n !== undefined) choose(n, findingOf(n)?.target);
    },
  });

  function caption(text: string, device: number): void {
    part('caption-text').textContent = text;
    part('back').hidden = selected === 0;
    part('only').hidden = device < 0;
    part('caption').hidden = text === '';
    part('only').dataset.device = scene?.data.devices[device]?.[0] ?? '';
    if (text !== '') say(text);
  }

  /** Shows finding `n` on the plan, at `target` where it has a place. */
  function show(n: number, target: Target | undefined): void {
    selected = n;
    if (target !== undefined && target[0] !== levelIndex) openLevel(target[0]);
    const mark = target?.[1] ?? -1;
    plan.select(mark);
    const finding = findingOf(n);
    if (finding === undefined) return;
    const where = target === undefined ? word('nowhere') : '';
    caption(
      fill('selected', { n, verdict: finding.verdict, subject: finding.subject, where }),
      scene?.data.marks[mark]?.[2] ?? -1,
    );
  }

  /** A finding of the list was chosen: the plan goes there; on a narrow screen the page does too. */
  function choose(n: number, target: Target | undefined): void {
    show(n, target);
    list.select(n, false);
    if (target !== undefined && win.matchMedia('(max-width: 1023px)').matches)
      part('map').scrollIntoView({ block: 'start' });
  }

  function openLevel(index: number): void {
    levelIndex = index;
    part('level').value = String(index);
    scene = sceneOf(index);
    plan.show(scene);
    const { devices, signs, zones, marks } = scene.data;
    part('key-sign').hidden = signs.length === 0;
    part('plan').setAttribute(
      'aria-label',
      fill('plan-label', {
        level: current()?.levels[index] ?? '',
        zones: zones.length,
        devices: devices.length,
        signs: signs.length,
        marks: marks.length,
      }),
    );
  }

  function openPlan(index: number): void {
    planIndex = index;
    for (const section of doc.querySelectorAll('[data-plan]')) section.hidden = section.dataset.plan !== String(index);
    const next = current();
    const isEmpty = next === undefined || next.levels.length === 0;
    part('map').hidden = isEmpty;
    // A redacted report has findings and nothing to show them on.
    part('findings').hidden = isEmpty && (next === undefined || next.findings.length === 0);
    if (next === undefined) return;
    selected = 0;
    list.show(next);
    part('level').replaceChildren(
      ...next.levels.map((name, n) => {
        const option = doc.createElement('option');
        option.value = String(n);
        option.textContent = name;
        return option;
      }),
    );
    if (next.levels.length > 0) openLevel(0);
    caption('', -1);
  }

  const layers = (): Layers => {
    const on = (id: string) => part(`layer-${id}`).checked;
    return {
      must: on('must'),
      may: on('may'),
      remainder: on('remainder'),
      zones: on('zones'),
      devices: on('devices'),
      findings: on('findings'),
    };
  };
  part('layers').addEventListener('change', () => plan.layers(layers()));

  const night = win.matchMedia('(prefers-color-scheme: dark)');
  const theme = () => {
    const { value } = part('theme');
    if (value === 'auto') doc.documentElement.removeAttribute('data-theme');
    else doc.documentElement.setAttribute('data-theme', value);
    plan.dark(value === 'dark' || (value === 'auto' && night.matches));
  };
  part('theme').addEventListener('change', theme);
  night.addEventListener('change', theme);

  part('level').addEventListener('change', () => {
    selected = 0;
    list.select(0, false);
    openLevel(Number(part('level').value));
    caption('', -1);
    say(fill('level-shown', { level: current()?.levels[levelIndex] ?? '' }));
  });
  part('files').addEventListener('change', () => openPlan(Number(part('files').value)));
  for (const link of doc.querySelectorAll('[data-open]')) {
    // The link itself goes there once the plan is shown.
    link.addEventListener('click', () => {
      part('files').value = link.dataset.open ?? '0';
      openPlan(Number(part('files').value));
    });
  }
  part('zoom-in').addEventListener('click', () => plan.zoom(1.5));
  part('zoom-out').addEventListener('click', () => plan.zoom(1 / 1.5));
  part('zoom-fit').addEventListener('click', () => plan.fit());
  part('back').addEventListener('click', () => list.select(selected, true));
  part('only').addEventListener('click', () => {
    list.filter({ text: part('only').dataset.device ?? '' });
    part('findings').scrollIntoView({ block: 'start' });
  });
  part('print').addEventListener('click', () => win.print());
  for (const row of doc.querySelectorAll('[data-clause]')) {
    row.addEventListener('click', () => {
      list.filter({ clause: row.dataset.clause ?? '' });
      part('findings').scrollIntoView({ block: 'start' });
    });
  }

  /** For paper: each level whole, black on white, whatever the screen shows. */
  function sheets(): void {
    const figures = (current()?.levels ?? []).map((name, level) => {
      const of = sceneOf(level);
      const [w, h] = of.data.size;
      const figure = doc.createElement('figure');
      const sheet = doc.createElement('canvas');
      const title = doc.createElement('figcaption');
      title.textContent = name;
      const width = 720;
      const height = Math.round(Math.min(960, Math.max(240, ((width - 40) * h) / Math.max(1, w) + 40)));
      const ratio = 3;
      [sheet.width, sheet.height] = [width * ratio, height * ratio];
      const c = sheet.getContext('2d');
      const scale = Math.min((width - 40) / Math.max(1, w), (height - 40) / Math.max(1, h));
      const picture: Picture = {
        scene: of,
        camera: { x: w / 2, y: h / 2, scale },
        width,
        height,
        ratio,
        layers: layers(),
        dark: false,
        mark: -1,
        device: -1,
      };
      if (c !== null) {
        const steps = paint(win, c, picture, Number.POSITIVE_INFINITY);
        while (steps.next().done !== true);
        parts.drawMarks(c, picture);
      }
      figure.append(title, sheet);
      return figure;
    });
    part('sheets').replaceChildren(...figures);
  }
  win.addEventListener('beforeprint', () => {
    sheets();
    list.paper(true);
    // Nothing can be unfolded on paper.
    for (const folded of doc.querySelectorAll('details:not([open])')) {
      folded.open = true;
      folded.dataset.folded = 'yes';
    }
  });
  win.addEventListener('afterprint', () => {
    part('sheets').replaceChildren();
    list.paper(false);
    for (const folded of doc.querySelectorAll('[data-folded]')) {
      folded.open = false;
      folded.removeAttribute('data-folded');
    }
  });

  plan.layers(layers());
  openPlan(0);
  theme();
  doc.documentElement.dataset.ready = 'yes';
}
