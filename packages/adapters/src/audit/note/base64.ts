/**
 * Bytes in standard base64 (RFC 4648, 4); `undefined` unless they are written back as the same text. So one
 * text stands for some bytes and no other does: no space, no missing or needless sign at the end.
 */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};
