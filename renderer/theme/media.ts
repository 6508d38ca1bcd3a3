/** Conditions of the window that several styles share, as style sheets want them. */
export const forcedColors = '@media (forced-colors: active)';

export const reducedMotion = '@media (prefers-reduced-motion: reduce)';

/** Details cover the list (design §16); `use-window-width` has the same limits for what a style alone can't change. */
export const belowWide = '@media (max-width: 959.98px)';

export const belowNarrow = '@media (max-width: 559.98px)';
