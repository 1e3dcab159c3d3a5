// A survey as text on a terminal.

import { Chalk } from 'chalk';
import type { LocalView } from '../../../findings/local.js';
import type { Report } from '../../../lint/types.js';
import { withoutCommands } from '../../../render/escape.js';
import { screen } from '../../../render/screen.js';
import type { Survey } from '../survey.js';
import { deviceCountsSection, kindsSection, levelsSection, surveyHeadSection } from './contents.js';
import { faultsSection, openSection } from './findings.js';
import { openingsSection, untoldSection, waysSection } from './ways.js';
import { SurveyWriter } from './writer.js';

/** Options of the text. */
export interface SurveyTextOptions {
  readonly colour: boolean;
  /** Columns to wrap to; undefined: no wrapping. */
  readonly width?: number;
  /** True to list every opening with what it joins. */
  readonly openings: boolean;
}

/** Returns a survey as text: tables of what the plan contains, then what a person must look at. */
export function surveyText(
  survey: Survey,
  report: Report,
  view: LocalView,
  { colour, width, openings }: SurveyTextOptions,
): string {
  const w = new SurveyWriter(survey, report, view, screen(new Chalk({ level: colour ? 1 : 0 }), width));
  const sections = [
    surveyHeadSection(w),
    levelsSection(w),
    kindsSection(w),
    openingsSection(w, openings),
    waysSection(w),
    untoldSection(w),
    deviceCountsSection(w),
    faultsSection(w),
    openSection(w),
  ];
  return withoutCommands(`${sections.join('\n\n')}\n`);
}
