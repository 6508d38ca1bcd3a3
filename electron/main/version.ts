/** The product's version: package.json is the one place where it stands. */
import packageJson from '../../package.json' with { type: 'json' };

export const productVersion = packageJson.version;
