// One camera turned, in the model and in a session: all verdicts anew, beside a whole judgement of the same plan.
import { readFileSync } from 'node:fs';
import { processIo } from '../../src/host/io.js';
import { Judge } from '../../src/host/lsp/judge.js';
import { withDevice } from '../../src/lint/fixes/prove.js';
import { judge, lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { createSession } from '../../src/live/session.js';
import type { Session } from '../../src/live/types.js';
import type { Device } from '../../src/plan/model.js';
import { rules } from '../../src/rules/registry.gen.js';
import { Live } from '../../src/web/live-plan.js';
import { drawPlan, geoJsonOf } from './plans.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const TODAY = '2026-11-28';

export interface MoveFigures {
  readonly name: string;
  readonly cameras: number;
  readonly verdicts: number;
  /** Median ms of CPU of judging the plan that was read. */
  readonly whole: number;
  /** ms of CPU of all verdicts after one camera is turned: median, and that of the slowest twentieth. */
  readonly moved: number;
  readonly worst: number;
  /** ms of CPU of steps of a session: median, and that of the slowest twentieth. */
  readonly session: readonly { readonly step: string; readonly median: number; readonly worst: number }[];
}

/** Turns one camera after the other in the hotel and in an office plan of 1,000 cameras. */
export function moveFigures(times = 40): MoveFigures[] {
  return plans().map(({ name, path, text }) => figuresOf(name, path, text, times));
}

function plans() {
  const office = geoJsonOf(drawPlan({ kind: 'office', walls: 12_000, zones: 2_000, cameras: 1_000 }));
  return [
    { name: 'the hotel', path: 'plan.yaml', text: readFileSync(HOTEL, 'utf8') },
    { name: 'an office, 1,000 cameras', path: 'plan.geojson', text: office },
  ];
}

/** Figures of what the page's worker does for one camera dragged. */
export interface StepFigures {
  readonly name: string;
  /** Median ms of CPU of judging the plan that was read. */
  readonly whole: number;
  /** ms of CPU of the parts of a step: median, and that of the slowest twentieth. */
  readonly parts: readonly { readonly part: string; readonly median: number; readonly worst: number }[];
}

/** Turns one camera after the other as the page does, each looked at when it is dragged. */
export function stepFigures(times = 100): StepFigures[] {
  return plans().map(({ name, path, text }) => {
    const { site } = reportOf(path, text);
    const whole = [0, 1, 2].map(() => timed(() => judge({ ...site }, { today: TODAY, rules }))[1]);
    const session = createSession({
      path,
      files: new Map([[path, new TextEncoder().encode(text)]]),
      options: { today: TODAY },
    });
    const live = new Live(session, 'zh-CN', '0');
    const first = timed(() => live.first())[1];
    const cameras = site.levels
      .flatMap(({ devices }, level) => devices.map((device) => ({ device, level })))
      .filter(({ device }) => device.lenses.length > 0);
    const took: Record<'look' | 'step' | 'judged' | 'sent', number[]> = { look: [], step: [], judged: [], sent: [] };
    for (let i = 0; i < times; i++) {
      // A drag is many steps of one camera.
      const { device, level } = cameras[(Math.floor(i / 5) * 37) % cameras.length];
      if (i % 5 === 0) took.look.push(timed(() => live.answer({ ask: 'look', level, device: device.id }))[1]);
      const change = { change: 'set', device: device.id, heading: (i * 53) % 360 } as const;
      const [, judged] = timed(() => session.attempt([change]));
      const [tell, told] = timed(() => live.answer({ ask: 'attempt', changes: [change] }));
      took.judged.push(judged);
      took.step.push(told);
      took.sent.push(timed(() => structuredClone(tell))[1]);
    }
    const parts = Object.entries(took).map(([part, all]) => ({
      part,
      median: quantile(all, 0.5),
      worst: quantile(all, 0.95),
    }));
    return { name, whole: quantile(whole, 0.5), parts: [{ part: 'first', median: first, worst: first }, ...parts] };
  });
}

/** Returns the figures of a session: a camera turned or shifted, its heading typed into the text, a door slid. */
function sessionFigures(path: string, text: string, times: number): MoveFigures['session'] {
  const files = new Map([[path, new TextEncoder().encode(text)]]);
  const session = createSession({ path, files, options: { today: TODAY } });
  const levels = session.update.report?.site.levels ?? [];
  const cameras = levels.flatMap(({ devices }) => devices).filter(({ lenses }) => lenses.length > 0);
  const doors = levels.flatMap(({ openings }) => openings).filter(({ kind }) => kind === 'door');
  const set = (i: number, figures: object) => {
    session.attempt([{ change: 'set', device: cameras[(i * 37) % cameras.length].id, ...figures }]);
  };
  let typed = text;
  const steps: Readonly<Record<string, readonly [few: number, work: (i: number, session: Session) => void]>> = {
    'turned, tried': [1, (i) => set(i, { heading: (i * 53) % 360 })],
    'shifted, tried': [
      1,
      (i) => {
        const [x, y] = cameras[(i * 37) % cameras.length].at;
        set(i, { at: [x + 0.3 * Math.sin(i), y + 0.3 * Math.cos(i)] });
      },
    ],
    'heading typed': [
      0.5,
      (i) => {
        const found = [...typed.matchAll(/(?<="?heading"?: ?)\d+/g)];
        const { index, 0: old } = found[(i * 7) % found.length];
        typed = typed.slice(0, index) + String((i * 31) % 360) + typed.slice(index + old.length);
        session.text(path, typed);
      },
    ],
    'door slid, tried': [
      0.1,
      (i) => session.attempt([{ change: 'slide', opening: doors[i % doors.length].id, by: 0.1 }]),
    ],
  };
  return Object.entries(steps).map(([step, [few, work]]) => {
    const took = Array.from({ length: Math.ceil(few * times) }, (_, i) => timed(() => work(i, session))[1]);
    return { step, median: quantile(took, 0.5), worst: quantile(took, 0.95) };
  });
}

/** Figures of the language server: a heading typed into the text of a plan that is open in an editor. */
export interface EditorFigures {
  readonly name: string;
  /** ms from the text to its marks, pause and pipe apart: median, and that of the slowest twentieth. */
  readonly median: number;
  readonly worst: number;
  /** ms of CPU. */
  readonly cpu: number;
}

/** Types headings into plans as editors do. */
export async function editorFigures(times = 60): Promise<EditorFigures[]> {
  const figures: EditorFigures[] = [];
  for (const [n, { name, path, text }] of plans().entries()) {
    const data = {
      root: process.cwd(),
      flags: { today: TODAY, config: false, waivers: false },
      locale: 'zh-CN',
    } as const;
    const judge = new Judge({ ...data, versioned: true }, processIo(), () => false);
    let typed = text;
    const take = (version: number) => judge.files.setDocument({ path, uri: `file:///${path}`, version, text: typed });
    take(0);
    await judge.judge(path);
    const [took, cpu]: number[][] = [[], []];
    for (let version = 1; version <= (n === 0 ? times : times / 3); version++) {
      const found = [...typed.matchAll(/(?<="?heading"?: ?)\d+/g)];
      const { index, 0: old } = found[(version * 7) % found.length];
      typed = typed.slice(0, index) + String((version * 31) % 360) + typed.slice(index + old.length);
      take(version);
      const [start, used] = [performance.now(), process.cpuUsage()];
      await judge.judge(path);
      const { user, system } = process.cpuUsage(used);
      took.push(performance.now() - start);
      cpu.push((user + system) / 1000);
    }
    figures.push({ name, median: quantile(took, 0.5), worst: quantile(took, 0.95), cpu: quantile(cpu, 0.5) });
  }
  return figures;
}

function reportOf(path: string, text: string): Report {
  const report = lintPlan(path, () => new TextEncoder().encode(text), { today: TODAY });
  if (!report.ok) throw new Error(`${path} can't be read: ${JSON.stringify(report.unreadable[0])}`);
  return report;
}

function figuresOf(name: string, path: string, text: string, times: number): MoveFigures {
  const drawn = reportOf(path, text);
  const whole = [0, 1, 2].map(() => timed(() => judge({ ...drawn.site }, { today: TODAY, rules }))[1]);
  const cameras = drawn.site.levels.flatMap(({ devices }) => devices).filter(({ lenses }) => lenses.length > 0);
  let report = drawn;
  const moved = Array.from({ length: times }, (_, i) => {
    const device = turned(cameras[(i * 37) % cameras.length], 7 + i);
    const [after, took] = timed(() => withDevice(report, device));
    report = after;
    return took;
  });
  return {
    name,
    cameras: cameras.length,
    verdicts: report.verdicts.length,
    whole: quantile(whole, 0.5),
    moved: quantile(moved, 0.5),
    worst: quantile(moved, 0.95),
    session: sessionFigures(path, text, times),
  };
}

function turned(device: Device, by: number): Device {
  const lenses = device.lenses.map((lens) => ({ ...lens, heading: ((lens.heading ?? 0) + by) % 360 }));
  return { ...device, lenses };
}

function timed<T>(work: () => T): [T, number] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
