/** Conditions of the window that several styles share, as the style sheets want them. */
export const forcedColors = '@media (forced-colors: active)';

export const reducedMotion = '@media (prefers-reduced-motion: reduce)';

/** Toolbar and header show icons only, details cover the list (design §16). */
export const belowWide = '@media (max-width: 959.98px)';

export const belowNarrow = '@media (max-width: 559.98px)';
