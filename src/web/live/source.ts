// The source of a page whose plan changes: keeps what the worker told last.
import { signal } from '@preact/signals';
import type { PackedLevel } from '../../draw/packed.js';
import type { CardData, PageData, PlanData } from '../../report/html/data.js';
import type { Step } from '../messages.js';
import type { Source } from '../page/model.js';

/** Source of the page's data that is replaced with each step of a changing plan. */
export class LiveSource implements Source {
  private step: Step;
  private shownLevel: PackedLevel | undefined;
  private readonly sections = signal<readonly (readonly [string, HTMLElement])[]>([]);

  constructor(
    readonly data: PageData,
    first: Step,
  ) {
    this.step = first;
    this.take(first);
  }

  /** Ids of all devices of the plan. */
  devices: readonly string[] = [];

  /** Takes a step. Its level may lack the ground, which is then that of before. */
  take(step: Step): void {
    this.step = step;
    this.devices = step.devices ?? this.devices;
    const { level } = step;
    if (level === undefined) return;
    const { zones, walls, openings } = { ...this.shownLevel, ...level };
    if (zones !== undefined && walls !== undefined && openings !== undefined) {
      this.shownLevel = { ...level, zones, walls, openings };
    }
  }

  /** Takes the report's text, as names and HTML of ours. */
  takeRecord(sections: readonly (readonly [name: string, html: string])[]): void {
    this.sections.value = sections.map(([name, html]) => {
      const section = document.createElement('section');
      section.dataset.plan = '0';
      section.innerHTML = html;
      return [name, section] as const;
    });
  }

  plan(): PlanData | undefined {
    return this.step.plan;
  }

  level(_: number, level: number): PackedLevel | undefined {
    const id = this.step.plan?.levels[level]?.id;
    return this.shownLevel?.id === id ? this.shownLevel : undefined;
  }

  card(_: number, device: string): CardData | undefined {
    return this.step.card?.id === device ? this.step.card : undefined;
  }

  cards(): readonly CardData[] {
    return this.step.card === undefined ? [] : [this.step.card];
  }

  record(): readonly (readonly [name: string, section: HTMLElement])[] {
    return this.sections.value;
  }
}
