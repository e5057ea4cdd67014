/**
 * A transcript without what differs from one reader to the next: random ids, which become numbers in the order in
 * which they come, keys, roots and signatures, and moments of today.
 */
export const withoutChanging = (transcript: string): string => {
  const ids = new Map<string, string>();
  const numbered = (id: string): string => {
    const known = ids.get(id) ?? `id-${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  return transcript
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, numbered)
    .replaceAll(/\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,}=*/g, '+KEY')
    .replaceAll(/^— (\S+) [A-Za-z0-9+/]{80,}=*/gm, '— $1 SIGNATURE')
    .replaceAll(/(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{43}=/g, 'ROOT')
    .replaceAll(/\b20(?:2[2-9]|[3-9]\d)-\d\d-\d\d(?:[ T][\d:.]+Z?)?/g, 'TODAY')
    .replaceAll(/\bwaiting [\d,]+ days/g, 'waiting DAYS');
};
