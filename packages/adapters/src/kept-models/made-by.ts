import { definitions } from '@burgernet/projections';

/**
 * What makes read models what they are, beside the log: how events are read and counted, which is this
 * number and goes up with every change of it, and the definitions of the figures. What was kept by
 * another is made anew.
 */
export const reading = 2;

/** Says by what read models were made; compared for equality only. */
export const madeBy: string = JSON.stringify({ reading, definitions });
