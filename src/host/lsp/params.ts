// Parameters of requests: an editor that leaves out what the protocol asks for is told so.
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { render, verbatim } from '../../i18n/locale.js';
import { isRecord } from '../../plan/read/unknown.js';
import type { LanguageServer } from './server.js';
import { serverTexts as t } from './texts.js';

/** Parameters that a request must have. */
type Needed = 'textDocument' | 'position' | 'range' | 'context';

const IS: Readonly<Record<Needed, (value: unknown) => boolean>> = {
  textDocument: (value) => isRecord(value) && typeof value.uri === 'string',
  position: isPosition,
  range: (value) => isRecord(value) && isPosition(value.start) && isPosition(value.end),
  context: isRecord,
};

function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/**
 * Returns `answer` for requests that have the parameters needed; of others the answer is an error that names what is
 * missing or wrong.
 */
export function withParams<P extends object, Rest extends readonly unknown[], R>(
  { locale }: LanguageServer,
  needed: readonly Needed[],
  answer: (params: P, ...rest: Rest) => R,
): (params: P, ...rest: Rest) => R | ResponseError<void> {
  return (params, ...rest) => {
    const given: unknown = params;
    const wrong = needed.find((name) => !isRecord(given) || !IS[name](given[name]));
    if (wrong === undefined) return answer(params, ...rest);
    return new ResponseError(ErrorCodes.InvalidParams, render(t.wrongParams({ name: verbatim(wrong) }), locale));
  };
}
