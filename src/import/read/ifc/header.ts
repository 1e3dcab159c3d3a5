// Whether a file is a whole building model (IFC in STEP), by its first and last lines.

import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { InputFile } from '../../types.js';
import { ifcProblemText as text } from './texts.js';

/** Bytes at the beginning in which the header must stand. */
const HEAD = 65_536;

/** Bytes at the end in which the last line must stand; some programs add blanks or a signature. */
const TAIL = 4096;

/** Returns why a file can't be a whole building model; undefined if it may be one. */
export function checkHeader({ path, bytes }: InputFile): SourceProblem | undefined {
  const head = latin(bytes.subarray(0, HEAD));
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*(?:\/\*[^*]*\*\/\s*)*ISO-10303-21\s*;/.test(head)) {
    return problemOf(text.ifcNoStep, path);
  }
  const schema = /FILE_SCHEMA\s*\(\s*\(\s*'([^']{0,60})'/i.exec(head)?.[1];
  if (schema !== undefined && !/^IFC/i.test(schema)) return problemOf(text.ifcOther({ schema }), path);
  if (schema !== undefined && !/^IFC(?:2X3|4|4X3)(?:_\w+)?$/i.test(schema)) {
    return problemOf(text.ifcSchema({ schema }), path);
  }
  if (!/END-ISO-10303-21\s*;/.test(latin(bytes.subarray(-TAIL)))) return problemOf(text.ifcCut, path);
  return schema === undefined ? problemOf(text.ifcNoStep, path) : undefined;
}

/** Returns bytes as text, one character each: the keywords of STEP are ASCII. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
