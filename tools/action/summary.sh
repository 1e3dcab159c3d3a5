#!/usr/bin/env bash
# Writes the report into the job's summary, with a link to the page and the drawings, within what GitHub takes.
#
#   SITECAM_REPORT     report in Markdown
#   SITECAM_ARTIFACT   address of the artifact; empty where none was uploaded
set -euo pipefail

most=$((1024 * 1024))
page=$(mktemp "$RUNNER_TEMP/sitecam-summary.XXXXXX")
if [ -n "$SITECAM_ARTIFACT" ]; then
  printf '[网页报告和各层平面图 / Page and drawings](%s)\n\n' "$SITECAM_ARTIFACT" >"$page"
fi
# The drawings lie in the artifact, where the summary can't show them.
sed -e '/^!\[.*\](.*\.svg)$/d' "$SITECAM_REPORT" >>"$page"
if [ "$(wc -c <"$page")" -ge "$most" ]; then
  head -c 300 "$page" | grep '^\[网页报告' >"$page.short" || true
  echo '报告超过作业摘要的上限（1 MiB），见网页报告。The report is larger than a summary may be (1 MiB): see the page.' >>"$page.short"
  mv "$page.short" "$page"
fi
cat "$page" >>"$GITHUB_STEP_SUMMARY"
