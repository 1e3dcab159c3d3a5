// Entry point of the page's worker.
import './older-browsers.js';
import { answering } from './answering.js';
import { answerTo } from './answers.js';

answering(answerTo);
