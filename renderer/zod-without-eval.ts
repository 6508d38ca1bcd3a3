/** zod compiles its schemas with `new Function` where it may. The page's policy forbids that, and each try is reported. */
import { z } from 'zod';

z.config({ jitless: true });
