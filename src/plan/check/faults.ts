// The collector of class-B faults while a plan is read.

import { spendBudget } from '../../base/budget.js';
import type { MessageParam } from '../../i18n/message.js';
import type { Place } from '../../source/types.js';
import type { Fault } from '../model.js';
import type { FaultRule, faultTexts } from './texts.js';

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

  /** Adds a fault of `rule`, worded by the message `id` of `faultTexts[rule]`. */
  add<R extends FaultRule>(
    rule: R,
    subject: string,
    id: Extract<keyof (typeof faultTexts)[R]['messages'], string>,
    params: Readonly<Record<string, MessageParam>>,
    place: Place,
    taints: Taints,
    related: Fault['related'] = [],
  ): void {
    spendBudget(FAULT);
    const { levels = [], devices = [], site } = taints;
    this.list.push({
      rule,
      subject,
      message: { id, params },
      place,
      related,
      taints: site === undefined ? { levels, devices } : { levels, devices, site },
    });
  }
}
