/**
 * What root does with a package that lies where the person who runs this app, and so any program of theirs, can write: copies
 * it to a folder of its own, checks the copy, and gives that to the system's installer once it is told to go. Pure:
 * `install-as-root.ts` runs it.
 *
 * It says `ready` when it has the package and somebody allowed it to run. It reads the package from its input: a home on another computer, or an encrypted one, is often closed to root.
 * It asks nobody anything, takes nothing else away, and keeps configuration files that somebody has changed. An older
 * package is taken for what it is: which one is installed was decided before.
 */
import type { Checksum } from './package-checksum.ts';

/** Line on its output: it has the package. */
export const readyWord = 'ready';

/** Line on its input, behind the package, that lets it install. */
export const goWord = 'go\n';

/** With the words of `rootInstallWords`. It ends with 0 when the package is in place. */
export const rootInstallScript = `set -eu
umask 022
folder=$(mktemp -d /var/tmp/hcm-update.XXXXXXXX)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
file="$folder/package.$1"
head -c "$3" > "$file"
printf '%s  %s\\n' "$2" "$file" | sha512sum --check --status
echo ${readyWord}
read -r word || exit 1
test "$word" = go
exec < /dev/null > /dev/null
case $1 in
  deb)
    export DEBIAN_FRONTEND=noninteractive
    if command -v apt-get > /dev/null; then
      apt-get install -y -q --allow-downgrades --no-remove -o DPkg::Lock::Timeout=300 \\
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$file"
    else
      dpkg --install --force-confdef --force-confold "$file"
    fi
    ;;
  rpm)
    rpm --upgrade --oldpackage "$file" || { command -v dnf > /dev/null && dnf install -y "$file"; }
    ;;
esac
`;

/** The script's own name first. */
export function rootInstallWords(kind: 'deb' | 'rpm', { sha512, sizeBytes }: Checksum): readonly string[] {
  const hex = Buffer.from(sha512, 'base64').toString('hex');
  return ['hcm-update', kind, hex, String(sizeBytes)];
}
