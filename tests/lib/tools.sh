# What tests/run needs beside Rust. Missing Debian packages are installed when it runs as root; axe-core and the programs
# of tests/tools.txt go into the target folder.

readonly AXE_VERSION=4.14.1
readonly AXE_SHA512=1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5

axe_path() { printf '%s/axe-core-%s/axe.min.js\n' "$target" "$AXE_VERSION"; }

python_home() { printf '%s/tools-%s\n' "$target" "$(sha256sum tests/tools.txt | cut -c1-16)"; }

check_rust() {
    command -v cargo >/dev/null || stop "cargo is missing; install Rust first"
    cargo fmt --version >/dev/null 2>&1 || stop "rustfmt is missing: rustup component add rustfmt"
    cargo clippy --version >/dev/null 2>&1 || stop "clippy is missing: rustup component add clippy"
}

missing_packages() {
    if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null; then echo postgresql; fi
    if ! command -v openssl >/dev/null; then echo openssl; fi
    if ! command -v chromium >/dev/null; then echo chromium fonts-liberation; fi
    if ! command -v chromedriver >/dev/null; then echo chromium-driver; fi
    if [ ! -f "$(axe_path)" ] && ! command -v npm >/dev/null; then echo npm; fi
    if ! python3 -c 'import ensurepip' >/dev/null 2>&1; then echo python3-venv; fi
}

install_packages() {
    local packages
    packages=$(missing_packages | xargs)
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        stop "Debian packages are missing; install them as root, then run this script again: apt-get install $packages"
    fi
    say "installing: $packages"
    # Debian's package would start a server on the standard port; the tests start a private one.
    if [[ " $packages " == *" postgresql "* ]]; then
        mkdir -p /etc/postgresql-common/createcluster.d
        echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/tidings-tests.conf
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q || stop "apt-get update failed"
    # shellcheck disable=SC2086 # a list of names
    apt-get install -q -y --no-install-recommends $packages || stop "could not install: $packages"
    packages=$(missing_packages | xargs)
    [ -z "$packages" ] || stop "still missing after the installation: $packages"
}

install_axe() {
    local home archive
    home=$(dirname "$(axe_path)")
    [ ! -f "$(axe_path)" ] || return 0
    say "fetching axe-core $AXE_VERSION"
    npm pack --silent --pack-destination "$scratch" "axe-core@$AXE_VERSION" >/dev/null || stop "could not fetch axe-core"
    archive=$scratch/axe-core-$AXE_VERSION.tgz
    echo "$AXE_SHA512  $archive" | sha512sum --check --quiet || stop "the checksum of axe-core is wrong"
    mkdir -p "$home"
    tar -xzf "$archive" -C "$scratch" package/axe.min.js package/LICENSE
    mv "$scratch/package/LICENSE" "$home/LICENSE"
    mv "$scratch/package/axe.min.js" "$home/axe.min.js"
}

install_python_tools() {
    local home
    home=$(python_home)
    [ ! -f "$home/complete" ] || return 0
    say "fetching the programs of tests/tools.txt"
    rm -rf "$home"
    python3 -m venv "$home" || stop "could not create a Python environment"
    "$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r tests/tools.txt ||
        stop "could not fetch the programs of tests/tools.txt"
    touch "$home/complete"
}
