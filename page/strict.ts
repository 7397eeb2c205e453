import { config } from 'zod';

/** Before any schema is made: a page with a strict policy makes no code out of text, and complains of whoever tries. */
config({ jitless: true });
