// The collector of the faults of a plan that can still be read.

import { spendBudget } from '../../base/budget.js';
import { type TextValue, textOf } from '../../i18n/catalogue.js';
import type { Place } from '../../source/types.js';
import type { Doubt, Fault } from '../model.js';
import type { ModelNote } from '../models/tell.js';
import { type FaultRule, type FaultTexts, type FaultValues, faultTexts } from './texts.js';

/** Levels, devices and other elements (by id) whose verdicts a fault leaves open, or the whole site. */
export interface Taints {
  readonly levels?: readonly string[];
  readonly devices?: readonly string[];
  readonly elements?: readonly string[];
  readonly site?: boolean;
  /** True if a part of the plan isn't in the model, so that only what a device breaches on its own level is certain. */
  readonly incomplete?: boolean;
}

/** The parts of a {@link Doubt} that differ from one fault to another. */
export type DoubtParts = Pick<Doubt, 'id' | 'levels' | 'where'> & Partial<Pick<Doubt, 'hiding' | 'passing'>>;

/** Budget steps for one fault and its report. */
const FAULT = 5000;

/** Collects the faults of a plan that can still be read, while it is read. */
export class Faults {
  readonly list: Fault[] = [];
  readonly doubts: Doubt[] = [];
  /** What is to be told of the models of devices, once all devices are read. */
  readonly models: ModelNote[] = [];
  /** Number of faults by rule and subject. */
  private readonly counts = new Map<string, number>();

  /** Adds a fault of `rule`, worded by the text `id` of `faultTexts[rule]`. */
  add<R extends FaultRule, K extends Extract<keyof FaultTexts<R>, string>>(
    rule: R,
    subject: string,
    id: K,
    values: FaultValues<R, K> & Readonly<Record<string, TextValue>>,
    place: Place,
    taints: Taints,
    related: Fault['related'] = [],
  ): void {
    spendBudget(FAULT);
    const { levels = [], devices = [] } = taints;
    const name = `${rule}\0${subject}`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    this.list.push({
      rule,
      subject,
      message: textOf(faultTexts[rule].texts, id, values),
      place,
      related,
      taints: { ...taints, levels, devices },
    });
  }

  /** Leaves open the verdicts on a device that only a variant has, by the fault for which it is left out. */
  taint(device: string): void {
    const doubt = this.doubts.findLast(({ passing }) => passing.devices?.some(({ id }) => id === device));
    const at = this.list.findLastIndex(({ rule, place }) => rule === doubt?.rule && place === doubt.place);
    const fault = this.list[at];
    if (fault === undefined || fault.taints.devices.includes(device)) return;
    const { taints } = fault;
    this.list[at] = { ...fault, taints: { ...taints, devices: [...taints.devices, device] } };
  }

  /** Returns a collector of its own with the same faults. */
  copy(): Faults {
    const copy = new Faults();
    copy.list.push(...this.list);
    copy.doubts.push(...this.doubts);
    copy.models.push(...this.models);
    for (const [name, count] of this.counts) copy.counts.set(name, count);
    return copy;
  }

  /** Drops the faults about the element at a place that is left out of the plan. Another may have the same id. */
  drop(subject: string, { path, pointer }: Place): void {
    for (let at = this.list.length - 1; at >= 0; at -= 1) {
      const { subject: about, place } = this.list[at];
      const isIn = place.path === path && (place.pointer === pointer || place.pointer.startsWith(`${pointer}/`));
      if (about === subject && isIn) this.list.splice(at, 1);
    }
  }

  /** Adds a doubt about the element of the fault added last. */
  doubt({ hiding = {}, passing = {}, ...parts }: DoubtParts): void {
    const fault = this.list.at(-1);
    const rule = fault?.rule;
    if (fault === undefined || !isFaultRule(rule)) return;
    const { subject, place } = fault;
    const count = this.counts.get(`${rule}\0${subject}`) ?? 1;
    const name = count === 1 ? subject : `${subject}/${count}`;
    this.doubts.push({ ...parts, rule, subject: name, title: faultTexts[rule].title, place, hiding, passing });
  }
}

function isFaultRule(rule: string | undefined): rule is FaultRule {
  return rule !== undefined && Object.hasOwn(faultTexts, rule);
}
