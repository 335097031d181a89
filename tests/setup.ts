/** The same cases at every run: a test that fails once fails again. Set FC_SEED to look at others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261120) });
