// Building models that others published and that are no part of the project.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from '../support.js';

const MODELS = ['ifc-duplex/duplex.ifc', 'ifc-house-fzk/AC20-FZK-Haus.ifc'];

/** Returns the models that are here: path by name. */
export function knownModels(): Record<string, string> {
  return Object.fromEntries(
    MODELS.map((model) => [model, join(DATA, 'drawings', model)]).filter(([, path]) => existsSync(path)),
  );
}
