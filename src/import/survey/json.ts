// The survey as JSON: the same as its table, with points.

import { bothLanguages, type Localized } from '../../i18n/locale.js';
import { judgementText } from './document.js';
import type { Proposal } from './mapping.js';
import type { Survey } from './survey.js';
import { regionOf } from './views.js';

/** Version of the JSON of a survey. */
export const SURVEY_VERSION = 1;

/**
 * Returns the survey as JSON, as in schemas/survey-1.schema.json, with texts in both languages.
 *
 * @param sitecam version of sitecam
 */
export function surveyJson({ drawings, layers }: Survey, { rules, asked }: Proposal, sitecam: string): string {
  const value = {
    version: SURVEY_VERSION,
    tool: { name: 'sitecam', version: sitecam },
    drawings: drawings.map(({ path, version, encoding, unit, hidden, views, metres }) => ({
      path,
      ...(version === undefined ? {} : { acadVersion: version }),
      ...(encoding === undefined ? {} : { encoding }),
      unit: {
        metres: unit.unit?.metres ?? null,
        from: unit.from,
        header: unit.header?.metres ?? null,
        contradicted: unit.contradicted,
        witnesses: unit.witnesses.map(({ name, value }) => ({ name, value: rounded(value) })),
        candidates: unit.candidates.map((one) => ({ metres: one.metres, name: textOf(one.name), points: one.points })),
      },
      views: views.map(({ box, strokes, title }) => ({
        region: regionOf(box, metres),
        width: rounded(box.maxX - box.minX),
        height: rounded(box.maxY - box.minY),
        strokes,
        ...(title === undefined ? {} : { title: title.text, storey: title.storey }),
      })),
      hidden: hidden.map(({ layer, why, counts }) => ({ layer, why, counts })),
    })),
    layers: layers.map(({ layer, parts }) => ({
      layer,
      parts: parts.map(({ part, block, counts, count, judgement }) => ({
        part,
        ...(block === undefined ? {} : { block }),
        counts,
        count,
        role: judgement.role,
        points: rounded(judgement.points),
        asked: judgement.asked,
        text: textOf(judgementText(judgement)),
        ...(judgement.device === undefined ? {} : { device: judgement.device.kind }),
        evidence: judgement.evidence.map(textOf),
      })),
    })),
    mapping: { rules, asked },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function textOf(text: Localized): object {
  const { zh, en } = bothLanguages(text);
  return { 'zh-CN': zh, en };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
