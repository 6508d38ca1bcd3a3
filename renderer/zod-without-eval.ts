/**
 * zod compiles its schemas with `new Function` where it may. The page's policy forbids that, and each try is reported. The build
 * of the page has this file in zod's place, so that no schema is made before it is told; the first page has none.
 */
import { config } from 'zod/v4';

config({ jitless: true });

export * from 'zod/v4';
