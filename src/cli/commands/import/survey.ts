// The run of `sitecam import --survey`.

import { posix } from 'node:path';
import type { ExitCode, Io } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import type { Input } from '../../../import/import.js';
import { surveyDocument } from '../../../import/survey/document.js';
import { surveyJson } from '../../../import/survey/json.js';
import { type Proposal, proposalOf } from '../../../import/survey/mapping.js';
import { needsSurvey, type Survey, type Surveyed, surveyOf } from '../../../import/survey/survey.js';
import { thumbsOf } from '../../../import/survey/thumbs.js';
import type { Pack } from '../../../law/types.js';
import { writeTerminal } from '../../../render/writers/terminal.js';
import type { Limits } from '../../../source/limits.js';
import { writeDrawing } from '../../output/replaceable.js';
import { say } from '../../say.js';
import { invocationName, quotedForShell } from '../../shell.js';

/** Options of the command line for a survey of drawings (`import --survey`). */
export interface SurveyFlags {
  /** File for the proposed mapping; undefined: none. */
  readonly output: string | undefined;
  /** Folder for pictures of layers; undefined: none. */
  readonly assets: string | undefined;
  /** True to print JSON instead of the table. */
  readonly json: boolean;
  readonly colour: boolean;
  /** Metres per unit by the user's mapping. */
  readonly unit: number | undefined;
  readonly limits: Limits | undefined;
}

/** Columns of the table. A report is read and pasted, so they don't depend on the terminal. */
const WIDTH = 100;

/**
 * Surveys drawings (DXF), prints what they hold, and writes the proposed mapping to `output` and pictures of the layers into
 * `assets` if these are given. Returns 0, or the problems (`ok: false`) if a drawing can't be surveyed.
 *
 * @throws UsageError if an input is no DXF, or if `output` exists or isn't named .yaml
 */
export async function surveyDrawings(
  inputs: readonly Input[],
  { output, assets, json, colour, unit, limits }: SurveyFlags,
  pack: Pack,
  io: Io,
  locale: Locale,
): Promise<Exclude<Surveyed, { readonly ok: true }> | ExitCode> {
  const other = inputs.find(({ format }) => format !== 'dxf');
  if (other !== undefined) {
    const path = other.files[0]?.path ?? '';
    throw new UsageError({
      zh: `“${path}”不是 DXF：--survey 只勘察 DXF 图纸。`,
      en: `'${path}' is no DXF: --survey looks at drawings in DXF only.`,
    });
  }
  const files = inputs.flatMap((input) => input.files);
  if (output !== undefined) checkName(output, io);
  const surveyed = surveyOf(files, { pack, limits, unit });
  if (!surveyed.ok) return surveyed;
  const { survey } = surveyed;
  const proposal = proposalOf(survey, locale);
  await io.together(async () => {
    if (output !== undefined && !io.create(output, proposal.text)) throw there(output, io);
    if (assets === undefined) return;
    for (const { name, text } of thumbsOf(survey, locale)) await writeDrawing(posix.join(assets, name), text, io);
  });
  if (json) io.out(surveyJson(survey, proposal, version()));
  else io.out(writeTerminal([surveyDocument(survey)], { locale, colour, width: WIDTH, flush: true }));
  io.err(endText(survey, proposal, output, assets, io, locale));
  return 0;
}

function endText(
  { drawings }: Survey,
  { rules, asked }: Proposal,
  output: string | undefined,
  assets: string | undefined,
  io: Io,
  locale: Locale,
): string {
  const names = drawings.map(({ path }) => quotedForShell(path)).join(' ');
  const run = invocationName(io);
  const file = output === undefined ? 'mapping.yaml' : io.shown(output);
  const pictures =
    assets === undefined
      ? ''
      : say(
          locale,
          `已写出各图层的图 ${posix.join(io.shown(assets), 'index.html')}\n`,
          `wrote pictures of the layers: ${posix.join(io.shown(assets), 'index.html')}\n`,
        );
  if (output === undefined) {
    return `${pictures}${say(
      locale,
      `写出映射的建议（${rules}条规则，${asked}条待确认）：  ${run} import ${names} --survey -o ${file}\n`,
      `To write the proposed mapping (${rules} ${rules === 1 ? 'rule' : 'rules'}, ${asked} to confirm):  ${run} import ${names} --survey -o ${file}\n`,
    )}`;
  }
  const command = `${run} import ${names} --mapping ${quotedForShell(file)} -o plan.yaml`;
  return `${pictures}${say(
    locale,
    `已写出 ${file}（${rules}条规则，${asked}条待确认，以“# ?”标出）。确认后，并以 --category 写明场所类别（如 --category 旅店）：  ${command}\n`,
    `wrote ${file} (${rules} ${rules === 1 ? 'rule' : 'rules'}, ${asked} to confirm, marked '# ?'). Once confirmed, with --category for what the site is (such as --category hotel):  ${command}\n`,
  )}`;
}

function checkName(output: string, io: Io): void {
  if (!/\.ya?ml$/i.test(output)) {
    throw new UsageError({
      zh: `--survey 写出的是映射文件，文件名应以 .yaml 结尾，而不是“${output}”。`,
      en: `--survey writes a mapping, whose name ends in .yaml, not '${output}'.`,
    });
  }
  if (io.exists(output)) throw there(output, io);
}

function there(output: string, io: Io): UsageError {
  const file = io.shown(output);
  return new UsageError({
    zh: `“${file}”已经存在，可能有人改过，未作任何改动。请用 -o 另取文件名。`,
    en: `'${file}' is there already, perhaps with somebody's changes, and was left as it is. Choose another name with -o.`,
  });
}

/**
 * Returns a line that advises the user to survey the drawings (DXF) before importing them. Returns '' if there are
 * none, or if the mapping that comes with sitecam takes for walls at least half of what looks like walls in each.
 *
 * @param always true if the import failed: then the advice is given however well that mapping fits
 */
export function lookFirst(
  inputs: readonly Input[],
  limits: Limits | undefined,
  always: boolean,
  io: Io,
  locale: Locale,
): string {
  const files = inputs.flatMap((input) => (input.format === 'dxf' ? input.files : []));
  if (files.length === 0 || !(always || needsSurvey(files, limits))) return '';
  const names = files.map(({ path }) => quotedForShell(path)).join(' ');
  const command = `${invocationName(io)} import ${names} --survey -o mapping.yaml`;
  return say(locale, `先看图：  ${command}\n`, `Look at the drawing first:  ${command}\n`);
}
