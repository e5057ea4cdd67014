/** A sentence for within another one: without its full stop. */
export const clause = (sentence: string): string => sentence.replace(/\.$/, '');
