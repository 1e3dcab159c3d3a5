import { Chalk } from 'chalk';
import type { ReportView } from '../../../findings/view.js';
import type { Report } from '../../../lint/types.js';
import { withoutCommands } from '../../../report/terminal/commands.js';
import { screen } from '../../../report/terminal/screen.js';
import type { Survey } from '../survey.js';
import { deviceCountsSection, kindsSection, levelsSection, surveyHeadSection } from './contents.js';
import { faultsSection, openSection } from './findings.js';
import { openingsSection, untoldSection, waysSection } from './ways.js';
import { SurveyWriter } from './writer.js';

export interface SurveyTextOptions {
  readonly colour: boolean;
  /** Columns to wrap to; undefined: don't. */
  readonly width?: number;
  /** List every opening with what it joins. */
  readonly openings: boolean;
}

/** A survey on a terminal: tables of what there is, then what a person must look at. */
export function surveyText(
  survey: Survey,
  report: Report,
  view: ReportView,
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
