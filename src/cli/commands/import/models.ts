// Building models (IFC) among the sources of an import. What reads them is loaded only if there are any.

import type { Input } from '../../../import/import.js';
import type { InputFile } from '../../../import/types.js';
import type { SourceProblem } from '../../../source/problem.js';
import type { Inputs } from './inputs.js';

/**
 * Reads the building models in IFC files, and returns the inputs with each such file's `model` set; other formats stay as
 * they are. What is wrong with models that can't be read is added to `problems`.
 */
export async function withModels({ inputs, problems }: Inputs): Promise<Inputs> {
  if (!inputs.some(({ format }) => format === 'ifc')) return { inputs, problems };
  const { readModels } = await import('../../../host/ifc/read.js');
  const faults: SourceProblem[] = [...problems];
  const read: Input[] = [];
  for (const input of inputs) {
    if (input.format !== 'ifc') {
      read.push(input);
      continue;
    }
    const models = await readModels(input.files);
    const files = input.files.map((file, at): InputFile => {
      const found = models[at];
      if (found?.ok === true) return { ...file, model: found.model };
      faults.push(...(found?.problems ?? []));
      return file;
    });
    read.push({ ...input, files });
  }
  return { inputs: read, problems: faults };
}
