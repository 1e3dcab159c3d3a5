// Entry point of a page that is one file.
import '../older-browsers.js';
import { frozenSource } from './frozen.js';
import { startPage } from './start.js';

const root = document.getElementById('app');
const source = frozenSource(document);
if (root !== null && source !== undefined) startPage(source, root).show();
