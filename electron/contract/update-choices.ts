/** What one may choose about newer versions. */
export const updateModes = ['notify', 'off'] as const;

/** `preview`: releases before they are stable, too. */
export const updateChannels = ['stable', 'preview'] as const;

export type UpdateChannel = (typeof updateChannels)[number];
