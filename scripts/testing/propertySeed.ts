/** Properties meet the same random networks in every run; `SEED=7 npm run unit` gives them others. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 54) });
