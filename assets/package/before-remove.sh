#!/bin/sh
# Before the files go. dpkg calls it with "remove" or "upgrade", rpm with the number of versions that will be left.
set -e

unit=hcm-host.service

case "$1" in
  remove | deconfigure | 0)
    if [ -d /run/systemd/system ]; then
      systemctl --quiet stop "$unit" || true
    fi
    ;;
esac
if [ "$1" = 0 ] && [ -d /run/systemd/system ]; then
  systemctl --quiet --no-reload disable "$unit" 2>/dev/null || true
fi
