/** Properties are tested with the same random inputs at every run, so that a run that passed passes again; CASUS_SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['CASUS_SEED'] ?? 20_261_122) });
