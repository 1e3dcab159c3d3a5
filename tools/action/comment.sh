#!/usr/bin/env bash
# Writes the report into one comment of the pull request, which later runs update. What keeps it from doing so is a warning:
# the verdict is the job's, not the comment's.
#
#   SITECAM_REPORT     report in Markdown
#   SITECAM_CATEGORY   which of the action's comments: one for each category
#   SITECAM_PULL       number of the pull request
#   SITECAM_ARTIFACT   address of the artifact; empty where none was uploaded
#   SITECAM_TOKEN      token that may write pull requests
set -euo pipefail

warn() {
  echo "::warning title=sitecam::未能写入评论：$1。The comment could not be written: $2."
  exit 0
}

[[ $SITECAM_PULL =~ ^[0-9]+$ ]] || warn '没有合并请求的编号' 'there is no number of a pull request'
work=$(mktemp -d "$RUNNER_TEMP/sitecam-comment.XXXXXX")
# By a file: arguments of a process can be seen by others.
(umask 077 && printf 'Authorization: Bearer %s\n' "$SITECAM_TOKEN" >"$work/token")
api() {
  curl --silent --show-error --fail --max-time 60 -H "@$work/token" -H 'Accept: application/vnd.github+json' \
    -H 'X-GitHub-Api-Version: 2022-11-28' -o "$work/answer.json" "$@" </dev/null ||
    warn '接口没有接受，作业需要 pull-requests: write 权限，复刻仓库的请求没有该权限' \
      'the API refused; the job needs pull-requests: write, which pull requests from forks do not have'
}

issues=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues
known=
for page in 1 2 3 4 5 6 7 8 9 10; do
  api "$issues/$SITECAM_PULL/comments?per_page=100&page=$page"
  found=$(node -e '
    const { readFileSync } = require("node:fs");
    const [file, category] = process.argv.slice(1);
    const comments = JSON.parse(readFileSync(file, "utf8"));
    const mark = `<!-- sitecam: ${encodeURIComponent(category)} -->`;
    const own = comments.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(mark));
    console.log(own === undefined ? (comments.length < 100 ? "none" : "more") : Number(own.id));
  ' "$work/answer.json" "$SITECAM_CATEGORY") || warn '接口的回答无法识别' 'the answer of the API is not understood'
  case $found in
    more) ;;
    none) break ;;
    *) known=$found && break ;;
  esac
done

node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const [report, category, artifact, file] = process.argv.slice(1);
  const link = artifact === "" ? "" : `[网页报告和各层平面图 / Page and drawings](${artifact})\n\n`;
  const head = `<!-- sitecam: ${encodeURIComponent(category)} -->\n${link}`;
  const text = readFileSync(report, "utf8").replace(/^!\[.*\]\(.*\.svg\)\n/gm, "");
  const short = "报告超过评论的上限（65536字符），见作业摘要。The report is longer than a comment may be (65,536 characters): see the job summary.\n";
  const body = head + (head.length + text.length > 65536 ? short : text);
  writeFileSync(file, JSON.stringify({ body }));
' "$SITECAM_REPORT" "$SITECAM_CATEGORY" "$SITECAM_ARTIFACT" "$work/body.json"

if [ -n "$known" ]; then api -X PATCH --data-binary "@$work/body.json" "$issues/comments/$known"
else api -X POST --data-binary "@$work/body.json" "$issues/$SITECAM_PULL/comments"; fi
rm -rf "$work"
