#!/usr/bin/env bash
# How much CPU time a stranger's first run takes: `bench/first-run.sh [--ready-made FOLDER] [REVISION]`.
#
# Clones REVISION (HEAD by default) of this checkout, starts `cargo xtask serve` there as on a machine with rustup and
# Node alone (empty caches of Cargo and npm, no other tool on the PATH) and waits until the page and its WebAssembly
# answer. Prints the processor time (user + system) of everything that ran, and the time on the clock.
#
# FOLDER holds a `trunk` and a `wasm-bindgen` that are found first, as if they had been installed before.
set -euo pipefail

ready_made=
if [[ "${1:-}" == --ready-made ]]; then
  ready_made=$(cd "${2:?--ready-made takes a folder}" && pwd)
  shift 2
fi
revision=${1:-HEAD}
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
port=${FIRST_RUN_PORT:-8765}
work=$(mktemp -d)
server=
end() {
  if [[ -n "$server" ]]; then stop; fi
  rm -rf "$work"
}
trap end EXIT

# Ends Trunk; `cargo xtask serve` ends with it and counts its time. Without Trunk, a step of the set-up ends.
stop() {
  local children
  children=$(pgrep -P "$server" || true)
  # shellcheck disable=SC2086
  kill $children 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

# Of the programs of whoever runs this, no more than a fresh machine has.
mkdir "$work/bin" "$work/cargo" "$work/npm"
for program in cargo rustc rustup node npm; do
  ln -s "$(command -v "$program")" "$work/bin/$program"
done
for settings in config.toml config; do
  given="${CARGO_HOME:-$HOME/.cargo}/$settings"
  if [[ -e "$given" ]]; then cp "$given" "$work/cargo/"; fi
done
: "${RUSTUP_HOME:=$HOME/.rustup}"
export RUSTUP_HOME
export CARGO_HOME="$work/cargo" npm_config_cache="$work/npm"
export PATH="${ready_made:+$ready_made:}$work/bin:/usr/bin:/bin"
unset CARGO_TARGET_DIR RUSTC_WRAPPER RUSTFLAGS

git clone --quiet "$checkout" "$work/clone"
git -C "$work/clone" checkout --quiet --detach "$(git -C "$checkout" rev-parse "$revision")"
cd "$work/clone"

fetch() { curl --silent --fail --max-time 10 "http://127.0.0.1:$port/$1"; }

# Whether the page answers, and what it names as its WebAssembly is that.
answers() {
  local module
  fetch "" >"$work/index.html" || return 1
  module=$(grep -oE '[A-Za-z0-9_-]+_bg\.wasm' "$work/index.html" | sort -u | head -n 1)
  [[ -n "$module" ]] && fetch "$module" >"$work/module" && grep -qa '^.asm' "$work/module"
}

measured() {
  cargo xtask serve --port "$port" &
  server=$!
  until answers; do
    if ! kill -0 "$server" 2>/dev/null; then
      echo "first-run: the server ended before the page answered" >&2
      TIMEFORMAT=
      return 1
    fi
    sleep 0.5
  done
  stop
}

TIMEFORMAT='first run: %U s user + %S s system, %R s on the clock'
time measured
