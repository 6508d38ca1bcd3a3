#!/bin/sh
# After the files lie in their places. dpkg calls it with "configure" (and the version that was there before), rpm with
# the number of versions that are installed now.
set -e

unit=hcm-host.service

# The accounts of the service, as `hcm service install` makes them. They stay when the package goes: files are theirs.
getent group hcm-admins >/dev/null || groupadd --system hcm-admins
getent passwd hcm >/dev/null || useradd --system --user-group --no-create-home --home-dir /var/lib/hcm \
  --shell /usr/sbin/nologin --comment 'Hybrid Connection Manager' hcm

# Chromium takes user namespaces where the kernel lets ordinary users have them, and this program where not (some
# hardened kernels; Ubuntu from 23.10). Asking here would tell what root may do, so it is always ready.
chmod 4755 /opt/hybrid-connection-manager/chrome-sandbox

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi

# Installed, and disabled until somebody enables it. One that runs goes on with the new version once its sessions have
# ended or drainSeconds are over.
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload || true
  systemctl try-restart "$unit" || echo "$unit did not start again: see systemctl status $unit" >&2
fi
