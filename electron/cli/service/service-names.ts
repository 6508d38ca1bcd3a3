/**
 * What our service is called on each system. None of the names is one of Microsoft's, so that both managers can stand
 * side by side while one takes over from the other (plan §5.8).
 */
export const systemdUnitName = 'hcm-host.service';
export const systemdUnitFile = `/etc/systemd/system/${systemdUnitName}`;
export const windowsServiceName = 'HcmHost';
export const launchdLabel = 'hcm-host';

/** The account of its own that the service runs as. */
export const linuxUser = 'hcm';
export const macUser = '_hcm';

/** Who may control the service, and who may look at it. */
export const linuxAdminGroup = 'hcm-admins';
export const linuxViewerGroup = 'hcm-viewers';

export const displayName = 'Hybrid Connection Manager host';

/** Stands in every file that `install` writes: without it a file isn't ours to change. */
export const ownMarker = 'Written by hcm service install';

/** Open sessions may finish for `drainSeconds`, 60 s by default; whoever stops the service waits longer than that. */
export const stopTimeoutSeconds = 90;
