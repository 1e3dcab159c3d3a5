// What the page's worker keeps of the plan that is open, and what it tells of it.
import { numbersOf } from '../findings/numbering.js';
import { faultSpot, reportView, spotText } from '../findings/view.js';
import { joined } from '../i18n/catalogue.js';
import { type Locale, type Localized, render, SENTENCE_GAP } from '../i18n/locale.js';
import type { LintResult, LintVerdict, Report, ReportInput, UnreadableReport } from '../lint/types.js';
import type { PoseMap, Session, Update } from '../live/types.js';
import { directoryOf } from '../plan/directory.js';
import { groundOf } from '../plan/ground.js';
import { plainText } from '../render/escape.js';
import { KeptFindings, planData } from '../report/html/findings.js';
import { editCard, levelData } from '../report/html/level.js';
import { recordSections } from '../report/html/record.js';
import { changing as t } from '../report/html/texts.js';
import { rules } from '../rules/registry.gen.js';
import type { Ask, LevelMessage, Looking, Step, Tell } from './messages.js';

/** The open plan in the page's worker: answers the messages of the page with what the plan's session knows. */
export class Live {
  private looking: Looking = { level: 0, device: undefined };
  /** The ground that the page has drawn, and the level and the bounds of it. */
  private drawn: { readonly ground: object; readonly level: number; readonly bounds: string } | undefined;

  private readonly told = new KeptFindings();

  constructor(
    private readonly session: Session,
    private readonly locale: Locale,
    private readonly version: string,
  ) {}

  open({ files, options }: Extract<Ask, { ask: 'open' }>): Step {
    return this.stepOf(this.session.open(new Map(files), options));
  }

  first(): Step {
    return this.stepOf(this.session.update);
  }

  answer(ask: Exclude<Ask, { ask: 'open' }>): Tell {
    switch (ask.ask) {
      case 'text':
        return this.stepOf(this.session.text(ask.path, ask.text));
      case 'attempt':
        return this.stepOf(this.session.attempt(ask.changes));
      case 'commit': {
        const made = this.session.commit(ask.changes);
        if (!made.ok) return { tell: 'refused', reason: this.text(made.reason) };
        return { tell: 'committed', step: this.stepOf(made.update), edits: made.edits, undo: made.undo };
      }
      case 'look':
        this.looking = { level: ask.level, device: ask.device };
        return this.stepOf({ ...this.session.update, since: NONE });
      case 'poses':
        return this.posesOf(ask.device, ask.from);
      case 'record':
        return { tell: 'record', sections: this.record() };
    }
  }

  /** The poses that are being tried, and how many places were. */
  private trial: (Extract<PoseMap, { ok: true }> & { readonly device: string; done: number }) | undefined;

  private posesOf(device: string, from: 'first' | 'next'): Tell {
    if (from === 'first' || this.trial?.device !== device) {
      const poses = this.session.poses(device);
      this.trial = poses.ok ? { ...poses, device, done: 0 } : undefined;
      if (!poses.ok) return { tell: 'refused', reason: this.text(poses.reason) };
    }
    const { trial } = this;
    const next = trial?.slices.next();
    if (trial === undefined || next === undefined || next.done === true) {
      this.trial = undefined;
      return { tell: 'poses', device, cells: [], done: trial?.places ?? 0, of: trial?.places ?? 0 };
    }
    trial.done += 1;
    const { done, places, note } = trial;
    return {
      tell: 'poses',
      device,
      cells: next.value,
      done,
      of: places,
      ...(note !== undefined && { note: this.text(note) }),
    };
  }

  private text(text: Localized): string {
    return plainText(render(text, this.locale));
  }

  private input(report: Report): ReportInput {
    return this.inputOf(report, report.today);
  }

  private inputOf(result: LintResult, today: string): ReportInput {
    return { tool: { name: 'sitecam', version: this.version }, results: [result], rules, today };
  }

  /** Returns what a report of a day on the files as they are is written from, whatever is being tried. */
  written(today: string): { readonly input: ReportInput; readonly locale: Locale } | undefined {
    const { session, locale } = this;
    const { report, unreadable } = session.update.state === 'attempt' ? session.attempt([]) : session.update;
    const result = unreadable ?? report;
    return result && { input: this.inputOf(result, today), locale };
  }

  private record() {
    const { report, unreadable } = this.session.update;
    const result = unreadable ?? report;
    if (result === undefined) return [];
    const input = this.inputOf(result, report?.today ?? '');
    return recordSections(result, input, reportView(input), this.locale);
  }

  private stepOf({ revision, state, report, unreadable, refused, since }: Update): Step {
    const faults = unreadable === undefined ? [] : this.faultsOf(unreadable);
    const told = report === undefined ? undefined : this.sinceText(report, since);
    return {
      tell: 'step',
      revision,
      state,
      faults,
      ...(state !== 'attempt' && report !== undefined && { devices: idsOf(report.site) }),
      ...(refused !== undefined && { refused: this.text(refused) }),
      ...(told !== undefined && { since: told }),
      ...(report === undefined ? { plan: undefined, level: undefined, card: undefined } : this.shown(report)),
    };
  }

  /** Returns each fault for which a plan can't be read, with its place. */
  private faultsOf(unreadable: UnreadableReport): string[] {
    const view = reportView(this.inputOf(unreadable, ''));
    return unreadable.unreadable.map((fault) => {
      const spot = spotText(faultSpot(fault, unreadable, view), fault.place.path);
      return `${spot} ${this.text(fault.message)}`;
    });
  }

  /** Returns what the page shows of a report. */
  private shown(report: Report): Pick<Step, 'plan' | 'level' | 'card'> {
    const view = reportView(this.input(report));
    const inPage = (text: Localized) => this.text(text);
    const { level, device } = this.looking;
    const known = device === undefined ? undefined : directoryOf(report.site).devices.get(device);
    return {
      plan: planData(report, { view, inPage }, this.told),
      level: this.levelOf(report, level),
      card: known && editCard(report, known, this.locale),
    };
  }

  private levelOf(report: Report, level: number): LevelMessage | undefined {
    const id = report.site.levels[level]?.id;
    if (id === undefined) return undefined;
    const whole = levelData(report, id, this.locale);
    const ground = groundOf(report.site);
    // A device may stand outside all else, and lengths are from the corner of the bounds.
    const bounds = whole.bounds.join();
    const { drawn } = this;
    this.drawn = { ground, level, bounds };
    if (drawn?.ground !== ground || drawn.level !== level || drawn.bounds !== bounds) return whole;
    const { zones: _zones, walls: _walls, openings: _openings, ...rest } = whole;
    return rest;
  }

  private sinceText(report: Report, { added, gone, graver, milder }: Update['since']): string | undefined {
    if (added.length + gone.length + graver.length + milder.length === 0) return undefined;
    const byVerdict = numbersOf(report);
    const numbers = (verdicts: readonly LintVerdict[]) => {
      const all = new Set(verdicts.flatMap((one) => byVerdict.get(one) ?? []));
      return [...all].sort((a, b) => a - b).join(', ');
    };
    const parts = [
      ...(gone.length === 0 ? [] : [t['since-gone']({ n: gone.length })]),
      ...(added.length === 0 ? [] : [t['since-added']({ n: added.length, numbers: numbers(added) })]),
      ...(graver.length === 0 ? [] : [t['since-graver']({ n: graver.length, numbers: numbers(graver) })]),
      ...(milder.length === 0 ? [] : [t['since-milder']({ n: milder.length })]),
    ];
    return this.text(joined(parts, SENTENCE_GAP));
  }
}

const NONE: Update['since'] = { added: [], gone: [], graver: [], milder: [] };

/** Returns the ids that no new device may get: of all devices, and of what `overrides` state. */
function idsOf(site: Report['site']): string[] {
  return [...new Set([...directoryOf(site).devices.keys(), ...(site.overrides ?? []).map(({ id }) => id)])];
}
