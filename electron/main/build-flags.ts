/** What the build decided (electron.vite.config.ts). Outside a build, as in unit tests, it is the product. */
declare const HCM_TEST_BUILD: boolean | undefined;
declare const HCM_DEVELOPMENT: boolean | undefined;

/** Driven by end-to-end tests; never shipped. */
export const isTestBuild = typeof HCM_TEST_BUILD !== 'undefined' && HCM_TEST_BUILD;

/** `electron-vite dev`: the page comes from a development server. */
export const isDevelopment = typeof HCM_DEVELOPMENT !== 'undefined' && HCM_DEVELOPMENT;
