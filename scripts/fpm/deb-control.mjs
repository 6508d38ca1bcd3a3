// @ts-check
/** The control file of a deb. Pure. */

/**
 * @param {import('./read-fpm-words.mjs').PackageOrder} order
 * @param {number} installedKib
 */
export function debControl(order, installedKib) {
  const lines = [
    ['Package', order.name],
    ['Version', order.version],
    ['License', order.license],
    ['Vendor', order.vendor],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(installedKib)],
    ['Depends', order.depends.join(', ')],
    ['Recommends', order.recommends.join(', ')],
    ['Section', order.section],
    ['Priority', order.priority],
    ['Homepage', order.url],
    ['Description', describe(order)],
  ];
  return `${lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`;
}

/** A summary, then lines with a space before them; an empty one is a dot. @param {{ summary: string, description: string }} texts */
function describe({ summary, description }) {
  const lines = description.split('\n').map((line) => ` ${line.trim() === '' ? '.' : line.trim()}`);
  return [summary, ...lines].join('\n');
}
