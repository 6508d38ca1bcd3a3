#!/bin/sh
# After the files are gone. dpkg calls it with "remove", "purge" or "upgrade", rpm with the number of versions left.
set -e

case "$1" in
  remove | 0)
    # Connections and keys are somebody's work: no package manager deletes them unasked.
    echo 'Hybrid Connection Manager: what it kept stays where it is, for the next installation:'
    echo '  the service’s connections, keys and logs: /var/lib/hcm, its settings: /etc/hcm'
    echo '  each person’s own: ~/.config/hcm (or where XDG_CONFIG_HOME or HCM_HOME points)'
    ;;
  purge)
    # What systemctl enable left, with no unit behind it any more.
    for link in /etc/systemd/system/*.wants/hcm-host.service; do
      if [ -L "$link" ] && [ ! -e "$link" ]; then rm -f "$link"; fi
    done
    if [ -d /var/lib/hcm ]; then
      echo 'Hybrid Connection Manager: the service’s connections and keys are still in /var/lib/hcm.'
      echo '  They may be the only copy. To delete them: rm -r /var/lib/hcm /etc/hcm'
    fi
    ;;
esac

if [ -d /run/systemd/system ]; then
  systemctl daemon-reload || true
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
