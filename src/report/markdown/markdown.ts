// The report in Markdown.
import type { ReportInput } from '../../lint/types.js';
import { type MarkdownWriting, writeMarkdown } from '../../render/writers/markdown.js';
import type { Format } from '../format.js';
import { type Pictures, pageDocuments } from '../lint/page.js';
import { withRunComment } from '../run-block.js';

/** Options of the Markdown report. */
export interface MarkdownOptions extends MarkdownWriting {
  /** Returns the drawings of a plan that lie beside the report. Absent: none. */
  readonly pictures?: Pictures;
}

/** The format `markdown`: the report for reviewers, in Markdown. */
export const format: Format = {
  render: (input, options) => withRunComment(input, 'markdown', options, (own) => renderMarkdown(input, own)),
};

/**
 * Returns the report that reviewers read and print, in their order of work; GitHub and GitLab render it too. For
 * several plans the total and a list of them come first.
 */
export function renderMarkdown(input: ReportInput, options: MarkdownOptions): string {
  return writeMarkdown(pageDocuments(input, options.pictures ?? (() => [])), options);
}
