#!/usr/bin/env bash
# Installs sitecam for the steps of the action, once a job: the version asked for from the registry, or a package that is at
# hand. Runs no script of any package. Works in the bash 3.2 of macOS.
#
#   SITECAM_VERSION   version to install; empty for the action's own
#   SITECAM_PACKAGE   package (npm pack) or offline archive (pack:offline) to install instead; relative to the workspace
set -euo pipefail

fail() {
  echo "::error title=sitecam::$1"
  exit 70
}

manifest=$GITHUB_ACTION_PATH/package.json
[ -e "$manifest" ] || fail '操作不完整，缺少 package.json。The action is not whole: its package.json is missing.'
# Prints its own version where this Node.js will do.
own_version=$(node -e '
  const { engines, version } = require(process.argv[1]);
  const [least, here] = [engines.node, process.versions.node].map((text) => text.match(/\d+/g).map(Number));
  const will = here[0] > least[0] || (here[0] === least[0] && here[1] >= least[1]);
  console.log(will ? version : `older than ${engines.node}`);
' "$manifest")
case $own_version in
  older*)
    wanted=${own_version#older than }
    fail "需要 Node.js $wanted，可设 node-version。Node.js $wanted is needed: set node-version."
    ;;
esac

read -r version <<<"$SITECAM_VERSION" || true
version=${version:-$own_version}
IFS= read -r package <<<"$SITECAM_PACKAGE" || true

if [ -n "$package" ]; then
  case $package in
    /* | [A-Za-z]:[\\/]*) ;;
    *) package=$GITHUB_WORKSPACE/$package ;;
  esac
  [ -f "$package" ] || fail 'package 所写的文件不存在。The file that package names is not there.'
  into=$RUNNER_TEMP/sitecam-$(cksum <"$package" | tr ' ' -)
else
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] ||
    fail 'version 应为一个版本号，例如 0.3.0。version must be one version, such as 0.3.0.'
  into=$RUNNER_TEMP/sitecam-$version
fi

# Where it is installed from either: beside its dependencies, or with them inside.
find_sitecam() {
  for own in "$into/node_modules/sitecam-lint" "$into"; do
    if [ -e "$own/bin/sitecam.js" ] && installed=$(node "$own/bin/sitecam.js" --version 2>/dev/null); then return 0; fi
  done
  return 1
}

if ! find_sitecam; then
  rm -rf "$into"
  mkdir -p "$into"
  spec=sitecam-lint@$version
  if [ -n "$package" ]; then
    # The archive is read by a relative name: tar takes what is before a colon for a host.
    cp "$package" "$into/package.tgz"
    (cd "$into" && tar -xzf package.tgz --strip-components=1) >/dev/null 2>&1 ||
      fail 'package 不是 .tgz 包。What package names is no .tgz package.'
    spec=$into/package.tgz
  fi
  # An offline archive brings what it needs.
  if [ ! -d "$into/node_modules" ]; then
    said=$(mktemp "$RUNNER_TEMP/sitecam-said.XXXXXX")
    if ! npm install --prefix "$into" --ignore-scripts --prefer-offline --no-save --no-package-lock --omit=dev --no-audit \
      --no-fund --no-update-notifier --loglevel=error "$spec" </dev/null >"$said" 2>&1; then
      sed -e 's/##\[/## [/g' -e 's/^\([[:space:]]*\)::/\1: :/' "$said"
      fail "未能安装 sitecam-lint $version（见上）；运行器没有网络的，用 package 指明仓库中的离线包。sitecam-lint $version could not be installed (see above): on a runner without a network name an offline archive by package."
    fi
  fi
  find_sitecam || fail '所安装的不是 sitecam，或者不完整。What was installed is not sitecam, or not whole.'
fi

echo "sitecam $installed"
echo "folder=$own" >>"$GITHUB_OUTPUT"
