/**
 * The same answer for the same bytes without working it out again: every reader asks the same questions about one
 * sample, which nobody writes to. What was found is forgotten with the bytes.
 */
export function rememberedOfBytes<Answer>(
  work: (bytes: Uint8Array, detail: string) => Answer,
): (bytes: Uint8Array, detail?: string) => Answer {
  const known = new WeakMap<ArrayBufferLike, Map<string, Answer>>();
  return (bytes, detail = '') => {
    const ofBuffer = known.get(bytes.buffer) ?? new Map<string, Answer>();
    known.set(bytes.buffer, ofBuffer);
    const place = `${bytes.byteOffset}|${bytes.byteLength}|${detail}`;
    const before = ofBuffer.get(place);
    if (before !== undefined || ofBuffer.has(place)) return before as Answer;
    const answer = work(bytes, detail);
    ofBuffer.set(place, answer);
    return answer;
  };
}
