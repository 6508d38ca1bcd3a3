// @ts-check
/** The spec of an rpm whose files lie ready. Pure. */

const sections = /** @type {const} */ ({
  beforeInstall: '%pre',
  afterInstall: '%post',
  beforeRemove: '%preun',
  afterRemove: '%postun',
});

/**
 * @param {import('./read-fpm-words.mjs').PackageOrder} order
 * @param {Readonly<Partial<Record<import('./read-fpm-words.mjs').ScriptName, string>>>} scripts their text
 * @param {readonly string[]} owned files, and folders with all that is in them
 */
export function rpmSpec(order, scripts, owned) {
  const head = [
    ['Name', order.name],
    ['Version', order.version.replaceAll('-', '~')],
    ['Release', order.iteration],
    ['Summary', order.summary],
    ['License', order.license || 'Unknown'],
    ['Vendor', order.vendor],
    ['Packager', order.maintainer],
    ['URL', order.url],
    ['Group', order.section],
    // What is in the package knows what it needs; a scan would find Chromium's own libraries.
    ['AutoReqProv', 'no'],
    ...order.depends.map((one) => ['Requires', one]),
  ];
  const texts = Object.entries(sections).flatMap(([kind, section]) => {
    const text = scripts[/** @type {keyof typeof sections} */ (kind)];
    return text === undefined ? [] : [section, escape(text.replace(/^#!.*\n/, '')), ''];
  });
  return [
    ...head.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${escape(value ?? '')}`),
    '',
    '%description',
    escape(order.description || order.summary),
    '',
    ...texts,
    '%files',
    '%defattr(-,root,root,-)',
    ...owned.map((path) => `"${escape(path)}"`),
    '',
  ].join('\n');
}

/** @param {string} text no macro of rpm's */
function escape(text) {
  return text.replaceAll('%', '%%');
}
