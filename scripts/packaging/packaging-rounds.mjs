// @ts-check
/**
 * In how many calls of electron-builder packages are made. deb and rpm write into the app's folder which of them it is
 * (`package-type`), by which an app knows how it is replaced; an AppImage or an archive made beside them would say so, too.
 * Pure.
 */

const apart = ['tar.gz', 'AppImage'];

/**
 * @param {'linux' | 'win' | 'mac'} platform
 * @param {readonly string[] | undefined} targets undefined: all that electron-builder.yml names
 * @returns {readonly (string[] | undefined)[]}
 */
export function packagingRounds(platform, targets) {
  if (platform !== 'linux') return [targets === undefined ? undefined : [...targets]];
  const wanted = targets ?? ['tar.gz', 'AppImage', 'deb', 'rpm'];
  const together = wanted.filter((one) => !apart.includes(one));
  const rounds = apart.filter((one) => wanted.includes(one)).map((one) => [one]);
  return together.length === 0 ? rounds : [...rounds, together];
}
