// The collector of class-B faults while a plan is read.

import { spendBudget } from '../../base/budget.js';
import { type TextValue, textOf } from '../../i18n/catalogue.js';
import type { Place } from '../../source/types.js';
import type { Fault } from '../model.js';
import { type FaultRule, type FaultTexts, type FaultValues, faultTexts } from './texts.js';

/** Levels (by id) and devices whose verdicts a fault leaves open, or the whole site. */
export interface Taints {
  readonly levels?: readonly string[];
  readonly devices?: readonly string[];
  readonly site?: boolean;
}

/** Budget steps for one fault and its report. */
const FAULT = 5000;

/** Collects the class-B faults of a plan as it is read. */
export class Faults {
  readonly list: Fault[] = [];

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
    const { levels = [], devices = [], site } = taints;
    this.list.push({
      rule,
      subject,
      message: textOf(faultTexts[rule].texts, id, values),
      place,
      related,
      taints: site === undefined ? { levels, devices } : { levels, devices, site },
    });
  }
}
