const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/**
 * Text that moves no cursor, changes no colour and turns no direction: what events say is data. Control
 * and format characters become a space.
 */
export const printable = (text: string): string => text.replace(unprintable, ' ');
