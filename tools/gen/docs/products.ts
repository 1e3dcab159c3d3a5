// The generated documents, in the order in which they are written.
import type { Product } from '../product.js';
import { blocks } from './blocks.js';
import { commands } from './commands.js';
import { images } from './images.js';
import { readings } from './readings.js';
import { rulePages } from './rules.js';
import { words } from './words.js';

export const products: readonly Product[] = [words, readings, rulePages, commands, images, blocks];
