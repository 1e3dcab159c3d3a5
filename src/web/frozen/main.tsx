// Entry point of a page that is one file.
import '../older-browsers.js';
import { startPage } from '../page/start.js';
import { frozenSource } from './source.js';

const root = document.getElementById('app');
const source = frozenSource(document);
if (root !== null && source !== undefined) startPage(source, root).show();
