// The generated modules of src, which are read as text: nothing here may import src, since it may not compile yet.
import type { Product } from '../product.js';
import { commandRegistry } from './commands.js';
import { reportFormats } from './formats.js';
import { builtInPacks } from './packs.js';
import { ruleRegistry } from './rules.js';

export const products: readonly Product[] = [ruleRegistry, builtInPacks, reportFormats, commandRegistry];
